package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.util.Optional;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.Tile;

/** The files of a log, named as C2SP tlog-tiles names them. May be read by many threads. */
public interface LogFiles {
  /** The bytes of the longest checkpoint that is read. */
  int MAX_CHECKPOINT = 1_000_000;

  /**
   * Reads a file.
   *
   * @param path such as {@code tile/0/x001/234.p/17}
   * @param maxBytes how many bytes it may have
   * @return its bytes, one more than {@code maxBytes} when it is longer; empty when it is not there
   * @throws IOException when that cannot be found out
   */
  Optional<byte[]> read(String path, int maxBytes) throws IOException;

  /**
   * Returns how many files are best read at once.
   *
   * @return 1 or more
   */
  int readersAtOnce();

  /**
   * Reads a tile, or the full one in its place, which a log may keep instead.
   *
   * @param tile the tile
   * @return its bytes, right or wrong; empty when it is not there
   * @throws IOException when that cannot be found out
   */
  default Optional<byte[]> read(Tile tile) throws IOException {
    int max = Tile.FULL * 32;
    Optional<byte[]> exact = read(tile.path(), max);
    return exact.isPresent() || tile.width() == Tile.FULL
        ? exact
        : read(tile.full().path(), max).filter(bytes -> bytes.length == max);
  }

  /**
   * Reads a bundle.
   *
   * @param bundle the bundle
   * @return its bytes, right or wrong; empty when it is not there
   * @throws IOException when that cannot be found out
   */
  default Optional<byte[]> read(EntryBundle bundle) throws IOException {
    return read(bundle.path(), bundle.width() * (EntryBundle.MAX_ENTRY + 2));
  }
}
