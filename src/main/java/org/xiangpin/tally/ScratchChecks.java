package org.xiangpin.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;

/**
 * Checks of one-time codes (刮刮码): the first right one counts, and every later one is told when that
 * was. A label's codes are tried at most {@link #MOST_TRIES_A_DAY} times a day.
 */
@ApplicationScoped
public class ScratchChecks {

  /** Enough for a slip of the hand; too few for one of 2^40 codes. */
  static final int MOST_TRIES_A_DAY = 10;

  private static final String TRY =
      """
      insert into label_code_try (lot_id, roll, label_index, tried_on, tries) values (?, ?, ?, ?, 1)
      on duplicate key update tries = tries + 1
      """;

  private static final String CHECK =
      """
      insert into label_code (lot_id, roll, label_index, first_at, checks) values (?, ?, ?, ?, 1)
      on duplicate key update checks = checks + 1
      """;

  /** What became of a check. */
  public enum Verdict {
    /** The first time that the right code was typed. */
    GENUINE,
    /** Right, but it was checked before. */
    CHECKED_BEFORE,
    WRONG,
    TOO_OFTEN
  }

  /**
   * @param firstAt when the code was checked first; null unless it is right
   * @param checks how often with this one; 0 unless it is right
   */
  public record Result(Verdict verdict, Instant firstAt, int checks) {}

  @Inject DataSource database;
  @Inject Clock clock;

  /**
   * @param isRight whether the code typed is the label's
   */
  @Transactional
  public Result check(LabelId label, boolean isRight) {
    Instant now = Times.now(clock);
    try (Connection connection = database.getConnection()) {
      if (countTry(connection, label) > MOST_TRIES_A_DAY) {
        return new Result(Verdict.TOO_OFTEN, null, 0);
      }
      if (!isRight) {
        return new Result(Verdict.WRONG, null, 0);
      }
      change(connection, CHECK, label, Times.utc(now));
      return read(connection, label);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The row is locked by its change until the transaction ends: tries at once are all counted. */
  private int countTry(Connection connection, LabelId label) throws SQLException {
    LocalDate today = Times.today(clock);
    change(connection, TRY, label, today);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select tries from label_code_try"
                + " where lot_id = ? and roll = ? and label_index = ? and tried_on = ?")) {
      name(query, label);
      query.setObject(4, today);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static Result read(Connection connection, LabelId label) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select first_at, checks from label_code"
                + " where lot_id = ? and roll = ? and label_index = ?")) {
      name(query, label);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        int checks = row.getInt(2);
        return new Result(
            checks == 1 ? Verdict.GENUINE : Verdict.CHECKED_BEFORE, Times.instant(row, 1), checks);
      }
    }
  }

  private static void change(Connection connection, String sql, LabelId label, Object when)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      name(statement, label);
      statement.setObject(4, when);
      statement.executeUpdate();
    }
  }

  private static void name(PreparedStatement statement, LabelId label) throws SQLException {
    statement.setLong(1, label.lotId());
    statement.setInt(2, label.roll());
    statement.setInt(3, label.index());
  }
}
