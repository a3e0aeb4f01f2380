package org.xiangpin.traceability.log;

/** Where the tiles of a log are read: a folder, a table, another's web server. */
@FunctionalInterface
public interface TileReader {
  /**
   * Reads a tile.
   *
   * @param tile its name
   * @return its hashes one after the other, 32 bytes each; a wider tile at the same place will do.
   *     The array is not changed
   */
  byte[] read(Tile tile);
}
