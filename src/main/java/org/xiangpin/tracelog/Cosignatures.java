package org.xiangpin.tracelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.xiangpin.shared.Times;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSignature;

/** What witnesses signed, over one connection. */
final class Cosignatures {

  private Cosignatures() {}

  /** The lines that follow the log's own signature; empty when nobody cosigned. */
  static String linesOf(Connection connection, long size) throws SQLException {
    StringBuilder lines = new StringBuilder();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select line from log_cosignature where size = ? order by witness")) {
      query.setLong(1, size);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.append(row.getString(1)).append('\n');
        }
      }
    }
    return lines.toString();
  }

  /** The largest state that a witness has signed; 0 when it has signed none. */
  static long newestOf(Connection connection, NoteKey witness) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select max(size) from log_cosignature where witness = ?")) {
      query.setString(1, witness.toString());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void insert(
      Connection connection, long size, NoteKey witness, NoteSignature signature, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_cosignature (size, witness, line, signed_at) values (?, ?, ?, ?)"
                + " on duplicate key update line = values(line)")) {
      insert.setLong(1, size);
      insert.setString(2, witness.toString());
      insert.setString(3, signature.toString());
      insert.setObject(4, Times.utc(now));
      insert.executeUpdate();
    }
  }
}
