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
   * Goes on by some leaves.
   *
   * @param entries the leaves' data in their order, not their hashes
   * @return the tree with all of them
   */
  public Frontier appendEntries(List<byte[]> entries) {
    FrontierScan scan = new FrontierScan(size, hashes);
    entries.forEach(scan::entry);
    return scan.frontier();
  }

  /**
   * Goes on by the files of whole bundles, the quick way through a published log. The files are
   * hashed on all processors (in the common pool), so some hundred at once are best.
   *
   * @param files the files of the bundles that follow, each of 256 entries, the last perhaps of
   *     fewer
   * @param newSize number of leaves with all of them
   * @return the tree with all of them
   * @throws InvalidLogData when this tree does not end with a full bundle, the number of files is
   *     not that of the leaves, or a file is broken, then naming its path and the byte
   */
  public Frontier appendBundles(List<byte[]> files, long newSize) {
    long first = size / Tile.FULL;
    if (size % Tile.FULL != 0 || newSize < size || bundlesOf(newSize) != first + files.size()) {
      throw new InvalidLogData(Reason.RANGE, "bundles", "the files are not those up to this size");
    }
    byte[][] hashed = new byte[files.size()][];
    IntStream.range(0, hashed.length)
        .parallel()
        .forEach(i -> hashed[i] = hashBundle(EntryBundle.of(newSize, first + i), files.get(i)));
    FrontierScan scan = new FrontierScan(size, hashes);
    for (int i = 0; i < hashed.length; i++) {
      int level = EntryBundle.of(newSize, first + i).width() == Tile.FULL ? Tile.HEIGHT : 0;
      for (int at = 0; at < hashed[i].length; at += TreeHash.LENGTH) {
        scan.subtree(level, hashed[i], at);
      }
    }
    return scan.frontier();
  }

  private static long bundlesOf(long size) {
    return size / Tile.FULL + (size % Tile.FULL == 0 ? 0 : 1);
  }

  /** Returns the root of a full bundle, the leaves' hashes of any other. */
  private static byte[] hashBundle(EntryBundle bundle, byte[] file) {
    byte[] leaves = bundle.leafHashes(file);
    if (bundle.width() < Tile.FULL) {
      return leaves;
    }
    new TreeDigest().fold(leaves, Tile.FULL);
    return Arrays.copyOf(leaves, TreeHash.LENGTH);
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
