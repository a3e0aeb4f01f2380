package org.xiangpin.traceability.log;

import java.util.Arrays;

/**
 * Builds a {@link Frontier} leaf by leaf in place. Not shared between threads.
 *
 * <p>The hashes of the complete subtrees lie on a stack, the largest first. A new leaf is merged
 * with its left neighbour as often as the binary number of leaves before it ends in ones.
 */
final class FrontierScan {
  private static final int MAX_DEPTH = 64;

  private final TreeDigest digest = new TreeDigest();
  private final byte[] stack = new byte[(MAX_DEPTH + 1) * TreeHash.LENGTH];
  private long size;

  FrontierScan(long size, byte[] hashes) {
    this.size = size;
    System.arraycopy(hashes, 0, stack, 0, hashes.length);
  }

  void entry(byte[] data) {
    digest.leaf(data, 0, data.length, stack, top());
    merge(0);
  }

  /** Adds a complete subtree of 2^level leaves; the size so far is a multiple of them. */
  void subtree(int level, byte[] hashes, int from) {
    System.arraycopy(hashes, from, stack, top(), TreeHash.LENGTH);
    merge(level);
  }

  private int top() {
    return Long.bitCount(size) * TreeHash.LENGTH;
  }

  private void merge(int level) {
    int at = top();
    for (long rest = size >> level; (rest & 1) == 1; rest >>= 1) {
      at -= TreeHash.LENGTH;
      digest.node(stack, at, stack, at);
    }
    size += 1L << level;
  }

  long size() {
    return size;
  }

  Frontier frontier() {
    return new Frontier(size, Arrays.copyOf(stack, top()));
  }
}
