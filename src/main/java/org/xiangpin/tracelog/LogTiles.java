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
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileReader;
import org.xiangpin.traceability.log.TreeHash;

/** The rows of tiles, over one connection. */
final class LogTiles implements TileReader {

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
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hashes from log_tile where level = ? and tile_index = ?")) {
      query.setInt(1, tile.level());
      query.setLong(2, tile.index());
      try (ResultSet row = query.executeQuery()) {
        return Optional.ofNullable(row.next() ? row.getBytes(1) : null)
            .filter(hashes -> hashes.length >= length)
            .map(hashes -> Arrays.copyOf(hashes, length));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("log", e);
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
}
