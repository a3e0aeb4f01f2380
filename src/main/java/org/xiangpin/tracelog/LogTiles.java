package org.xiangpin.tracelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.shared.Rows;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileReader;
import org.xiangpin.traceability.log.TreeHash;

/** The rows of tiles and bundles, over one connection. */
final class LogTiles implements TileReader {

  /** Hashes of a full tile, entries of a full bundle. */
  static final int WIDTH = Tile.FULL;

  private final Connection connection;

  LogTiles(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws LogBroken when the table has fewer hashes
   */
  @Override
  public byte[] read(Tile tile) {
    return find(tile)
        .orElseThrow(() -> new LogBroken(tile.path() + " is gone, or shorter than it was"));
  }

  /** The tile's hashes, if the table has as many. */
  Optional<byte[]> find(Tile tile) {
    int length = tile.width() * TreeHash.LENGTH;
    return bytes(
            "select hashes from log_tile where level = ? and tile_index = ?",
            tile.level(),
            tile.index())
        .filter(hashes -> hashes.length >= length)
        .map(hashes -> Arrays.copyOf(hashes, length));
  }

  /** The file of a bundle; of a wider one its beginning, of a shorter one what there is. */
  Optional<byte[]> find(EntryBundle bundle) {
    return bytes("select entries from log_bundle where bundle_index = ?", bundle.index())
        .map(file -> beginning(file, bundle.width()));
  }

  /** The entry at an index of a tree of this size. */
  byte[] entry(long index, long size) {
    EntryBundle bundle = EntryBundle.of(size, index / WIDTH);
    return bundle.decode(read(bundle)).get((int) (index % WIDTH));
  }

  /**
   * @throws LogBroken when the table has fewer entries
   */
  byte[] read(EntryBundle bundle) {
    return find(bundle)
        .filter(file -> isWhole(bundle, file))
        .orElseThrow(() -> new LogBroken(bundle.path() + " is gone, or shorter than it was"));
  }

  /** Whether a file holds all entries of a bundle. */
  static boolean isWhole(EntryBundle bundle, byte[] file) {
    try {
      return bundle.decode(file).size() == bundle.width();
    } catch (InvalidLogData e) {
      return false;
    }
  }

  void write(Map<Tile, byte[]> tiles) throws SQLException {
    Rows.upsert(
        connection,
        "insert into log_tile (level, tile_index, hashes)",
        "on duplicate key update hashes = values(hashes)",
        List.copyOf(tiles.entrySet()),
        each -> Arrays.asList(each.getKey().level(), each.getKey().index(), each.getValue()));
  }

  void writeBundles(Map<Long, byte[]> files) throws SQLException {
    Rows.upsert(
        connection,
        "insert into log_bundle (bundle_index, entries)",
        "on duplicate key update entries = values(entries)",
        List.copyOf(files.entrySet()),
        each -> Arrays.asList(each.getKey(), each.getValue()));
  }

  private Optional<byte[]> bytes(String sql, long... keys) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < keys.length; i++) {
        query.setLong(i + 1, keys[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("log", e);
    }
  }

  /** The first entries of a bundle's file, each behind its length in two bytes. */
  private static byte[] beginning(byte[] file, int width) {
    int end = 0;
    for (int i = 0; i < width && end + 2 <= file.length; i++) {
      end += 2 + ((file[end] & 0xFF) << 8 | file[end + 1] & 0xFF);
    }
    return Arrays.copyOf(file, Math.min(end, file.length));
  }
}
