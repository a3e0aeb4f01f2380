package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.util.Arrays;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileTree;
import org.xiangpin.traceability.log.TreeHash;

/**
 * The last tile of each level above the leaves, of a tree that grows by full bundles. Not shared
 * between threads; 64 KB for a tree of any size.
 */
final class RightEdge {
  private static final int LEVELS = 8;

  private final byte[][] tiles = new byte[LEVELS][Tile.FULL * TreeHash.LENGTH];
  private long size;

  /** Takes a tile that is whole. */
  interface TileTaker {
    void take(Tile tile, byte[] hashes) throws IOException;
  }

  /** Adds 256 leaves by their root, and hands out the tiles that this fills. */
  void addBundle(TreeHash root, TileTaker filled) throws IOException {
    size += Tile.FULL;
    TreeHash hash = root;
    for (int level = 1; level < LEVELS; level++) {
      long last = (size >> (8 * level)) - 1;
      int place = (int) (last % Tile.FULL);
      System.arraycopy(hash.bytes(), 0, tiles[level], place * TreeHash.LENGTH, TreeHash.LENGTH);
      if (place < Tile.FULL - 1) {
        return;
      }
      filled.take(new Tile(level, last / Tile.FULL, Tile.FULL), tiles[level]);
      hash = TreeHash.ofSubtree(tiles[level]);
    }
  }

  /** Hands out the tiles above the leaves that are not full. */
  void partialTiles(TileTaker taker) throws IOException {
    for (int level = 1; level < LEVELS; level++) {
      long count = size >> (8 * level);
      int width = (int) (count % Tile.FULL);
      if (width > 0) {
        byte[] hashes = Arrays.copyOf(tiles[level], width * TreeHash.LENGTH);
        taker.take(new Tile(level, count / Tile.FULL, width), hashes);
      }
    }
  }

  /**
   * Returns the root of all full bundles and some more leaves.
   *
   * @param leaves number of all leaves, not more than 255 beyond the full bundles
   * @param leafHashes the hashes of those beyond, or more of them
   */
  TreeHash rootAt(long leaves, byte[] leafHashes) {
    return new TileTree(leaves, tile -> tile.level() == 0 ? leafHashes : tiles[tile.level()])
        .root();
  }
}
