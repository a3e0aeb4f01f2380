package org.xiangpin.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Rows;
import org.xiangpin.shared.SqlErrors;

/**
 * Sums up what was written, so that a balance is the sum of a few rows. Who posts writes no
 * balance, so nobody waits for the row of an account that everybody posts to.
 */
@ApplicationScoped
public class LedgerRollup {

  /** Nothing is summed up that is younger; a node's clock may be late by as much. */
  private static final Duration YOUNG = Duration.ofSeconds(10);

  private static final int ENTRIES_AT_ONCE = 20_000;

  private static final String GATE =
      "update ledger_period set written_through = ? where state = 'OPEN' and written_through < ?";

  private static final String DUE =
      """
      select exists (select 1 from ledger_entry
        where id > (select through from ledger_rollup where id = 1) and id <= ?)""";

  /** Bounds the next step: the last of so many entries, or where the gate stands. */
  private static final String BOUND =
      "select max(id) from (select id from ledger_entry where id > ? and id <= ?"
          + " order by id limit ?) some";

  private static final String SUMS =
      """
      select p.account, e.period, sum(greatest(p.amount, 0)), -sum(least(p.amount, 0))
      from ledger_entry e join ledger_posting p on p.entry = e.id
      where e.id > ? and e.id <= ? group by p.account, e.period""";

  private record Sum(long account, int period, long debits, long credits) {}

  @Inject DataSource database;

  @Scheduled(
      every = "{xiangpin.ledger.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    DatabaseAway.during("summing up the books", this::rollUp);
  }

  /** Sums up what is old enough. Lost against those who post, it is left for the next time. */
  public void rollUp() {
    rollUp(Ids.before(Ids.next(), YOUNG));
  }

  void rollUp(long through) {
    if (!isDue(through)) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew().run(() -> shut(through));
      while (QuarkusTransaction.requiringNew().call(() -> sumSome(through))) {
        // until all is summed up
      }
    } catch (RuntimeException e) {
      if (!SqlErrors.isRetryable(e)) {
        throw e;
      }
    }
  }

  /**
   * From now on nothing is written at or below this identifier: the update waits for all who hold a
   * month's row while they write, and the trigger refuses whoever comes later.
   */
  private void shut(long through) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(GATE)) {
      update.setLong(1, through);
      update.setLong(2, through);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  /** While nothing is posted nothing is written, and nobody waits. */
  private boolean isDue(long through) {
    try (Connection connection = database.getConnection()) {
      return number(connection, DUE, through) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  /** The last entry that is summed up. */
  long through() {
    try (Connection connection = database.getConnection()) {
      return number(connection, "select through from ledger_rollup where id = 1");
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  /** Returns whether there may be more. */
  private boolean sumSome(long gate) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return sumSome(connection, gate);
    }
  }

  private static boolean sumSome(Connection connection, long gate) throws SQLException {
    long done = number(connection, "select through from ledger_rollup where id = 1 for update");
    long bound = gate <= done ? 0 : number(connection, BOUND, done, gate, ENTRIES_AT_ONCE);
    if (bound == 0) {
      return false;
    }
    Rows.upsert(
        connection,
        "insert into ledger_balance (account, period, debits, credits)",
        "on duplicate key update debits = debits + values(debits),"
            + " credits = credits + values(credits)",
        sums(connection, done, bound),
        sum -> List.of(sum.account(), sum.period(), sum.debits(), sum.credits()));
    try (PreparedStatement update =
        connection.prepareStatement("update ledger_rollup set through = ? where id = 1")) {
      update.setLong(1, bound);
      update.executeUpdate();
    }
    return true;
  }

  private static List<Sum> sums(Connection connection, long after, long through)
      throws SQLException {
    List<Sum> sums = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(SUMS)) {
      query.setLong(1, after);
      query.setLong(2, through);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sums.add(new Sum(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4)));
        }
      }
    }
    return sums;
  }

  private static long number(Connection connection, String sql, long... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setLong(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
