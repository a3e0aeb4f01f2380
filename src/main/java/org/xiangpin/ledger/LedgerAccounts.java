package org.xiangpin.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Times;

/** Identifiers of accounts, by their names. An account is opened when first something is posted. */
@ApplicationScoped
class LedgerAccounts {

  private static final int MOST_REMEMBERED = 200_000;

  /**
   * An account that was opened a shorter time ago may be one of a transaction that is undone yet:
   * no transaction lasts so long.
   */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private static final String FIND =
      "select id, opened_at from ledger_account where kind = ? and owner = ? and unit = ?";

  private final Cache<Account, Long> known =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /** The account's identifier; opens it in the caller's transaction if it is not there. */
  long open(Connection connection, Account account, Instant now) throws SQLException {
    Long remembered = known.getIfPresent(account);
    if (remembered != null) {
      return remembered;
    }
    Optional<Long> id = read(connection, FIND, account, now);
    if (id.isPresent()) {
      return id.get();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert ignore into ledger_account (id, kind, owner, unit, opened_at)"
                + " values (?, ?, ?, ?, ?)")) {
      insert.setLong(1, Ids.next());
      insert.setString(2, account.kind().name());
      insert.setLong(3, account.owner());
      insert.setString(4, account.unit().code());
      insert.setObject(5, Times.utc(now));
      insert.executeUpdate();
    }
    // another transaction may have been first; a locking read sees what it committed
    return read(connection, FIND + " lock in share mode", account, now).orElseThrow();
  }

  private Optional<Long> read(Connection connection, String sql, Account account, Instant now)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, account.kind().name());
      query.setLong(2, account.owner());
      query.setString(3, account.unit().code());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        long id = row.getLong(1);
        if (Times.instant(row, 2).isBefore(now.minus(SETTLED))) {
          known.put(account, id);
        }
        return Optional.of(id);
      }
    }
  }
}
