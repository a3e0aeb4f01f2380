package org.xiangpin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.traceability.log.Frontier;

/**
 * The Merkle tree (RFC 6962 §2.1) over a month's entries in the order of their identifiers; a leaf
 * is the SHA-256 of what the entry says.
 */
final class MonthRoot {

  private static final int AT_ONCE = 20_000;

  private static final String READ =
      """
      select id, content from ledger_entry
      where period = ? and part = 0 and id > ? order by id limit ?""";

  private MonthRoot() {}

  static Frontier read(Connection connection, YearMonth month) throws SQLException {
    Frontier frontier = Frontier.EMPTY;
    long last = 0;
    List<byte[]> contents;
    do {
      contents = new ArrayList<>();
      try (PreparedStatement query = connection.prepareStatement(READ)) {
        query.setInt(1, LedgerPeriod.number(month));
        query.setLong(2, last);
        query.setInt(3, AT_ONCE);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            last = row.getLong(1);
            contents.add(row.getBytes(2));
          }
        }
      }
      frontier = frontier.appendEntries(contents);
    } while (contents.size() == AT_ONCE);
    return frontier;
  }
}
