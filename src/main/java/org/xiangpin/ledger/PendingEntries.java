package org.xiangpin.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;

/**
 * Events that may still come to nothing (待定): kept beside the books until they are posted into them
 * or voided, once; those that nobody has ended in time end by themselves. They are counted apart
 * from what is posted.
 */
@ApplicationScoped
public class PendingEntries {

  private static final String PENDING =
      "insert into ledger_pending (id, business_key, occurred_at, recorded_at, expires_at)"
          + " values (?, ?, ?, ?, ?)";

  private static final String POSTING =
      "insert into ledger_pending_posting (pending, line, account, amount)";

  /** Of one that has not ended, and whose time is not over when it is to be posted. */
  private static final String END =
      """
      insert ignore into ledger_pending_end (pending, outcome, at)
      select id, ?, ? from ledger_pending where business_key = ? and expires_at > ?""";

  private static final String EXPIRE =
      """
      insert ignore into ledger_pending_end (pending, outcome, at)
      select p.id, 'EXPIRED', ? from ledger_pending p
      left join ledger_pending_end e on e.pending = p.id
      where p.expires_at <= ? and e.pending is null order by p.expires_at limit ?""";

  private static final String READ =
      """
      select a.kind, a.owner, a.unit, p.amount from ledger_pending n
      join ledger_pending_posting p on p.pending = n.id join ledger_account a on a.id = p.account
      where n.business_key = ? lock in share mode""";

  private static final String OCCURRED_AT =
      "select occurred_at from ledger_pending where business_key = ?";

  private static final int AT_ONCE = 500;

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject LedgerAccounts accounts;
  @Inject Ledger ledger;

  /**
   * Keeps an event that may come to nothing.
   *
   * @param entry with a key of its own, under which it can be posted once
   * @param expiresAt when it ends by itself, UTC
   * @throws EntryKeyReused when the key is taken
   */
  @Transactional(TxType.MANDATORY)
  public void add(JournalEntry entry, Instant expiresAt) {
    Instant now = Times.now(clock);
    long id = Ids.next();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(PENDING)) {
      insert.setLong(1, id);
      insert.setString(2, entry.key());
      insert.setObject(3, Times.utc(entry.occurredAt()));
      insert.setObject(4, Times.utc(now));
      insert.setObject(5, Times.utc(expiresAt));
      insert.executeUpdate();
      List<PostingRows.Posted> posted = List.of(new PostingRows.Posted(id, entry.postings()));
      PostingRows.insert(connection, accounts, POSTING, posted, now);
    } catch (SQLException e) {
      if (SqlErrors.isDuplicate(e)) {
        throw new EntryKeyReused(entry.key());
      }
      throw new IllegalStateException("ledger", e);
    }
  }

  /**
   * Writes what was pending into the books, as it is.
   *
   * @throws PendingOver when it has ended already, or its time is over
   */
  @Transactional(TxType.MANDATORY)
  public void post(String key) {
    end(key, "POSTED", Times.now(clock));
    ledger.post(read(key));
  }

  /**
   * Ends it without a trace in the books.
   *
   * @throws PendingOver when it has ended already
   */
  @Transactional(TxType.MANDATORY)
  public void voidPending(String key) {
    end(key, "VOIDED", Instant.EPOCH);
  }

  private void end(String key, String outcome, Instant validAt) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(END)) {
      insert.setString(1, outcome);
      insert.setObject(2, Times.utc(Times.now(clock)));
      insert.setString(3, key);
      insert.setObject(4, Times.utc(validAt));
      if (insert.executeUpdate() == 0) {
        throw new PendingOver(key);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  private JournalEntry read(String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(OCCURRED_AT)) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        List<Posting> postings = PostingRows.read(connection, READ, key);
        return new JournalEntry(key, Times.instant(row, 1), postings);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  @Scheduled(
      every = "{xiangpin.ledger.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    DatabaseAway.during("the look for pending entries whose time is over", this::expireDue);
  }

  /**
   * Ends what nobody has ended in time.
   *
   * @return how many
   */
  @Transactional
  public int expireDue() {
    LocalDateTime now = Times.utc(Times.now(clock));
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(EXPIRE)) {
      insert.setObject(1, now);
      insert.setObject(2, now);
      insert.setInt(3, AT_ONCE);
      return insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }
}
