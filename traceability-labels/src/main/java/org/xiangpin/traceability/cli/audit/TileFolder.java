package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xiangpin.traceability.log.Tile;

/**
 * A new folder into which recomputed tiles of level 0 go, to be used as older tiles one day.
 *
 * @param folder the folder, not there before
 */
record TileFolder(Path folder) {

  /**
   * Makes the folder.
   *
   * @throws IOException when it is there already: the tiles in it may be evidence
   */
  static TileFolder create(Path folder) throws IOException {
    return new TileFolder(Files.createDirectory(folder));
  }

  void write(Tile tile, byte[] hashes) throws IOException {
    Path file = folder.resolve(tile.path());
    Files.createDirectories(file.getParent());
    Files.write(file, hashes);
  }
}
