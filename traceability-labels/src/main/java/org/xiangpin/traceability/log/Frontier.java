package org.xiangpin.traceability.log;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * The right edge of a Merkle tree: the roots of its complete subtrees, one for each bit of its size
 * (a "compact range" from 0). It is all that is needed to go on with the tree and to know its root,
 * at most 2 KB for any size.
 *
 * <p>Equal when size and hashes are. Immutable, may be shared between threads.
 */
public final class Frontier {
  /** The tree without leaves. */
  public static final Frontier EMPTY = new Frontier(0, new byte[0]);

  private static final int CHUNK_LEVEL = 8;
  private static final int CHUNK = 1 << CHUNK_LEVEL;

  /** Fewer entries than these are hashed sooner than threads are woken. */
  private static final int PARALLEL_FROM = 4 * CHUNK;

  private final long size;
  private final byte[] hashes;

  Frontier(long size, byte[] own) {
    this.size = size;
    this.hashes = own;
  }

  /**
   * Takes up a tree again.
   *
   * @param size its number of leaves
   * @param hashes the roots of its complete subtrees, the largest first, as {@link #hashes} gave
   *     them
   * @return the frontier
   * @throws InvalidLogData for a negative size and another number of hashes than it has bits set
   */
  public static Frontier of(long size, List<TreeHash> hashes) {
    if (size < 0 || hashes.size() != Long.bitCount(size)) {
      throw new InvalidLogData(Reason.LENGTH, "frontier", "one hash for each bit of the size");
    }
    byte[] bytes = new byte[hashes.size() * TreeHash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      hashes.get(i).copyTo(bytes, i * TreeHash.LENGTH);
    }
    return new Frontier(size, bytes);
  }

  /**
   * Returns the number of leaves.
   *
   * @return 0 or more
   */
  public long size() {
    return size;
  }

  /**
   * Returns the roots of the complete subtrees.
   *
   * @return the largest first
   */
  public List<TreeHash> hashes() {
    return IntStream.range(0, hashes.length / TreeHash.LENGTH)
        .mapToObj(i -> TreeHash.at(hashes, i * TreeHash.LENGTH))
        .toList();
  }

  /**
   * Returns the root of the whole tree.
   *
   * @return the Merkle tree hash of RFC 6962 §2.1
   */
  public TreeHash root() {
    if (size == 0) {
      return TreeHash.EMPTY;
    }
    TreeDigest digest = new TreeDigest();
    byte[] stack = hashes.clone();
    for (int at = hashes.length - 2 * TreeHash.LENGTH; at >= 0; at -= TreeHash.LENGTH) {
      digest.node(stack, at, stack, at);
    }
    return TreeHash.at(stack, 0);
  }

  /**
   * Goes on by one leaf.
   *
   * @param leaf its hash
   * @return the tree with one leaf more
   */
  public Frontier append(TreeHash leaf) {
    FrontierScan scan = new FrontierScan(size, hashes);
    scan.subtree(0, leaf.bytes(), 0);
    return scan.frontier();
  }

  /**
   * Goes on by many leaves. Of 1,024 and more, the full subtrees of 256 leaves are hashed on all
   * processors (in the common pool); the result is the same.
   *
   * @param entries the leaves' data in their order, not their hashes
   * @return the tree with all of them
   */
  public Frontier appendEntries(List<byte[]> entries) {
    FrontierScan scan = new FrontierScan(size, hashes);
    int next = 0;
    if (entries.size() >= PARALLEL_FROM) {
      while (scan.size() % CHUNK != 0) {
        scan.entry(entries.get(next++));
      }
      byte[] roots = chunkRoots(entries, next);
      for (int at = 0; at < roots.length; at += TreeHash.LENGTH) {
        scan.subtree(CHUNK_LEVEL, roots, at);
        next += CHUNK;
      }
    }
    while (next < entries.size()) {
      scan.entry(entries.get(next++));
    }
    return scan.frontier();
  }

  private static byte[] chunkRoots(List<byte[]> entries, int from) {
    byte[] roots = new byte[(entries.size() - from) / CHUNK * TreeHash.LENGTH];
    IntStream.range(0, roots.length / TreeHash.LENGTH)
        .parallel()
        .forEach(
            chunk -> {
              TreeDigest digest = new TreeDigest();
              byte[] leaves = new byte[CHUNK * TreeHash.LENGTH];
              for (int i = 0; i < CHUNK; i++) {
                byte[] entry = entries.get(from + chunk * CHUNK + i);
                digest.leaf(entry, 0, entry.length, leaves, i * TreeHash.LENGTH);
              }
              digest.fold(leaves, CHUNK);
              System.arraycopy(leaves, 0, roots, chunk * TreeHash.LENGTH, TreeHash.LENGTH);
            });
    return roots;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier that
        && size == that.size
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes) * 31 + Long.hashCode(size);
  }

  @Override
  public String toString() {
    return size + " leaves, root " + root();
  }
}
