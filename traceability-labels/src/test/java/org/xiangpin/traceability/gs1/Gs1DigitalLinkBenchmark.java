package org.xiangpin.traceability.gs1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Measures reading links against its floor: splitting the same texts at slashes and checking the
 * check digit. One thread; the two alternate, so that a busy machine slows both.
 *
 * <p>Half of the links hold GTIN, lot and serial, as our labels do; a quarter has attributes and a
 * key that is not GS1's in the query, a quarter is of logistic units and places.
 *
 * <p>Arguments: number of runs (default 15). Run with {@code mvn -pl traceability-labels
 * test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.xiangpin.traceability.gs1.Gs1DigitalLinkBenchmark}.
 */
public final class Gs1DigitalLinkBenchmark {
  private static final int LINKS = 200_000;
  private static final int WARM_UPS = 10;

  private Gs1DigitalLinkBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args number of runs
   */
  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    String[] links = links();
    double[] floor = new double[runs];
    double[] parse = new double[runs];
    long found = 0;
    for (int run = -WARM_UPS; run < runs; run++) {
      long start = System.nanoTime();
      found += split(links);
      long middle = System.nanoTime();
      found += parse(links);
      long end = System.nanoTime();
      if (run >= 0) {
        floor[run] = (middle - start) / 1e9;
        parse[run] = (end - middle) / 1e9;
      }
    }
    System.out.printf(
        "Java %s, %d links, %d parts found%n", System.getProperty("java.version"), LINKS, found);
    double floorMedian = print("splitting and check digit", floor);
    double parseMedian = print("reading a Digital Link", parse);
    System.out.printf("speed / floor = %.2f%n", floorMedian / parseMedian);
  }

  private static long parse(String[] links) {
    long parts = 0;
    for (String link : links) {
      parts += Gs1DigitalLink.parse(link).elements().size();
    }
    return parts;
  }

  private static long split(String[] links) {
    long parts = 0;
    for (String link : links) {
      String[] segments = link.split("/");
      String digits = segments[4];
      int query = digits.indexOf('?');
      int end = query < 0 ? digits.length() : query;
      int sum = 0;
      for (int i = end - 1, weight = 1; i >= 0; i--, weight = 4 - weight) {
        sum += (digits.charAt(i) - '0') * weight;
      }
      parts += sum % 10 == 0 ? segments.length : 0;
    }
    return parts;
  }

  private static String[] links() {
    Random random = new Random(1);
    String[] links = new String[LINKS];
    for (int i = 0; i < LINKS; i++) {
      String lot = "A2611" + (100_000 + random.nextInt(900_000));
      String serial = Long.toString(Math.abs(random.nextLong()), 36).toUpperCase(Locale.ROOT);
      String label = "https://x.example.cn/01/09520123456788/10/" + lot + "/21/" + serial;
      links[i] =
          switch (i % 8) {
            case 0, 1 -> label + "?17=251231&3103=001250&s=k1." + serial;
            case 2 -> "https://id.gs1.org/00/952012345678912345?02=09520123456788&37=25&10=" + lot;
            case 3 -> "https://id.gs1.org/414/9520123456788/254/" + lot;
            default -> label;
          };
    }
    return links;
  }

  private static double print(String name, double[] seconds) {
    Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    System.out.printf(
        "%-26s median %,.0f a second (best %,.0f, worst %,.0f)%n",
        name, LINKS / median, LINKS / seconds[0], LINKS / seconds[seconds.length - 1]);
    return median;
  }
}
