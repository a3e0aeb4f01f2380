package org.xiangpin.tracelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Rows;
import org.xiangpin.traceability.log.EntryBundle;

/** The rows of what was handed in together, over one connection. */
final class LogBatches {

  private static final int MOST_BATCHES = 1_024;
  private static final int MOST_ENTRIES = 16_384;
  private static final String INSERT = "insert into log_batch (id, width, entries)";
  private static final String PLACE = "insert into log_batch (id, width, first_index)";

  /** What was handed in together and waits. */
  record Batch(long id, int width, byte[] file) {

    List<byte[]> entries() {
      return new EntryBundle(0, width).decode(file);
    }
  }

  private final Connection connection;

  LogBatches(Connection connection) {
    this.connection = connection;
  }

  /** Keeps entries until the tree takes them; they stay next to each other. */
  List<LogPlace> insert(List<byte[]> entries) throws SQLException {
    List<LogPlace> places = new ArrayList<>(entries.size());
    List<List<Object>> rows = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += LogTiles.WIDTH) {
      List<byte[]> some = entries.subList(from, Math.min(entries.size(), from + LogTiles.WIDTH));
      long batch = Ids.next();
      rows.add(Arrays.asList(batch, some.size(), EntryBundle.encode(some)));
      for (int i = 0; i < some.size(); i++) {
        places.add(new LogPlace(batch, i));
      }
    }
    Rows.insert(connection, INSERT, rows, row -> row);
    return places;
  }

  /** As many as fit into memory and a short transaction, in the order of their identifiers. */
  List<Batch> waiting() throws SQLException {
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
    return entries == 0 ? List.of() : waitingUpTo(last);
  }

  private List<Batch> waitingUpTo(long last) throws SQLException {
    List<Batch> batches = new ArrayList<>();
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

  /** Writes down where their entries stand in a tree that had this size before them. */
  void place(long size, List<Batch> batches) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    long next = size;
    for (Batch batch : batches) {
      rows.add(Arrays.asList(batch.id(), batch.width(), next));
      next += batch.width();
    }
    Rows.upsert(
        connection,
        PLACE,
        "on duplicate key update first_index = values(first_index), entries = null",
        rows,
        row -> row);
  }
}
