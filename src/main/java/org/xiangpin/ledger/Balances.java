package org.xiangpin.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;

/**
 * Reads the books: balances, the trial balance (试算平衡表), an account's statement (对账单). Each is one
 * statement and so of one moment; what was summed up and what is younger count alike.
 */
@ApplicationScoped
public class Balances {

  private static final String BALANCE =
      """
      select coalesce((select sum(debits - credits) from ledger_balance where account = ?), 0)
        + coalesce((select sum(amount) from ledger_posting where account = ?
            and entry > (select through from ledger_rollup where id = 1)), 0)""";

  private static final String PENDING =
      """
      select coalesce(sum(p.amount), 0) from ledger_pending_posting p
      where p.account = ? and not exists
        (select 1 from ledger_pending_end e where e.pending = p.pending)""";

  private static final String TRIAL =
      """
      select a.unit, a.kind, sum(s.debits), sum(s.credits) from (
        select account, debits, credits from ledger_balance where period <= ?
        union all
        select p.account, greatest(p.amount, 0), -least(p.amount, 0)
        from ledger_entry e join ledger_posting p on p.entry = e.id
        where e.id > (select through from ledger_rollup where id = 1) and e.period <= ?
      ) s join ledger_account a on a.id = s.account
      group by a.unit, a.kind order by a.unit, a.kind""";

  private static final String STATEMENT =
      """
      select e.id, e.business_key, e.occurred_at, e.recorded_at, p.amount
      from ledger_posting p join ledger_entry e on e.id = p.entry
      where p.account = ? and p.entry < ? order by p.entry desc, p.line desc limit ?""";

  /**
   * What accounts of a kind come to.
   *
   * @param debits in the unit, 0 or more
   * @param credits in the unit, 0 or more
   */
  public record TrialLine(LedgerUnit unit, AccountKind kind, long debits, long credits) {

    /** As people read it: above 0 on the side where such accounts grow. */
    public long balance() {
      return kind.shown(Math.subtractExact(debits, credits));
    }
  }

  /**
   * A line of an account's statement.
   *
   * @param entry the entry's identifier
   * @param key of its event
   * @param amount in the account's unit; a debit is above 0
   */
  public record StatementLine(
      long entry, String key, Instant occurredAt, Instant recordedAt, long amount) {}

  @Inject DataSource database;
  @Inject LedgerAccounts accounts;
  @Inject Clock clock;

  /** Debits less credits, in the account's unit; 0 for an account that nothing was posted to. */
  public long of(Account account) {
    return read(account, BALANCE, 2);
  }

  /** Debits less credits of what is pending; not part of {@link #of}. */
  public long pendingOf(Account account) {
    return read(account, PENDING, 1);
  }

  private long read(Account account, String sql, int times) {
    try (Connection connection = database.getConnection()) {
      Optional<Long> id = accounts.find(connection, account, Times.now(clock));
      if (id.isEmpty()) {
        return 0;
      }
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        for (int i = 1; i <= times; i++) {
          query.setLong(i, id.get());
        }
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  /**
   * All accounts by unit and kind, with everything up to the end of a month. In each unit debits
   * and credits are alike.
   */
  public List<TrialLine> trialBalance(YearMonth through) {
    List<TrialLine> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(TRIAL)) {
      query.setInt(1, LedgerPeriod.number(through));
      query.setInt(2, LedgerPeriod.number(through));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(
              new TrialLine(
                  new LedgerUnit(row.getString(1)),
                  AccountKind.valueOf(row.getString(2)),
                  row.getLong(3),
                  row.getLong(4)));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  /**
   * The newest lines of an account.
   *
   * @param before only entries older than this one; {@link Long#MAX_VALUE} for the newest
   */
  public List<StatementLine> statement(Account account, long before, int atMost) {
    List<StatementLine> lines = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      Optional<Long> id = accounts.find(connection, account, Times.now(clock));
      if (id.isEmpty()) {
        return lines;
      }
      try (PreparedStatement query = connection.prepareStatement(STATEMENT)) {
        query.setLong(1, id.get());
        query.setLong(2, before);
        query.setInt(3, atMost);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            lines.add(
                new StatementLine(
                    row.getLong(1),
                    row.getString(2),
                    Times.instant(row, 3),
                    Times.instant(row, 4),
                    row.getLong(5)));
          }
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }
}
