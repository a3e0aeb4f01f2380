package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.Finding.Kind;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileTree;

/**
 * Proves by the log's own tiles that an entry was changed: when the tiles, which nobody rewrote,
 * still lead to a signed root.
 *
 * @param files the log
 * @param size number of its entries
 * @param signed checkpoints that are believed
 */
record TileProof(LogFiles files, long size, List<Checkpoint> signed) {

  /**
   * Proves the first entry that does not fit its tile to be the first bad one. The hash that the
   * tile holds for it leads to the signed root by way of the hashes left of it; those were all
   * found to be right, or another finding would be the first.
   */
  Optional<Finding> changedEntry(Findings findings) throws IOException {
    Optional<Finding> first =
        findings
            .firstTile()
            .filter(Finding::isExact)
            .filter(f -> f.path().startsWith(Findings.LEAF_TILES));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    long index = first.get().from();
    for (Checkpoint state : signed) {
      if (index < state.size() && isProved(index, state)) {
        String message =
            ("Entry %d is not the one that was logged: the tiles and the checkpoint of %d entries"
                    + " prove it.")
                .formatted(index, state.size());
        return Optional.of(Finding.atEntry(Kind.ENTRY, first.get().path(), index, true, message));
      }
    }
    return Optional.empty();
  }

  private boolean isProved(long index, Checkpoint state) throws IOException {
    TileTree tree = new TileTree(state.size(), this::read);
    try {
      tree.inclusion(index).verify(tree.leaf(index), state.root());
      return true;
    } catch (InvalidLogData e) {
      return false;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Of a tile that grew since an older state, the present one will do. A missing tile proves
   * nothing, like an empty one.
   */
  private byte[] read(Tile tile) {
    try {
      Optional<byte[]> exact = files.read(tile);
      return exact.isPresent()
          ? exact.get()
          : files.read(Tile.of(size, tile.level(), tile.index())).orElse(new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
