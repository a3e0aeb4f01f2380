package org.xiangpin.ledger;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.Ids;

/** Events and accounts that no other test has. */
final class LedgerFixture {

  static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  private LedgerFixture() {}

  static String key() {
    return "test/" + Ids.toText(Ids.next());
  }

  static Account account(AccountKind kind) {
    return Account.money(kind, Ids.next());
  }

  static JournalEntry entry(String key, Account debit, Account credit, long amount) {
    return new JournalEntry(
        key, NOON, List.of(Posting.debit(debit, amount), Posting.credit(credit, amount)));
  }

  static boolean post(JournalEntry entry) {
    return QuarkusTransaction.requiringNew().call(() -> bean(Ledger.class).post(entry));
  }

  /** All that was written so far is summed up, as if it were old. */
  static void rollUp() {
    bean(LedgerRollup.class).rollUp(Ids.next());
  }

  /** What somebody does who has the database's root password. */
  static void asRoot(String... statements) throws SQLException {
    try (Connection connection = bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
