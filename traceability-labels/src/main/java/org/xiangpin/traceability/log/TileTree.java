package org.xiangpin.traceability.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * A Merkle tree (RFC 6962 §2.1) whose hashes lie in tiles: gives its roots and proofs and grows.
 *
 * <p>A proof reads each tile that it needs once, not more than two in each level of tiles (three
 * levels hold 16 million leaves); so its cost grows with the logarithm of the size. Nothing that is
 * read is believed or disbelieved here: whoever does not trust the tiles checks the proof against a
 * signed root.
 *
 * <p>Immutable; may be shared between threads if the reader may. Whatever the reader throws is
 * passed on.
 *
 * @param size number of leaves
 * @param reader where the tiles of a tree of at least this size are read
 */
public record TileTree(long size, TileReader reader) {
  /** So that numbers of tiles and leaves do not overflow. */
  private static final long LARGEST = 1L << 62;

  /**
   * Checks the size.
   *
   * @throws InvalidLogData for a negative size
   */
  public TileTree {
    Objects.requireNonNull(reader, "reader");
    if (size < 0) {
      throw new InvalidLogData(Reason.RANGE, "tree size", "size is negative");
    }
  }

  /**
   * Returns the root.
   *
   * @return the Merkle tree hash of all leaves
   * @throws InvalidLogData for a tile that is too short or too long
   */
  public TreeHash root() {
    return rootAt(size);
  }

  /**
   * Returns the root that the tree had earlier.
   *
   * @param oldSize number of its leaves then, 0 to {@link #size}
   * @return the Merkle tree hash of its first leaves
   * @throws InvalidLogData for a larger size and for a tile that is too short or too long
   */
  public TreeHash rootAt(long oldSize) {
    checkOld(oldSize);
    return oldSize == 0 ? TreeHash.EMPTY : new TileHashes(size, reader).range(0, oldSize);
  }

  /**
   * Returns the hash of a leaf.
   *
   * @param index its place, below {@link #size}
   * @return the hash
   * @throws InvalidLogData for another index and for a tile that is too short or too long
   */
  public TreeHash leaf(long index) {
    checkIndex(index);
    return new TileHashes(size, reader).range(index, index + 1);
  }

  /**
   * Returns the tree's right edge.
   *
   * @return the frontier with which the tree can be gone on without its tiles
   * @throws InvalidLogData for a tile that is too short or too long
   */
  public Frontier frontier() {
    TileHashes hashes = new TileHashes(size, reader);
    List<TreeHash> subtrees = new ArrayList<>();
    long start = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      subtrees.add(hashes.range(start, start + Long.highestOneBit(rest)));
      start += Long.highestOneBit(rest);
    }
    return Frontier.of(size, subtrees);
  }

  /**
   * Proves that a leaf is in the tree (RFC 6962 §2.1.1).
   *
   * @param index the leaf's place, below {@link #size}
   * @return the proof
   * @throws InvalidLogData for another index and for a tile that is too short or too long
   */
  public InclusionProof inclusion(long index) {
    checkIndex(index);
    TileHashes hashes = new TileHashes(size, reader);
    List<TreeHash> path = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + leftOf(end - start);
      if (index < middle) {
        path.add(hashes.range(middle, end));
        end = middle;
      } else {
        path.add(hashes.range(start, middle));
        start = middle;
      }
    }
    Collections.reverse(path);
    return new InclusionProof(index, size, path);
  }

  /**
   * Proves that the tree begins with the one that it was earlier (RFC 6962 §2.1.2).
   *
   * @param oldSize number of its leaves then, 0 to {@link #size}
   * @return the proof
   * @throws InvalidLogData for a larger size and for a tile that is too short or too long
   */
  public ConsistencyProof consistency(long oldSize) {
    checkOld(oldSize);
    TileHashes hashes = new TileHashes(size, reader);
    List<TreeHash> path = new ArrayList<>();
    long start = 0;
    long end = size;
    // down to the node whose right end is the older tree's, which is a complete subtree of both
    while (oldSize > 0 && oldSize < end) {
      long middle = start + leftOf(end - start);
      if (oldSize <= middle) {
        path.add(hashes.range(middle, end));
        end = middle;
      } else {
        path.add(hashes.range(start, middle));
        start = middle;
      }
    }
    if (start > 0) {
      path.add(hashes.range(start, end)); // else it is the older root, which the checker has
    }
    Collections.reverse(path);
    return new ConsistencyProof(oldSize, size, path);
  }

  /** Returns the largest power of two below a number above 1: the leaves of the left subtree. */
  private static long leftOf(long count) {
    return Long.highestOneBit(count - 1);
  }

  /**
   * Grows by some leaves. Nothing is written: the result holds the tiles to be kept.
   *
   * @param leaves hashes of the new leaves in their order
   * @return size, root and changed tiles of the larger tree
   * @throws InvalidLogData for a tile that is too short or too long, and beyond 2^62 leaves
   */
  public TreeGrowth grow(List<TreeHash> leaves) {
    byte[] hashes = new byte[leaves.size() * TreeHash.LENGTH];
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).copyTo(hashes, i * TreeHash.LENGTH);
    }
    return grow(hashes);
  }

  /**
   * Grows as {@link #grow(List)} does.
   *
   * @param leaves hashes of the new leaves, 32 bytes each, as {@link TreeHash#ofLeaves} gives them
   * @return size, root and changed tiles of the larger tree
   * @throws InvalidLogData for a part of a hash, for a tile that is too short or too long, and
   *     beyond 2^62 leaves
   */
  public TreeGrowth grow(byte[] leaves) {
    if (leaves.length % TreeHash.LENGTH != 0) {
      throw new InvalidLogData(
          Reason.LENGTH, "leaves", leaves.length + " bytes are not whole hashes of 32");
    }
    if (size > LARGEST - leaves.length / TreeHash.LENGTH) {
      throw new InvalidLogData(Reason.RANGE, "tree size", "tree would have more than 2^62 leaves");
    }
    return TreeGrowth.of(this, leaves);
  }

  private void checkIndex(long index) {
    if (index < 0 || index >= size) {
      throw new InvalidLogData(Reason.RANGE, "index", "index is not below the size of the tree");
    }
  }

  private void checkOld(long oldSize) {
    if (oldSize < 0 || oldSize > size) {
      throw new InvalidLogData(Reason.RANGE, "size", "the older tree is larger than the younger");
    }
  }
}
