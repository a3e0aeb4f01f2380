package org.xiangpin.traceability.log;

import java.util.List;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * Proves that a leaf is in a tree (RFC 6962 §2.1.1, RFC 9162 §2.1.3, "audit path").
 *
 * @param index the leaf's place, from 0
 * @param size the number of leaves of the tree, above the index
 * @param hashes the missing neighbours from the leaf up to the root, of a number that index and
 *     size give, 63 at most
 */
public record InclusionProof(long index, long size, List<TreeHash> hashes) {
  /**
   * Checks index and number of hashes.
   *
   * @throws InvalidLogData for an index outside the tree and a wrong number of hashes
   */
  public InclusionProof {
    if (index < 0 || index >= size) {
      throw new InvalidLogData(Reason.RANGE, "index", "index is not below the size of the tree");
    }
    hashes = List.copyOf(hashes);
    if (hashes.size() != length(index, size)) {
      throw new InvalidLogData(
          Reason.LENGTH,
          "inclusion proof",
          "a leaf %d of %d needs %d hashes, not %d"
              .formatted(index, size, length(index, size), hashes.size()));
    }
  }

  /** Up to the node where the paths of this and the last leaf meet, then only left neighbours. */
  private static int length(long index, long size) {
    int below = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    return below + Long.bitCount(index >> below);
  }

  /**
   * Returns the root that the proof gives a leaf.
   *
   * @param leaf the leaf's hash
   * @return the root of the only tree that this proof can belong to
   */
  public TreeHash rootFrom(TreeHash leaf) {
    TreeHash hash = leaf;
    long node = index;
    long last = size - 1;
    for (TreeHash neighbour : hashes) {
      // a last node without a right neighbour stands in for its parent
      while ((node & 1) == 0 && node == last) {
        node >>= 1;
        last >>= 1;
      }
      hash = (node & 1) == 1 ? TreeHash.ofNode(neighbour, hash) : TreeHash.ofNode(hash, neighbour);
      node >>= 1;
      last >>= 1;
    }
    return hash;
  }

  /**
   * Checks that a leaf is in a tree.
   *
   * @param leaf the leaf's hash
   * @param root the root of the tree, from a checkpoint that is believed
   * @throws InvalidLogData when the proof does not lead from the one to the other
   */
  public void verify(TreeHash leaf, TreeHash root) {
    if (!rootFrom(leaf).equals(root)) {
      throw new InvalidLogData(
          Reason.HASH, "inclusion proof", "the proof does not lead from the entry to the root");
    }
  }
}
