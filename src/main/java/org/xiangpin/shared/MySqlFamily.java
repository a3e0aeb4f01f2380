package org.xiangpin.shared;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.lock.internal.MariaDBLockingSupport;
import org.hibernate.dialect.lock.spi.LockingSupport;

/**
 * What MySQL 8 and MariaDB 11 both understand. The one difference that Hibernate's own dialect for
 * MySQL trips over is {@code for update of t}, which MariaDB lacks; without {@code of} the same
 * rows are locked in the queries of one table that we lock.
 */
public class MySqlFamily extends MySQLDialect {

  private static final LockingSupport WITHOUT_OF =
      new MariaDBLockingSupport(DatabaseVersion.make(11, 4));

  public MySqlFamily() {
    super(DatabaseVersion.make(8, 0, 30));
  }

  @Override
  public LockingSupport getLockingSupport() {
    return WITHOUT_OF;
  }

  @Override
  protected boolean supportsAliasLocks() {
    return false;
  }
}
