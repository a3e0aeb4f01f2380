package org.xiangpin.traceability.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What growing a tree came to.
 *
 * @param size number of leaves of the larger tree
 * @param root its root
 * @param tiles the tiles that are new or wider than before, with their hashes one after the other,
 *     from level 0 up; a partial tile that another one replaces may be thrown away, since the wider
 *     one begins with it. The arrays are the caller's
 */
public record TreeGrowth(long size, TreeHash root, Map<Tile, byte[]> tiles) {
  /** Keeps the order of the tiles. */
  public TreeGrowth {
    tiles = Collections.unmodifiableMap(new LinkedHashMap<>(tiles));
  }

  static TreeGrowth of(TileTree tree, byte[] leaves) {
    Map<Tile, byte[]> tiles = new LinkedHashMap<>();
    long size = tree.size() + leaves.length / TreeHash.LENGTH;
    TileHashes before = new TileHashes(tree.size(), tree.reader());
    byte[] hashes = leaves;
    for (int level = 0; hashes.length > 0; level++) {
      hashes = addLevel(tree.size(), before, level, hashes, tiles);
    }
    TileReader after =
        tile -> {
          byte[] changed = tiles.get(tile);
          // a tile that did not grow is asked for as the older tree named it
          return changed != null ? changed : tree.reader().read(tile);
        };
    return new TreeGrowth(size, new TileTree(size, after).root(), tiles);
  }

  /** Adds the new hashes of one level and returns those of the next: the roots of filled tiles. */
  private static byte[] addLevel(
      long oldSize, TileHashes before, int level, byte[] hashes, Map<Tile, byte[]> tiles) {
    long oldCount = oldSize >> (Tile.HEIGHT * level);
    long newCount = oldCount + hashes.length / TreeHash.LENGTH;
    long firstTile = oldCount / Tile.FULL;
    byte[] roots = new byte[(int) (newCount / Tile.FULL - firstTile) * TreeHash.LENGTH];
    TreeDigest digest = new TreeDigest();
    int taken = 0;
    for (long index = firstTile; index * Tile.FULL < newCount; index++) {
      int width = (int) Math.min(newCount - index * Tile.FULL, Tile.FULL);
      int kept = index == firstTile ? (int) (oldCount % Tile.FULL) * TreeHash.LENGTH : 0;
      byte[] tile = new byte[width * TreeHash.LENGTH];
      if (kept > 0) {
        System.arraycopy(before.tile(Tile.of(oldSize, level, index)), 0, tile, 0, kept);
      }
      System.arraycopy(hashes, taken, tile, kept, tile.length - kept);
      taken += tile.length - kept;
      tiles.put(new Tile(level, index, width), tile);
      if (width == Tile.FULL) {
        byte[] folded = tile.clone();
        digest.fold(folded, Tile.FULL);
        int at = (int) (index - firstTile) * TreeHash.LENGTH;
        System.arraycopy(folded, 0, roots, at, TreeHash.LENGTH);
      }
    }
    return roots;
  }
}
