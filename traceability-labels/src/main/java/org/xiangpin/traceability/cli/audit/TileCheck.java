package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.Finding.Kind;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TreeHash;

/** Compares published tiles with recomputed ones. */
final class TileCheck {
  private TileCheck() {}

  /** Returns what is wrong with a tile, if anything is, as far as its right hashes are known. */
  static Optional<Finding> compare(LogFiles files, Tile tile, byte[] right) throws IOException {
    Optional<byte[]> read = files.read(tile);
    if (read.isEmpty()) {
      return Optional.of(finding(tile, 0, tile.width() - 1, "is missing"));
    }
    byte[] served = read.get();
    int length = tile.width() * TreeHash.LENGTH;
    if (served.length != length && served.length != Tile.FULL * TreeHash.LENGTH) {
      String what = "has another length than %d bytes".formatted(length);
      return Optional.of(finding(tile, 0, tile.width() - 1, what));
    }
    int wrong = firstDifference(served, right, right.length / TreeHash.LENGTH);
    return wrong < 0
        ? Optional.empty()
        : Optional.of(finding(tile, wrong, wrong, "does not have the hash of " + over(tile)));
  }

  private static String over(Tile tile) {
    return tile.level() == 0 ? "entry %d" : "the entries %d to %d";
  }

  /** Returns the first of so many hashes that differs, or -1. */
  static int firstDifference(byte[] some, byte[] others, int hashes) {
    int length = hashes * TreeHash.LENGTH;
    int at = Arrays.mismatch(some, 0, length, others, 0, length);
    return at < 0 ? -1 : at / TreeHash.LENGTH;
  }

  private static Finding finding(Tile tile, int firstHash, int lastHash, String what) {
    int shift = 8 * tile.level();
    long from = (tile.index() * Tile.FULL + firstHash) << shift;
    long to = ((tile.index() * Tile.FULL + lastHash + 1) << shift) - 1;
    String message = "The tile " + tile.path() + " " + what.formatted(from, to) + ".";
    return new Finding(Kind.TILE, tile.path(), from, to, false, message);
  }
}
