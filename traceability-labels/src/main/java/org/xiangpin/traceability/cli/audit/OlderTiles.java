package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.Finding.Kind;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Tiles of level 0 that somebody kept with an older checkpoint, and that lead to its root: so each
 * of their hashes is proved to be that of the entry as it was logged. May be read by many threads.
 */
final class OlderTiles {
  private final LogFiles files;
  private final long size;

  private OlderTiles(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /**
   * Proves the tiles.
   *
   * @return empty when they do not lead to the checkpoint's root
   * @throws IOException when a tile is missing or cannot be read
   */
  static Optional<OlderTiles> prove(LogFiles files, Checkpoint older) throws IOException {
    OlderTiles tiles = new OlderTiles(files, older.size());
    RightEdge edge = new RightEdge();
    byte[] hashes = new byte[0];
    for (long first = 0; first < older.size(); first += Tile.FULL) {
      Tile tile = Tile.of(older.size(), 0, first / Tile.FULL);
      hashes = tiles.read(tile);
      if (tile.width() == Tile.FULL) {
        edge.addBundle(TreeHash.ofSubtree(hashes), (filled, ignored) -> {});
      }
    }
    boolean proved = edge.rootAt(older.size(), hashes).equals(older.root());
    return proved ? Optional.of(tiles) : Optional.empty();
  }

  private byte[] read(Tile tile) throws IOException {
    byte[] hashes =
        files.read(tile).orElseThrow(() -> new NoSuchFileException("older tile " + tile.path()));
    int length = hashes.length;
    if (length != tile.width() * TreeHash.LENGTH && length != Tile.FULL * TreeHash.LENGTH) {
      throw new IOException("older tile " + tile.path() + " has another length than a tile");
    }
    return hashes;
  }

  /** Returns the first entry of a bundle that is not the one that was logged. */
  Optional<Finding> firstChange(EntryBundle bundle, byte[] leafHashes) throws IOException {
    long first = bundle.index() * Tile.FULL;
    if (first >= size) {
      return Optional.empty();
    }
    Tile tile = Tile.of(size, 0, bundle.index());
    int known = Math.min(tile.width(), leafHashes.length / TreeHash.LENGTH);
    int wrong = TileCheck.firstDifference(read(tile), leafHashes, known);
    return wrong < 0
        ? Optional.empty()
        : Optional.of(
            Finding.atEntry(
                Kind.ENTRY,
                bundle.path(),
                first + wrong,
                true,
                "Entry %d is not the one that was logged: the older tiles and checkpoint prove it."
                    .formatted(first + wrong)));
  }
}
