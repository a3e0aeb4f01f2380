package org.xiangpin.tracelog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.traceability.log.TreeGrowth;

/**
 * Takes the entries that wait into the tree, many at a time: their places, the tiles that changed
 * and the new root, in one transaction.
 */
@ApplicationScoped
class LogGrowth {

  @Inject DataSource database;

  /**
   * Takes all that waits.
   *
   * @return how many entries there were
   * @throws LogBroken when somebody changed the log behind our back; then nothing is taken
   */
  long grow() {
    long taken = 0;
    long some;
    do {
      some = QuarkusTransaction.requiringNew().call(this::growSome);
      taken += some;
    } while (some > 0);
    return taken;
  }

  private long growSome() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return growSome(connection);
    }
  }

  /**
   * Takes as much as fits into one short transaction, the caller's.
   *
   * @return how many entries there were
   */
  static long growSome(Connection connection) throws SQLException {
    LogHead head = LogHead.lock(connection);
    LogBatches waiting = new LogBatches(connection);
    List<LogBatches.Batch> batches = waiting.waiting();
    if (batches.isEmpty()) {
      return 0;
    }
    LogTiles tiles = new LogTiles(connection);
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    batches.forEach(batch -> leaves.writeBytes(batch.hashes()));
    TreeGrowth growth = head.tree(tiles).grow(leaves.toByteArray());
    tiles.write(growth.tiles());
    waiting.place(head.size(), batches);
    new LogHead(growth.size(), growth.root()).write(connection);
    return growth.size() - head.size();
  }
}
