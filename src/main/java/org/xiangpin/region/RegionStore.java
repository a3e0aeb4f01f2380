package org.xiangpin.region;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xiangpin.region.Region.Level;
import org.xiangpin.region.RegionCsv.Row;
import org.xiangpin.shared.SqlErrors;

/**
 * Puts batches of new regions of one level into the table, each batch in a transaction of its own.
 * By plain JDBC with many rows a statement, because the country has 665,000.
 *
 * <p>A first import finds nothing there, a repeated one finds everything: it expects of a batch
 * what the batch before was like, and only looks codes up when that proves wrong.
 */
final class RegionStore implements AutoCloseable {

  private static final int ROWS_A_STATEMENT = 1_000;
  private static final int MOST_ATTEMPTS = 5;

  private final Connection connection;
  private final String insert;
  private final PreparedStatement insertMany;
  private boolean expectsNew = true;

  RegionStore(Connection connection, Level level) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.insert = "(?, " + level.number() + ", ?, ?, ?, '" + Region.SINCE_EVER + "')";
    this.insertMany = prepareInsert(ROWS_A_STATEMENT);
    checkForeignKeys(false);
  }

  /** All codes of the levels above this one: at most 45,000. */
  static Set<String> codesAbove(Connection connection, Level level) throws SQLException {
    Set<String> codes = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("select code from region where level < ?")) {
      select.setInt(1, level.number());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          codes.add(rows.getString(1));
        }
      }
    }
    return codes;
  }

  /**
   * Adds the rows whose codes are new and commits.
   *
   * @return the rows that were there before, with the name they have in the table
   */
  Map<Row, String> add(List<Row> batch) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        Map<Row, String> known = expectsNew ? Map.of() : lookUp(batch);
        List<Row> fresh = batch;
        if (!known.isEmpty()) {
          fresh = batch.stream().filter(r -> !known.containsKey(r)).toList();
        }
        insert(fresh);
        connection.commit();
        expectsNew = known.isEmpty();
        return known;
      } catch (SQLException e) {
        connection.rollback();
        if (SqlErrors.isDuplicate(e)) {
          expectsNew = false;
        } else if (!SqlErrors.isRetryable(e)) {
          throw e;
        }
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void insert(List<Row> rows) throws SQLException {
    for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
      List<Row> some = rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
      if (some.size() == ROWS_A_STATEMENT) {
        insert(insertMany, some);
      } else {
        try (PreparedStatement insertFew = prepareInsert(some.size())) {
          insert(insertFew, some);
        }
      }
    }
  }

  private static void insert(PreparedStatement statement, List<Row> rows) throws SQLException {
    int at = 1;
    for (Row row : rows) {
      statement.setString(at++, row.code());
      statement.setString(at++, row.name());
      statement.setString(at++, PlaceName.plain(row.name()));
      statement.setString(at++, row.parentCode());
    }
    statement.executeUpdate();
  }

  private Map<Row, String> lookUp(List<Row> batch) throws SQLException {
    Map<String, Row> byCode = new HashMap<>();
    batch.forEach(row -> byCode.put(row.code(), row));
    List<String> codes = new ArrayList<>(byCode.keySet());
    String marks = String.join(",", Collections.nCopies(codes.size(), "?"));
    Map<Row, String> known = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select code, name from region where code in (" + marks + ")")) {
      for (int i = 0; i < codes.size(); i++) {
        select.setString(i + 1, codes.get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(byCode.get(rows.getString(1)), rows.getString(2));
        }
      }
    }
    return known;
  }

  private PreparedStatement prepareInsert(int rows) throws SQLException {
    return connection.prepareStatement(
        "insert into region (code, level, name, plain_name, parent_code, valid_from) values "
            + String.join(",", Collections.nCopies(rows, insert)));
  }

  /**
   * Every row's parent was looked up when its line was read, and no region is ever deleted; looking
   * again for each row takes the server half of the whole time.
   */
  private void checkForeignKeys(boolean on) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session foreign_key_checks = " + (on ? 1 : 0));
    }
  }

  /** The connection goes back to the pool as it came. */
  @Override
  public void close() throws SQLException {
    insertMany.close();
    checkForeignKeys(true);
  }
}
