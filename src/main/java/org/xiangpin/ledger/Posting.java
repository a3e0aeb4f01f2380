package org.xiangpin.ledger;

import java.util.Comparator;

/**
 * One line of an entry (分录).
 *
 * @param amount in the account's unit (fen, grams, pieces); a debit is above 0, a credit below,
 *     never 0
 */
public record Posting(Account account, long amount) implements Comparable<Posting> {

  private static final Comparator<Posting> ORDER =
      Comparator.comparing(Posting::account).thenComparing(Posting::amount);

  /**
   * @throws IllegalArgumentException for nothing
   */
  public Posting {
    if (amount == 0 || amount == Long.MIN_VALUE) {
      throw new IllegalArgumentException("a posting of " + amount + " on " + account);
    }
  }

  /**
   * @param amount above 0
   */
  public static Posting debit(Account account, long amount) {
    return new Posting(account, positive(amount));
  }

  /**
   * @param amount above 0
   */
  public static Posting credit(Account account, long amount) {
    return new Posting(account, -positive(amount));
  }

  private static long positive(long amount) {
    if (amount <= 0) {
      throw new IllegalArgumentException("an amount of " + amount);
    }
    return amount;
  }

  Posting reversed() {
    return new Posting(account, -amount);
  }

  @Override
  public int compareTo(Posting other) {
    return ORDER.compare(this, other);
  }
}
