package org.xiangpin.traceability.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures an auditor's scan of a log, from the bytes of its bundles to its root, against two
 * floors over the same entries: SHA-256 of all of them in one stream, and SHA-256 of each. The
 * three alternate, so that a busy machine slows all.
 *
 * <p>The scan hashes 65 bytes for every entry more than the floors do (the nodes), and uses all
 * processors; the floors use one.
 *
 * <p>Arguments: number of runs (default 7), bytes of an entry (default 200, a leaf with an event's
 * hash and that of its text). Run with {@code mvn -pl traceability-labels test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=org.xiangpin.traceability.log.LogScanBenchmark}.
 */
public final class LogScanBenchmark {
  private static final int LEAVES = 1_000_000;
  private static final int BUNDLES_AT_ONCE = 512;
  private static final int WARM_UPS = 3;

  private LogScanBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args number of runs, bytes of an entry
   * @throws Exception when the platform has no SHA-256
   */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    int length = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    List<byte[]> bundles = bundles(length);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    double[][] seconds = new double[3][runs];
    TreeHash root = scan(bundles);
    for (int run = -WARM_UPS; run < runs; run++) {
      long start = System.nanoTime();
      floor(bundles, length, sha, false);
      long streamed = System.nanoTime();
      floor(bundles, length, sha, true);
      long each = System.nanoTime();
      if (!scan(bundles).equals(root)) {
        throw new IllegalStateException("the root is not always the same");
      }
      long scanned = System.nanoTime();
      if (run >= 0) {
        seconds[0][run] = (streamed - start) / 1e9;
        seconds[1][run] = (each - streamed) / 1e9;
        seconds[2][run] = (scanned - each) / 1e9;
      }
    }
    System.out.printf(
        "Java %s, %d processors, %d entries of %d bytes, root %s%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        LEAVES,
        length,
        root);
    double stream = print("SHA-256 in one stream", seconds[0]);
    double each = print("SHA-256 of each entry", seconds[1]);
    double scan = print("scan to the root", seconds[2]);
    System.out.printf(
        "speed of the scan: %.2f of one stream, %.2f of each entry%n", stream / scan, each / scan);
  }

  private static List<byte[]> bundles(int length) {
    Random random = new Random(1);
    List<byte[]> bundles = new ArrayList<>();
    for (int left = LEAVES; left > 0; left -= Tile.FULL) {
      List<byte[]> entries = new ArrayList<>();
      for (int i = 0; i < Math.min(left, Tile.FULL); i++) {
        byte[] entry = new byte[length];
        random.nextBytes(entry);
        entries.add(entry);
      }
      bundles.add(EntryBundle.encode(entries));
    }
    return bundles;
  }

  /** Hashes the entries where they lie: nothing but SHA-256 is measured. */
  private static void floor(List<byte[]> bundles, int length, MessageDigest sha, boolean each)
      throws Exception {
    byte[] hash = new byte[TreeHash.LENGTH];
    for (byte[] bundle : bundles) {
      for (int at = 2; at < bundle.length; at += length + 2) {
        sha.update(bundle, at, length);
        if (each) {
          sha.digest(hash, 0, hash.length);
        }
      }
    }
    sha.digest(hash, 0, hash.length);
  }

  private static TreeHash scan(List<byte[]> bundles) {
    Frontier frontier = Frontier.EMPTY;
    for (int from = 0; from < bundles.size(); from += BUNDLES_AT_ONCE) {
      int to = Math.min(from + BUNDLES_AT_ONCE, bundles.size());
      long size = Math.min((long) to * Tile.FULL, LEAVES);
      frontier = frontier.appendBundles(bundles.subList(from, to), size);
    }
    return frontier.root();
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
