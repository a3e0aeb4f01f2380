package org.xiangpin.traceability.log;

import java.util.ArrayList;
import java.util.List;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * Proves that a tree begins with another, older one: that nothing was changed, taken out or put in
 * (RFC 6962 §2.1.2, RFC 9162 §2.1.4).
 *
 * <p>Trees of one height may share a proof. What binds a size to its root is the checkpoint, so
 * both are taken from there.
 *
 * <p>Beyond the standard, the tree without leaves is the beginning of every tree, proved by no
 * hashes.
 *
 * @param oldSize the number of leaves of the older tree
 * @param newSize the number of leaves of the younger tree, not smaller
 * @param hashes the nodes that both need, 64 at most; none for equal sizes
 */
public record ConsistencyProof(long oldSize, long newSize, List<TreeHash> hashes) {
  private static final int MAX_HASHES = 64;

  /**
   * Checks sizes and number of hashes.
   *
   * @throws InvalidLogData for sizes in the wrong order, hashes where none are needed, none where
   *     some are, and more than 64
   */
  public ConsistencyProof {
    if (oldSize < 0 || oldSize > newSize) {
      throw new InvalidLogData(Reason.RANGE, "size", "the older tree is larger than the younger");
    }
    hashes = List.copyOf(hashes);
    boolean none = oldSize == 0 || oldSize == newSize;
    if (none != hashes.isEmpty() || hashes.size() > MAX_HASHES) {
      throw new InvalidLogData(Reason.LENGTH, "consistency proof", "wrong number of hashes");
    }
  }

  /**
   * Checks that the younger tree begins with the older one.
   *
   * @param oldRoot root of the older tree
   * @param newRoot root of the younger tree
   * @throws InvalidLogData when the proof does not lead to both roots
   */
  public void verify(TreeHash oldRoot, TreeHash newRoot) {
    boolean proved;
    if (oldSize == 0) {
      proved = oldRoot.equals(TreeHash.EMPTY);
    } else if (oldSize == newSize) {
      proved = oldRoot.equals(newRoot);
    } else {
      proved = leadsTo(oldRoot, newRoot);
    }
    if (!proved) {
      throw new InvalidLogData(
          Reason.HASH, "consistency proof", "the younger tree is not the older one gone on");
    }
  }

  /** RFC 9162 §2.1.4.2. */
  private boolean leadsTo(TreeHash oldRoot, TreeHash newRoot) {
    List<TreeHash> path = new ArrayList<>(hashes);
    if (Long.bitCount(oldSize) == 1) {
      path.add(0, oldRoot); // a complete tree is itself the first node
    }
    int shift = Long.numberOfTrailingZeros(oldSize);
    long node = (oldSize - 1) >> shift;
    long last = (newSize - 1) >> shift;
    TreeHash older = path.get(0);
    TreeHash younger = path.get(0);
    for (TreeHash hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        older = TreeHash.ofNode(hash, older);
        younger = TreeHash.ofNode(hash, younger);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        younger = TreeHash.ofNode(younger, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && older.equals(oldRoot) && younger.equals(newRoot);
  }
}
