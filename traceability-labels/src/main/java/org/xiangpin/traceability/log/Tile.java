package org.xiangpin.traceability.log;

import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * Names a tile: up to 256 neighbouring hashes of a log's tree, kept and published as one file (C2SP
 * tlog-tiles).
 *
 * <p>Hash <i>i</i> of tile (level, index) is the root of the complete subtree of
 * 256<sup>level</sup> leaves that begins at leaf (256 index + <i>i</i>) 256<sup>level</sup>. The
 * file holds the hashes one after the other, 32 bytes each. A tile of fewer than 256 hashes is
 * partial; the right edge of a tree is made of such.
 *
 * @param level 0 to 7; 0 holds the hashes of leaves. The standard allows up to 63, but a tree of
 *     2^63 leaves has no higher one
 * @param index the tile's place in its level, from 0
 * @param width its number of hashes, 1 to 256
 */
public record Tile(int level, long index, int width) {
  /** The hashes of a full tile. */
  public static final int FULL = 256;

  /** The levels of a tree that a tile spans: 2^8 = 256. */
  static final int HEIGHT = 8;

  private static final int MAX_LEVEL = 7;
  private static final String PREFIX = "tile/";

  /**
   * Checks the numbers.
   *
   * @throws InvalidLogData for a number outside its range
   */
  public Tile {
    if (level < 0 || level > MAX_LEVEL) {
      throw new InvalidLogData(Reason.RANGE, "tile level", "level is not from 0 to 7");
    }
    new TilePath(index, width);
  }

  /**
   * Names a tile as wide as a tree fills it.
   *
   * @param size number of the tree's leaves
   * @param level 0 to 7
   * @param index place in the level
   * @return the tile
   * @throws InvalidLogData when the tree has no hash in it
   */
  public static Tile of(long size, int level, long index) {
    long width = (size >> (HEIGHT * level)) - index * FULL;
    return new Tile(level, index, (int) Math.max(0, Math.min(width, FULL)));
  }

  /**
   * Reads a path.
   *
   * @param path {@code tile/<L>/<N>[.p/<W>]}
   * @return the tile
   * @throws InvalidLogData for any other text, other spellings of the same tile included
   */
  public static Tile parse(String path) {
    int slash = path.indexOf('/', PREFIX.length());
    if (!path.startsWith(PREFIX) || slash < 0) {
      throw new InvalidLogData(Reason.FORMAT, "tile path", 0, "not of the form tile/<L>/<N>");
    }
    String levelText = path.substring(PREFIX.length(), slash);
    long level = LogText.number("tile level", levelText, PREFIX.length());
    TilePath rest = TilePath.parse(path, slash + 1);
    return new Tile((int) Math.min(level, MAX_LEVEL + 1L), rest.index(), rest.width());
  }

  /**
   * Returns the path under the log's prefix.
   *
   * @return for example {@code tile/1/x001/234.p/17}, read again by {@link #parse}
   */
  public String path() {
    return PREFIX + level + "/" + new TilePath(index, width);
  }

  /**
   * Returns the full tile at the same place, which may be asked for when a partial one is gone.
   *
   * @return the tile of 256 hashes
   */
  public Tile full() {
    return new Tile(level, index, FULL);
  }
}
