package org.xiangpin.traceability.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * RFC 6962 §2.1 written down as it stands there, recursively and slowly. Uses nothing of the code
 * under test; hashes are ByteBuffers so that they compare by content.
 */
final class PlainTree {
  private final List<byte[]> entries;
  private final Map<List<Integer>, ByteBuffer> known = new HashMap<>();

  PlainTree(List<byte[]> entries) {
    this.entries = entries;
  }

  static ByteBuffer sha256(byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha.update(part);
      }
      return ByteBuffer.wrap(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** MTH(D[from:to]). */
  ByteBuffer mth(int from, int to) {
    ByteBuffer hash = known.get(List.of(from, to));
    if (hash == null) {
      if (to == from) {
        hash = sha256();
      } else if (to - from == 1) {
        hash = sha256(new byte[] {0}, entries.get(from));
      } else {
        int k = split(to - from);
        byte[] left = mth(from, from + k).array();
        hash = sha256(new byte[] {1}, left, mth(from + k, to).array());
      }
      known.put(List.of(from, to), hash);
    }
    return hash;
  }

  /** The largest power of two smaller than n. */
  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  /** PATH(m, D[from:to]), m counting from the part's beginning. */
  List<ByteBuffer> path(int m, int from, int to) {
    if (to - from == 1) {
      return new ArrayList<>();
    }
    int k = split(to - from);
    List<ByteBuffer> path;
    if (m < k) {
      path = path(m, from, from + k);
      path.add(mth(from + k, to));
    } else {
      path = path(m - k, from + k, to);
      path.add(mth(from, from + k));
    }
    return path;
  }

  /** SUBPROOF(m, D[from:to], whole). */
  List<ByteBuffer> subproof(int m, int from, int to, boolean whole) {
    if (m == to - from) {
      return whole ? new ArrayList<>() : new ArrayList<>(List.of(mth(from, to)));
    }
    int k = split(to - from);
    List<ByteBuffer> proof;
    if (m <= k) {
      proof = subproof(m, from, from + k, whole);
      proof.add(mth(from + k, to));
    } else {
      proof = subproof(m - k, from + k, to, false);
      proof.add(mth(from, from + k));
    }
    return proof;
  }

  /** The n-th tile at a level, as C2SP tlog-tiles defines it by formula. */
  byte[] tile(Tile tile) {
    ByteBuffer out = ByteBuffer.allocate(tile.width() * 32);
    int span = (int) Math.pow(256, tile.level());
    for (int i = 0; i < tile.width(); i++) {
      int first = (int) (tile.index() * 256 + i) * span;
      out.put(mth(first, first + span).array());
    }
    return out.array();
  }

  static List<ByteBuffer> buffers(List<TreeHash> hashes) {
    return hashes.stream().map(hash -> ByteBuffer.wrap(hash.bytes())).toList();
  }

  static TreeHash hash(ByteBuffer buffer) {
    return TreeHash.of(buffer.array());
  }
}
