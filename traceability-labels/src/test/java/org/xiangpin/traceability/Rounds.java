package org.xiangpin.traceability;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets a floor and ours take turns, so that a busy machine slows both, and prints medians and
 * spread. Beside the time it gives the processor's time, of all threads: that hardly depends on
 * what else the machine does.
 */
public final class Rounds {
  private static final double MOST_SPREAD = 0.1;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final int warmUps;
  private final int runs;
  private final List<Contender> contenders = new ArrayList<>();

  /** What is measured. */
  public interface Job {
    /**
     * Does the work once.
     *
     * @throws Exception when it fails, which ends the benchmark
     */
    void run() throws Exception;
  }

  private record Contender(String name, Job job, double[] seconds, double[] processor) {}

  /**
   * Begins.
   *
   * @param warmUps rounds that do not count
   * @param runs rounds that do
   */
  public Rounds(int warmUps, int runs) {
    this.warmUps = warmUps;
    this.runs = runs;
  }

  /**
   * Adds a program; the first is the floor.
   *
   * @param name what it does
   * @param job the program
   * @return this
   */
  public Rounds add(String name, Job job) {
    contenders.add(new Contender(name, job, new double[runs], new double[runs]));
    return this;
  }

  /**
   * Runs all, in turn, and prints.
   *
   * @return this
   * @throws Exception what a program threw
   */
  public Rounds run() throws Exception {
    for (int run = -warmUps; run < runs; run++) {
      for (Contender contender : contenders) {
        long processor = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        contender.job().run();
        long end = System.nanoTime();
        if (run >= 0) {
          contender.seconds()[run] = (end - start) / 1e9;
          contender.processor()[run] = (SYSTEM.getProcessCpuTime() - processor) / 1e9;
        }
      }
    }
    System.out.printf(
        "Java %s, %d processors, heap of %d MB at most, %d rounds%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        runs);
    contenders.forEach(Rounds::print);
    return this;
  }

  private static void print(Contender contender) {
    double[] seconds = contender.seconds();
    Arrays.sort(seconds);
    Arrays.sort(contender.processor());
    double median = seconds[seconds.length / 2];
    double spread = (seconds[seconds.length - 1] - seconds[0]) / median;
    System.out.printf(
        "%-32s median %.3f s (%.3f–%.3f), processor %.3f s%s%n",
        contender.name(),
        median,
        seconds[0],
        seconds[seconds.length - 1],
        contender.processor()[seconds.length / 2],
        spread > MOST_SPREAD ? "; varies by %.0f %%".formatted(spread * 100) : "");
  }

  /**
   * Returns a program's median.
   *
   * @param index its place, 0 for the floor
   * @return seconds
   */
  public double median(int index) {
    double[] seconds = contenders.get(index).seconds();
    return seconds[seconds.length / 2];
  }
}
