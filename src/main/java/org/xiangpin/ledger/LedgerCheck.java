package org.xiangpin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves the books from their rows, over one connection, some rows at a time. What it looks at is
 * summed up already, so that nobody writes there any more and what it reads one after the other
 * belongs together.
 */
final class LedgerCheck {

  private static final int ENTRIES_AT_ONCE = 50_000;
  private static final int ACCOUNTS_AT_ONCE = 5_000;

  /** So many faults of a kind are named one by one. */
  private static final int MOST_NAMED = 50;

  private static final String ENTRY_BOUND =
      """
      select coalesce(max(id), 0), count(*), coalesce(sum(line_count), 0) from (select id, line_count
        from ledger_entry where id > ? and id <= ? order by id limit ?) some""";

  private static final String BAD_ENTRIES =
      """
      select e.business_key, e.unit, e.debits, e.line_count, count(p.line),
        coalesce(sum(p.amount), 0), coalesce(sum(greatest(p.amount, 0)), 0),
        coalesce(sum(a.unit <> e.unit), 0)
      from ledger_entry e left join ledger_posting p on p.entry = e.id
        left join ledger_account a on a.id = p.account
      where e.id > ? and e.id <= ?
      group by e.id
      having count(p.line) <> e.line_count or coalesce(sum(p.amount), 0) <> 0
        or coalesce(sum(greatest(p.amount, 0)), 0) <> e.debits or sum(a.unit <> e.unit) <> 0
      order by e.id limit ?""";

  private static final String ORPHANS =
      """
      select distinct p.entry from ledger_posting p left join ledger_entry e on e.id = p.entry
      where p.entry <= ? and e.id is null order by p.entry limit ?""";

  private static final String ACCOUNT_BOUND =
      """
      select coalesce(max(id), 0) from
        (select id from ledger_account where id > ? order by id limit ?) some""";

  private static final String BAD_BALANCES =
      """
      select a.kind, a.owner, a.unit, coalesce(s.amount, 0), coalesce(b.amount, 0)
      from ledger_account a
      left join (select account, sum(amount) amount from ledger_posting
        where account > ? and account <= ? and entry <= ? group by account) s on s.account = a.id
      left join (select account, sum(debits - credits) amount from ledger_balance
        where account > ? and account <= ? group by account) b on b.account = a.id
      where a.id > ? and a.id <= ? and coalesce(s.amount, 0) <> coalesce(b.amount, 0)
      order by a.id limit ?""";

  private final Connection connection;
  private final long through;
  private final List<String> faults = new ArrayList<>();
  private long entries;
  private long lines;

  /**
   * @param through the last entry that was summed up
   */
  LedgerCheck(Connection connection, long through) {
    this.connection = connection;
    this.through = through;
  }

  /** Each entry's postings are as many as it says, of its unit, and sum to zero and its totals. */
  void entries() throws SQLException {
    long last = 0;
    long bound;
    do {
      try (PreparedStatement query = prepare(ENTRY_BOUND, last, through, ENTRIES_AT_ONCE);
          ResultSet row = query.executeQuery()) {
        row.next();
        bound = row.getLong(1);
        entries += row.getLong(2);
        lines += row.getLong(3);
      }
      if (bound > 0) {
        badEntries(last, bound);
        last = bound;
      }
    } while (bound > 0);
  }

  private void badEntries(long after, long bound) throws SQLException {
    try (PreparedStatement query = prepare(BAD_ENTRIES, after, bound, MOST_NAMED);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        faults.add(
            "entry %s in %s says %d debits and credits in %d postings; it has %d postings, %d debits, a sum of %d, and %d of another unit"
                .formatted(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(7),
                    row.getLong(6),
                    row.getLong(8)));
      }
    }
  }

  /** No posting stands without its entry; after {@link #entries}. */
  void orphans() throws SQLException {
    long there;
    try (PreparedStatement query =
            prepare("select count(*) from ledger_posting where entry <= ?", through);
        ResultSet row = query.executeQuery()) {
      row.next();
      there = row.getLong(1);
    }
    if (there == lines) {
      return;
    }
    try (PreparedStatement query = prepare(ORPHANS, through, MOST_NAMED);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        faults.add("postings of entry " + row.getLong(1) + ", which is not there");
      }
    }
  }

  /** What was summed up for an account is what was posted to it. */
  void balances() throws SQLException {
    long last = Long.MIN_VALUE;
    long bound;
    do {
      try (PreparedStatement query = prepare(ACCOUNT_BOUND, last, ACCOUNTS_AT_ONCE);
          ResultSet row = query.executeQuery()) {
        row.next();
        bound = row.getLong(1);
      }
      if (bound != 0) {
        badBalances(last, bound);
        last = bound;
      }
    } while (bound != 0);
  }

  private void badBalances(long after, long bound) throws SQLException {
    try (PreparedStatement query =
            prepare(BAD_BALANCES, after, bound, through, after, bound, after, bound, MOST_NAMED);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        faults.add(
            "account %s of %d in %s was summed up to %d; its postings come to %d"
                .formatted(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getLong(5),
                    row.getLong(4)));
      }
    }
  }

  long entryCount() {
    return entries;
  }

  long postingCount() {
    return lines;
  }

  List<String> faults() {
    return faults;
  }

  private PreparedStatement prepare(String sql, long... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setLong(i + 1, values[i]);
    }
    return statement;
  }
}
