package org.xiangpin.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
      select coalesce((select sum(debits - credits) from ledger_balance where account = a.id), 0)
        + coalesce((select sum(amount) from ledger_posting where account = a.id
            and entry > (select through from ledger_rollup where id = 1)), 0)
      from ledger_account a where a.kind = ? and a.owner = ? and a.unit = ?""";

  private static final String PENDING =
      """
      select coalesce(sum(p.amount), 0)
      from ledger_account a join ledger_pending_posting p on p.account = a.id
      where a.kind = ? and a.owner = ? and a.unit = ? and not exists
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
      from ledger_account a join ledger_posting p on p.account = a.id
        join ledger_entry e on e.id = p.entry
      where a.kind = ? and a.owner = ? and a.unit = ? and p.entry < ? order by p.entry desc, p.line desc limit ?""";

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

  /** Debits less credits, in the account's unit; 0 for an account that nothing was posted to. */
  public long of(Account account) {
    return number(BALANCE, account);
  }

  /** Debits less credits of what is pending; not part of {@link #of}. */
  public long pendingOf(Account account) {
    return number(PENDING, account);
  }

  private long number(String sql, Account account) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      name(query, account);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  private static void name(PreparedStatement query, Account account) throws SQLException {
    query.setString(1, account.kind().name());
    query.setLong(2, account.owner());
    query.setString(3, account.unit().code());
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
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(STATEMENT)) {
      name(query, account);
      query.setLong(4, before);
      query.setInt(5, atMost);
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
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }
}
