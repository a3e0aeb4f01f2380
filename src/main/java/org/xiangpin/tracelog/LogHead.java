package org.xiangpin.tracelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.xiangpin.traceability.log.TileTree;
import org.xiangpin.traceability.log.TreeHash;

/**
 * How far the tree has grown.
 *
 * @param size number of leaves
 * @param root over them
 */
record LogHead(long size, TreeHash root) {

  /**
   * Locks the row until the transaction ends: one node at a time grows or signs. To be called first
   * in a transaction, so that what is read after it is what the node before has left.
   */
  static LogHead lock(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select size, root from log_head where id = 1 for update");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new LogBroken("the row of the log's size is gone");
      }
      return new LogHead(row.getLong(1), TreeHash.of(row.getBytes(2)));
    }
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update log_head set size = ?, root = ? where id = 1")) {
      update.setLong(1, size);
      update.setBytes(2, root.bytes());
      update.executeUpdate();
    }
  }

  /**
   * @throws LogBroken when the tiles are not those of which the root was written down
   */
  TileTree tree(LogTiles tiles) {
    TileTree tree = new TileTree(size, tiles);
    if (!tree.root().equals(root)) {
      throw new LogBroken("the tiles of " + size + " entries no longer have the root " + root);
    }
    return tree;
  }
}
