package org.xiangpin.traceability.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * Finds the hashes of a tree's nodes in its tiles and remembers what it read. Not shared between
 * threads; made for one proof.
 */
final class TileHashes {
  private final long size;
  private final TileReader reader;
  private final Map<Tile, byte[]> read = new HashMap<>();
  private final TreeDigest digest = new TreeDigest();

  TileHashes(long size, TileReader reader) {
    this.size = size;
    this.reader = reader;
  }

  /**
   * Returns the root over the leaves from start to before end, start being a multiple of the
   * largest power of two in their number, as it is for every node of RFC 6962 §2.1.
   */
  TreeHash range(long start, long end) {
    long count = end - start;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return subtree(level, start >> level);
    }
    long left = Long.highestOneBit(count);
    return TreeHash.ofNode(range(start, start + left), range(start + left, end));
  }

  /** Returns the root of a complete subtree of 2^level leaves: 2^(level mod 8) hashes of a tile. */
  private TreeHash subtree(int level, long index) {
    int inTile = level % Tile.HEIGHT;
    long first = index << inTile;
    byte[] tile = tile(Tile.of(size, level / Tile.HEIGHT, first / Tile.FULL));
    int from = (int) (first % Tile.FULL) * TreeHash.LENGTH;
    int count = 1 << inTile;
    byte[] hashes = Arrays.copyOfRange(tile, from, from + count * TreeHash.LENGTH);
    digest.fold(hashes, count);
    return TreeHash.at(hashes, 0);
  }

  /** Returns the hashes of a tile, at least as many as it is wide. */
  byte[] tile(Tile tile) {
    byte[] known = read.get(tile);
    if (known == null) {
      known = reader.read(tile);
      boolean whole = known.length % TreeHash.LENGTH == 0;
      if (!whole
          || known.length < tile.width() * TreeHash.LENGTH
          || known.length > Tile.FULL * TreeHash.LENGTH) {
        throw new InvalidLogData(
            Reason.LENGTH, tile.path(), "the tile has " + known.length + " bytes");
      }
      read.put(tile, known);
    }
    return known;
  }
}
