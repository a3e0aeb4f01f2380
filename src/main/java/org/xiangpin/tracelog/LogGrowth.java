package org.xiangpin.tracelog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.xiangpin.shared.Rows;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.TreeGrowth;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Takes the entries that wait into the tree, many at a time: their places, the bundles that hold
 * them, the tiles that changed and the new root, in one transaction.
 */
@ApplicationScoped
class LogGrowth {

  private static final int MOST_BATCHES = 1_024;
  private static final int MOST_ENTRIES = 16_384;

  /** What was handed in together. */
  private record Batch(long id, int width, byte[] entries) {}

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
      LogHead head = LogHead.lock(connection);
      List<Batch> batches = waiting(connection);
      if (batches.isEmpty()) {
        return 0;
      }
      LogTiles tiles = new LogTiles(connection);
      List<byte[]> entries = new ArrayList<>();
      for (Batch batch : batches) {
        entries.addAll(new EntryBundle(0, batch.width()).decode(batch.entries()));
      }
      TreeGrowth growth = head.tree(tiles).grow(entries.stream().map(TreeHash::ofLeaf).toList());
      tiles.write(growth.tiles());
      tiles.writeBundles(bundles(tiles, head.size(), entries));
      place(connection, head.size(), batches);
      new LogHead(growth.size(), growth.root()).write(connection);
      return entries.size();
    }
  }

  /** As many as fit into memory and a short transaction, in the order of their identifiers. */
  private static List<Batch> waiting(Connection connection) throws SQLException {
    long last = 0;
    int entries = 0;
    try (PreparedStatement widths =
            connection.prepareStatement(
                "select id, width from log_batch where first_index is null order by id limit "
                    + MOST_BATCHES);
        ResultSet row = widths.executeQuery()) {
      while (entries < MOST_ENTRIES && row.next()) {
        last = row.getLong(1);
        entries += row.getInt(2);
      }
    }
    List<Batch> batches = new ArrayList<>();
    if (entries == 0) {
      return batches;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, width, entries from log_batch"
                + " where first_index is null and id <= ? order by id")) {
      query.setLong(1, last);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          batches.add(new Batch(row.getLong(1), row.getInt(2), row.getBytes(3)));
        }
      }
    }
    return batches;
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
        byte[] file = tiles.find(begun).orElseThrow(() -> new LogBroken(begun.path() + " is gone"));
        byte[] whole = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, whole, file.length, more.length);
        more = whole;
      }
      files.put(index, more);
      from += some;
    }
    return files;
  }

  private static void place(Connection connection, long size, List<Batch> batches)
      throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    long next = size;
    for (Batch batch : batches) {
      rows.add(Arrays.asList(batch.id(), batch.width(), next));
      next += batch.width();
    }
    Rows.upsert(
        connection,
        "insert into log_batch (id, width, first_index)",
        "on duplicate key update first_index = values(first_index), entries = null",
        rows,
        row -> row);
  }
}
