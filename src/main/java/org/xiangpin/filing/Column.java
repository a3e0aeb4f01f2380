package org.xiangpin.filing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;

/**
 * A field of a filing.
 *
 * @param key name in JSON, camel case; ours
 * @param title name in the spreadsheet
 */
record Column(String key, String title, Kind kind) {

  /** How a value is read off a row. */
  enum Kind {
    /** Words, as they are. */
    TEXT,
    /** An id of ours, as people see it. */
    ID,
    /** Grams, told in kilograms. */
    KILOGRAMS,
    /** A day. */
    DAY,
    /** A moment in UTC, told as its day in China. */
    MOMENT,
    /** The code of a region, told as its name. */
    PLACE
  }

  static Column of(String key, String title, Kind kind) {
    return new Column(key, title, kind);
  }

  /** A String, a BigDecimal or a LocalDate; null when nothing stands there. */
  Object read(ResultSet row, int at) throws SQLException {
    if (row.getObject(at) == null) {
      return null;
    }
    return switch (kind) {
      case TEXT -> row.getString(at);
      case ID -> Ids.toText(row.getLong(at));
      case KILOGRAMS -> BigDecimal.valueOf(row.getLong(at), 3);
      case DAY -> row.getObject(at, LocalDate.class);
      case MOMENT -> LocalDate.ofInstant(Times.instant(row, at), Lang.CHINA);
      case PLACE -> Region.fullName(row.getString(at));
    };
  }
}
