package org.xiangpin.tracelog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.TreeGrowth;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Takes the entries that wait into the tree, many at a time: their places, the bundles that hold
 * them, the tiles that changed and the new root, in one transaction.
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
    List<byte[]> entries = batches.stream().flatMap(batch -> batch.entries().stream()).toList();
    TreeGrowth growth = head.tree(tiles).grow(entries.stream().map(TreeHash::ofLeaf).toList());
    tiles.write(growth.tiles());
    tiles.writeBundles(bundles(tiles, head.size(), entries));
    waiting.place(head.size(), batches);
    new LogHead(growth.size(), growth.root()).write(connection);
    return entries.size();
  }

  /** The files of the bundles that the entries begin or fill up. */
  private static Map<Long, byte[]> bundles(LogTiles tiles, long size, List<byte[]> entries) {
    Map<Long, byte[]> files = new LinkedHashMap<>();
    for (int from = 0; from < entries.size(); ) {
      long index = (size + from) / LogTiles.WIDTH;
      int filled = (int) ((size + from) % LogTiles.WIDTH);
      int some = Math.min(entries.size() - from, LogTiles.WIDTH - filled);
      byte[] more = EntryBundle.encode(entries.subList(from, from + some));
      if (filled > 0) {
        EntryBundle begun = new EntryBundle(index, filled);
        byte[] file = tiles.read(begun);
        byte[] whole = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, whole, file.length, more.length);
        more = whole;
      }
      files.put(index, more);
      from += some;
    }
    return files;
  }
}
