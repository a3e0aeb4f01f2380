package org.xiangpin.shared;

import java.sql.SQLException;

/** Tells a database that cannot be reached from a statement that failed. */
public final class DatabaseAway {

  private DatabaseAway() {}

  /** SQLSTATE class 08 is a broken connection; Agroal's time-out has neither state nor code. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable t = failure; t != null && t.getCause() != t; t = t.getCause()) {
      if (t instanceof SQLException sql
          && ((sql.getSQLState() != null && sql.getSQLState().startsWith("08"))
              || (sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout")))) {
        return true;
      }
    }
    return false;
  }
}
