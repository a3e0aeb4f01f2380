package org.xiangpin.traceability.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 as RFC 6962 §2.1 uses it, writing into arrays: a million leaves need no million objects.
 * Not shared between threads.
 */
final class TreeDigest {
  static final int LENGTH = 32;

  private final MessageDigest sha = sha256();

  /**
   * The prefix of a node and its two hashes, handed over in one piece: three calls cost a tenth.
   */
  private final byte[] node = new byte[1 + 2 * LENGTH];

  /** The prefix of a leaf and its data, in one piece for the same reason, unless it is long. */
  private final byte[] leaf = new byte[512];

  TreeDigest() {
    node[0] = 1;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Writes the hash of a leaf's data. */
  void leaf(byte[] data, int from, int length, byte[] out, int at) {
    if (length < leaf.length) {
      System.arraycopy(data, from, leaf, 1, length);
      sha.update(leaf, 0, 1 + length);
    } else {
      sha.update((byte) 0);
      sha.update(data, from, length);
    }
    digest(out, at);
  }

  /** Writes the hash of the node over two hashes that lie one after the other. */
  void node(byte[] pair, int from, byte[] out, int at) {
    System.arraycopy(pair, from, node, 1, 2 * LENGTH);
    sha.update(node, 0, node.length);
    digest(out, at);
  }

  private void digest(byte[] out, int at) {
    try {
      sha.digest(out, at, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("the array has room for 32 bytes", e);
    }
  }

  /** Folds 2^n hashes that lie one after the other into their root, which is left at the front. */
  void fold(byte[] hashes, int count) {
    for (int width = count; width > 1; width >>= 1) {
      for (int i = 0; i < width >> 1; i++) {
        node(hashes, 2 * i * LENGTH, hashes, i * LENGTH);
      }
    }
  }
}
