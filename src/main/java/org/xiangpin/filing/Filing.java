package org.xiangpin.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Caller;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;

/** Reads a filing off the database and writes it, row by row. */
@ApplicationScoped
public class Filing {

  /** What a filing is written as. */
  public enum Format {
    JSON("application/json"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  @Inject DataSource database;
  @Inject Clock clock;

  /** Whoever takes personal data along stands in the access log, before the first byte. */
  @Transactional
  public void note(FilingScope scope, Format format, Long accountId, Caller caller) {
    AccessLog.add(
        AccessEvent.EXPORTED,
        accountId,
        accountId,
        caller,
        scope.name() + " " + scope.from() + "—" + scope.to() + " " + format,
        Times.now(clock));
  }

  public void write(OutputStream out, FilingScope scope, Format format) throws IOException {
    Instant now = Times.now(clock);
    FilingSheet sheet =
        format == Format.JSON ? new JsonFiling(out, scope, now) : new ExcelFiling(out, scope, now);
    try (Connection connection = database.getConnection()) {
      for (Section section : Section.values()) {
        sheet.begin(section);
        read(connection, section, scope, sheet);
        sheet.end();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("filing", e);
    }
    sheet.finish();
  }

  /** The driver hands on each row as it comes when it is asked for this many. */
  private static void read(
      Connection connection, Section section, FilingScope scope, FilingSheet sheet)
      throws SQLException, IOException {
    List<Column> columns = section.columns();
    try (PreparedStatement query =
        connection.prepareStatement(
            section.sql(scope.condition()),
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.CONCUR_READ_ONLY)) {
      query.setFetchSize(Integer.MIN_VALUE);
      int at = 1;
      for (int i = 0; i < Math.max(1, section.periods()); i++) {
        if (!section.isScopedLast()) {
          query.setObject(at++, scope.value());
        }
        if (section.periods() > 0) {
          query.setObject(at++, Times.utc(start(scope.from())));
          query.setObject(at++, Times.utc(start(scope.to().plusDays(1))));
        }
      }
      if (section.isScopedLast()) {
        query.setObject(at, scope.value());
      }
      try (ResultSet row = query.executeQuery()) {
        Object[] values = new Object[columns.size()];
        while (row.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(row, i + 1);
          }
          sheet.row(values);
        }
      }
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Lang.CHINA).toInstant();
  }
}
