package org.xiangpin.shared;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The database server's own record of what it was asked, by whichever way it came. */
public final class StatementLog implements AutoCloseable {

  private final DataSource database;

  private StatementLog(DataSource database) {
    this.database = database;
  }

  /** Begins to record. */
  public static StatementLog start(DataSource database) throws SQLException {
    StatementLog log = new StatementLog(database);
    log.execute("set global general_log = off");
    log.execute("set global log_output = 'TABLE'");
    log.execute("truncate table mysql.general_log");
    log.execute("set global general_log = on");
    return log;
  }

  /** The statements carried out so far, with their values, that name one of these. */
  public List<String> naming(String... words) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select argument from mysql.general_log"
                    + " where command_type in ('Query', 'Execute') order by event_time")) {
      while (row.next()) {
        String text = new String(row.getBytes(1), StandardCharsets.UTF_8);
        if (Arrays.stream(words).anyMatch(text::contains)) {
          found.add(text);
        }
      }
    }
    return found;
  }

  /** How many statements clients have sent since the server started. */
  public static long statements(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show global status like 'Questions'")) {
      row.next();
      return row.getLong(2);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("set global general_log = off");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
