package org.xiangpin.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Inserts many rows with few statements. Their sizes are powers of two, so that there are few
 * different ones and they stay prepared; the driver's own batches are prepared anew each time.
 */
public final class Rows {

  private static final int MOST = 64;

  private Rows() {}

  /**
   * @param into {@code insert into … (…)}, without its values
   * @param values of a row, as many for each
   */
  public static <T> void insert(
      Connection connection, String into, List<T> rows, Function<T, List<Object>> values)
      throws SQLException {
    upsert(connection, into, "", rows, values);
  }

  /**
   * @param otherwise {@code on duplicate key update …}
   */
  public static <T> void upsert(
      Connection connection,
      String into,
      String otherwise,
      List<T> rows,
      Function<T, List<Object>> values)
      throws SQLException {
    for (int from = 0; from < rows.size(); ) {
      int size = Math.min(MOST, Integer.highestOneBit(rows.size() - from));
      List<T> some = rows.subList(from, from + size);
      upsertSome(connection, into, otherwise, some.stream().map(values).toList());
      from += size;
    }
  }

  private static void upsertSome(
      Connection connection, String into, String otherwise, List<List<Object>> rows)
      throws SQLException {
    String row = "(?" + ", ?".repeat(rows.get(0).size() - 1) + ")";
    String sql =
        into
            + " values "
            + String.join(", ", Collections.nCopies(rows.size(), row))
            + " "
            + otherwise;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      for (List<Object> values : rows) {
        for (Object value : values) {
          statement.setObject(at++, value);
        }
      }
      statement.executeUpdate();
    }
  }
}
