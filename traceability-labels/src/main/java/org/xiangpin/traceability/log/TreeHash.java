package org.xiangpin.traceability.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * A hash in a Merkle tree (RFC 6962 §2.1, RFC 9162 §2.1.1): SHA-256 of the byte 0 and a leaf's
 * data, or of the byte 1 and the hashes of two subtrees.
 *
 * <p>Equal when the 32 bytes are. Immutable, may be shared between threads.
 */
public final class TreeHash {
  /** The bytes of a hash. */
  public static final int LENGTH = TreeDigest.LENGTH;

  /** The root of the tree without leaves: SHA-256 of nothing. */
  public static final TreeHash EMPTY = new TreeHash(TreeDigest.sha256().digest());

  private final byte[] bytes;

  private TreeHash(byte[] own) {
    this.bytes = own;
  }

  /** Takes 32 bytes of an array that goes on. */
  static TreeHash at(byte[] source, int from) {
    return new TreeHash(Arrays.copyOfRange(source, from, from + LENGTH));
  }

  /**
   * Takes a hash.
   *
   * @param bytes 32 bytes; copied
   * @return the hash
   * @throws InvalidLogData for another length
   */
  public static TreeHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new InvalidLogData(Reason.LENGTH, "hash", "a hash has 32 bytes, not " + bytes.length);
    }
    return new TreeHash(bytes.clone());
  }

  /**
   * Reads a hash.
   *
   * @param base64 44 characters of base64 (RFC 4648 §4) with padding
   * @return the hash
   * @throws InvalidLogData for any other text
   */
  public static TreeHash parse(String base64) {
    return of(LogText.base64("hash", base64, 0));
  }

  /**
   * Hashes a leaf.
   *
   * @param data the leaf's data, any number of bytes
   * @return SHA-256 of the byte 0 and the data
   */
  public static TreeHash ofLeaf(byte[] data) {
    byte[] out = new byte[LENGTH];
    new TreeDigest().leaf(data, 0, data.length, out, 0);
    return new TreeHash(out);
  }

  /**
   * Hashes many leaves at once, which is faster than one after the other.
   *
   * @param data the data of neighbouring leaves in their order
   * @return their hashes, 32 bytes each, one after the other, as in a tile of level 0
   */
  public static byte[] ofLeaves(List<byte[]> data) {
    byte[] out = new byte[data.size() * LENGTH];
    TreeDigest digest = new TreeDigest();
    int at = 0;
    for (byte[] leaf : data) {
      digest.leaf(leaf, 0, leaf.length, out, at);
      at += LENGTH;
    }
    return out;
  }

  /**
   * Hashes a node.
   *
   * @param left the older subtree
   * @param right the younger subtree
   * @return SHA-256 of the byte 1 and the two hashes
   */
  public static TreeHash ofNode(TreeHash left, TreeHash right) {
    byte[] pair = Arrays.copyOf(left.bytes, 2 * LENGTH);
    right.copyTo(pair, LENGTH);
    byte[] out = new byte[LENGTH];
    new TreeDigest().node(pair, 0, out, 0);
    return new TreeHash(out);
  }

  /**
   * Hashes a complete subtree.
   *
   * @param hashes 2^n neighbouring hashes of one level, 32 bytes each, one after the other; n is 0
   *     to 8, so that a full tile is the most
   * @return the root over them
   * @throws InvalidLogData for any other number of bytes
   */
  public static TreeHash ofSubtree(byte[] hashes) {
    int count = hashes.length / LENGTH;
    if (hashes.length % LENGTH != 0 || Integer.bitCount(count) != 1 || count > Tile.FULL) {
      throw new InvalidLogData(Reason.LENGTH, "subtree", "not 1, 2, 4 … 256 hashes of 32 bytes");
    }
    byte[] folded = hashes.clone();
    new TreeDigest().fold(folded, count);
    return at(folded, 0);
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, LENGTH);
  }

  /**
   * Returns the 32 bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Returns the hash as hexadecimal digits, as it is printed on paper.
   *
   * @return 64 characters in lower case
   */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /**
   * Returns the hash as it stands in checkpoints and proofs.
   *
   * @return 44 characters of base64, read again by {@link #parse}
   */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
