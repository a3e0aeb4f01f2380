package org.xiangpin.shared;

import io.quarkus.logging.Log;
import java.sql.SQLException;

/** Tells a database that cannot be reached from a statement that failed. */
public final class DatabaseAway {

  private DatabaseAway() {}

  /** Work that a timer starts again anyway: while the database is away, one line says so. */
  public static void during(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!isCauseOf(e)) {
        throw e;
      }
      Log.warnf("%s waits until the database is back", what);
    }
  }

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
