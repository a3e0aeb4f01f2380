package org.xiangpin.traceability.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xiangpin.traceability.cli.audit.AuditReport;
import org.xiangpin.traceability.cli.audit.LogAudit;
import org.xiangpin.traceability.cli.audit.LogFolder;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.SignedNote;

/**
 * Measures the audit of a log of a million entries in a folder: files read, every tile and the root
 * recomputed and compared. The floor reads the same bundles and hashes their bytes in one stream of
 * SHA-256, with one thread. The two alternate, so that a busy machine slows both.
 *
 * <p>Arguments: a folder (filled at the first run, 270 MB, and kept), number of runs (default 5),
 * entries (default 1,000,000), bytes of an entry (default 200). Run with {@code mvn -pl
 * traceability-labels test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.xiangpin.traceability.cli.LogAuditBenchmark -Dexec.args=/tmp/log}.
 */
public final class LogAuditBenchmark {
  private static final int WARM_UPS = 2;

  private LogAuditBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args folder, number of runs, entries, bytes of an entry
   * @throws Exception when the folder cannot be used
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int count = args.length > 2 ? Integer.parseInt(args[2]) : 1_000_000;
    int length = args.length > 3 ? Integer.parseInt(args[3]) : 200;
    if (!Files.exists(folder.resolve("checkpoint"))) {
      LogFixture.publish(folder, randomEntries(count, length));
    }
    SignedNote note = SignedNote.parse(Files.readString(folder.resolve("checkpoint")));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    double[][] seconds = new double[2][runs];
    for (int run = -WARM_UPS; run < runs; run++) {
      long start = System.nanoTime();
      floor(folder);
      long floor = System.nanoTime();
      LogAudit audit = new LogAudit(new LogFolder(folder), checkpoint, Optional.of(checkpoint));
      AuditReport report = audit.run();
      long audited = System.nanoTime();
      if (!report.isWhole()) {
        throw new IllegalStateException("the log is not whole: " + report.findings());
      }
      if (run >= 0) {
        seconds[0][run] = (floor - start) / 1e9;
        seconds[1][run] = (audited - floor) / 1e9;
      }
    }
    System.out.printf(
        "Java %s, %d processors, %,d entries of about %d bytes%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        checkpoint.size(),
        length);
    double floor = print("SHA-256 of the bundles", seconds[0]);
    double audit = print("audit of the log", seconds[1]);
    System.out.printf("speed of the audit: %.2f of the floor%n", floor / audit);
  }

  private static List<byte[]> randomEntries(int count, int length) {
    Random random = new Random(1);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] entry = new byte[length];
              random.nextBytes(entry);
              return entry;
            })
        .collect(Collectors.toList());
  }

  private static void floor(Path folder) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (Path bundle : bundles(folder.resolve("tile/entries"))) {
      sha.update(Files.readAllBytes(bundle));
    }
    sha.digest();
  }

  private static List<Path> bundles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static double print(String name, double[] seconds) {
    Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    System.out.printf(
        "%-22s median %.2f s (min %.2f, max %.2f)%n",
        name, median, seconds[0], seconds[seconds.length - 1]);
    return median;
  }
}
