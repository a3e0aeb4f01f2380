package org.xiangpin.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;

/**
 * Writes the books (记账), in the transaction of the event itself: both are there after the commit,
 * or neither. What is written stays; a wrong entry is taken back by another one.
 */
@ApplicationScoped
public class Ledger {

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject LedgerAccounts accounts;

  /**
   * Writes an event, once: the same again changes nothing.
   *
   * @return whether it was not there yet
   * @throws EntryKeyReused when its key names another event
   * @throws PeriodClosed for a month whose books are closed
   */
  @Transactional(TxType.MANDATORY)
  public boolean post(JournalEntry entry) {
    return post(List.of(entry)) == 1;
  }

  /**
   * Writes several events with few statements.
   *
   * @return how many were not there yet
   * @throws EntryKeyReused when the key of one names another event
   * @throws PeriodClosed for a month whose books are closed
   */
  @Transactional(TxType.MANDATORY)
  public int post(List<JournalEntry> entries) {
    Instant now = Times.now(clock);
    try (Connection connection = database.getConnection()) {
      return new LedgerRows(connection, accounts, now).write(entries);
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  /**
   * Takes an event back: the same postings with their signs turned, in this month.
   *
   * @param key of the event
   * @throws NotFound when there is no such event
   * @throws WrongState when it was taken back already
   */
  @Transactional(TxType.MANDATORY)
  public void reverse(String key, Instant occurredAt) {
    try (Connection connection = database.getConnection()) {
      if (!new LedgerRows(connection, accounts, Times.now(clock)).reverse(key, occurredAt)) {
        throw new WrongState("这笔账已经冲销过了。", "This entry was reversed already.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }
}
