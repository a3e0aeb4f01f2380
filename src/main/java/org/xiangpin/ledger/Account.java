package org.xiangpin.ledger;

import java.util.Comparator;

/**
 * An account (账户) by its name.
 *
 * @param owner id of the producer, station, partner … whose it is; {@link #COUNTY} for the county's
 *     own
 */
public record Account(AccountKind kind, long owner, LedgerUnit unit)
    implements Comparable<Account> {

  /** The owner of what is nobody else's. */
  public static final long COUNTY = 0;

  private static final Comparator<Account> ORDER =
      Comparator.comparing(Account::unit)
          .thenComparing(account -> account.kind().name())
          .thenComparing(Account::owner);

  /** In yuan. */
  public static Account money(AccountKind kind, long owner) {
    return new Account(kind, owner, LedgerUnit.CNY);
  }

  @Override
  public int compareTo(Account other) {
    return ORDER.compare(this, other);
  }
}
