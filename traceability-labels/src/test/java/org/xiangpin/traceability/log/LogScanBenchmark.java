package org.xiangpin.traceability.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.xiangpin.traceability.Rounds;

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
  private static final int DIFFERENT = 1_000;
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
    int length = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    List<byte[]> bundles = bundles(length);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    TreeHash root = scan(bundles);
    Rounds rounds =
        new Rounds(WARM_UPS, args.length > 0 ? Integer.parseInt(args[0]) : 7)
            .add("SHA-256 in one stream", () -> floor(bundles, length, sha, false))
            .add("SHA-256 of each entry", () -> floor(bundles, length, sha, true))
            .add(
                "scan to the root",
                () -> {
                  if (!scan(bundles).equals(root)) {
                    throw new IllegalStateException("the root is not always the same");
                  }
                })
            .run();
    System.out.printf("%,d entries of %d bytes, root %s%n", LEAVES, length, root);
    System.out.printf("speed against each entry %.2f%n", rounds.median(1) / rounds.median(2));
    System.out.printf("ratio %.2f of the stream's speed%n", rounds.median(0) / rounds.median(2));
  }

  /** A thousand different bundles and one that is not full, again and again, to spare the heap. */
  private static List<byte[]> bundles(int length) {
    Random random = new Random(1);
    List<byte[]> different = new ArrayList<>();
    for (int i = 0; i <= DIFFERENT; i++) {
      List<byte[]> entries = new ArrayList<>();
      for (int k = 0; k < (i < DIFFERENT ? Tile.FULL : LEAVES % Tile.FULL); k++) {
        byte[] entry = new byte[length];
        random.nextBytes(entry);
        entries.add(entry);
      }
      different.add(EntryBundle.encode(entries));
    }
    List<byte[]> bundles = new ArrayList<>();
    for (int i = 0; i < LEAVES / Tile.FULL; i++) {
      bundles.add(different.get(i % DIFFERENT));
    }
    bundles.add(different.get(DIFFERENT));
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
}
