package org.xiangpin.shared;

import java.sql.SQLException;

/** Errors of MySQL and MariaDB by code; exception classes and states differ between the two. */
public final class SqlErrors {

  private SqlErrors() {}

  /** A UNIQUE or PRIMARY KEY that exists already. */
  public static boolean isDuplicate(Throwable failure) {
    return has(failure, 1062);
  }

  /** A CHECK that does not hold: 3819 on MySQL, 4025 on MariaDB. */
  public static boolean isCheckViolation(Throwable failure) {
    return has(failure, 3819, 4025);
  }

  /** Lost against another transaction; the whole transaction may be run again. */
  public static boolean isRetryable(Throwable failure) {
    return has(failure, 1213, 1020, 1205);
  }

  /** No space left where the server keeps its tables or its temporary files. */
  public static boolean isDiskFull(Throwable failure) {
    return has(failure, 1021, 1114, 1026, 3);
  }

  private static boolean has(Throwable failure, int... codes) {
    for (Throwable t = failure; t != null && t.getCause() != t; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        for (int code : codes) {
          if (sql.getErrorCode() == code) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
