package org.xiangpin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xiangpin.shared.Rows;

/** Postings as rows, of what is written and of what is pending alike. */
final class PostingRows {

  /** What has postings, by the identifier of its row. */
  record Posted(long id, List<Posting> postings) {}

  private record Line(long id, int number, long account, long amount) {}

  private PostingRows() {}

  /**
   * Writes postings and opens the accounts that are not there yet.
   *
   * @param into {@code insert into … (…)} with four columns: the owner's id, line, account, amount
   */
  static void insert(
      Connection connection, LedgerAccounts accounts, String into, List<Posted> posted, Instant now)
      throws SQLException {
    // in their order, so that two who open the same accounts wait for each other only one way
    Map<Account, Long> ids = new TreeMap<>();
    posted.forEach(p -> p.postings().forEach(posting -> ids.put(posting.account(), null)));
    for (Map.Entry<Account, Long> account : ids.entrySet()) {
      account.setValue(accounts.open(connection, account.getKey(), now));
    }
    List<Line> lines = new ArrayList<>();
    for (Posted each : posted) {
      int number = 0;
      for (Posting posting : each.postings()) {
        lines.add(new Line(each.id(), number++, ids.get(posting.account()), posting.amount()));
      }
    }
    Rows.insert(
        connection,
        into,
        lines,
        line -> List.of(line.id(), line.number(), line.account(), line.amount()));
  }

  /** The postings of what has this key; none when there is nothing of this name. */
  static List<Posting> read(Connection connection, String sql, String key) throws SQLException {
    List<Posting> postings = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          AccountKind kind = AccountKind.valueOf(row.getString("kind"));
          LedgerUnit unit = new LedgerUnit(row.getString("unit"));
          Account account = new Account(kind, row.getLong("owner"), unit);
          postings.add(new Posting(account, row.getLong("amount")));
        }
      }
    }
    return postings;
  }
}
