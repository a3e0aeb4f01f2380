package org.xiangpin.photo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import org.xiangpin.shared.Times;

/**
 * How many photos a person may hand in on one day of China. What is refused counts too: looking at
 * it costs the same.
 */
@ApplicationScoped
class PhotoQuota {

  /** An officer who goes through a village of a hundred households has some to spare. */
  static final int MOST_A_DAY = 200;

  @Inject EntityManager database;
  @Inject Clock clock;

  /**
   * Takes one; the refusal of the photo does not give it back. Each statement is a transaction of
   * its own: two of them in one, and people who send two photos at once would meet in a deadlock.
   *
   * @throws TooManyPhotos when none is left today
   */
  void take(Long accountId) {
    LocalDate today = Times.today(clock);
    if (takeOne(accountId, today)) {
      return;
    }
    boolean isFirstToday =
        change(
            "insert ignore into photo_quota (account_id, day, taken) values (?1, ?2, 0)",
            accountId,
            today);
    if (isFirstToday) {
      change("delete from photo_quota where account_id = ?1 and day < ?2", accountId, today);
    }
    if (!takeOne(accountId, today)) {
      throw new TooManyPhotos(MOST_A_DAY);
    }
  }

  private boolean takeOne(Long accountId, LocalDate today) {
    return change(
        "update photo_quota set taken = taken + 1 where account_id = ?1 and day = ?2 and taken < "
            + MOST_A_DAY,
        accountId,
        today);
  }

  /** Whether there was anything to change. */
  private boolean change(String sql, Long accountId, LocalDate today) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                        .createNativeQuery(sql)
                        .setParameter(1, accountId)
                        .setParameter(2, today)
                        .executeUpdate()
                    > 0);
  }
}
