package org.xiangpin.filing;

import java.time.LocalDate;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.producer.Producer;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;

/**
 * Of whom, and from when to when.
 *
 * @param regionCode of a county or township; null for one producer
 * @param producerId null for a region
 * @param name of the region, or the producer's id: what the access log tells
 * @param to the last day, not before {@code from}, at most two years later
 */
record FilingScope(String regionCode, Long producerId, String name, LocalDate from, LocalDate to) {

  private static final int MOST_YEARS = 2;

  FilingScope {
    if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
      throw new InvalidInput(
          "to", "结束日期要在开始以后，最长两年。", "The last day comes after the first, at most two years later.");
    }
  }

  /**
   * A region that this person answers for.
   *
   * @throws NotFound for any other
   */
  static FilingScope ofRegion(String code, LocalDate from, LocalDate to, CurrentAccount me) {
    boolean mine =
        me.scopes(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR).stream()
            .anyMatch(scope -> Region.covers(scope, code));
    if (!mine || Region.findByCode(code).isEmpty()) {
      throw new NotFound();
    }
    return new FilingScope(code, null, Region.shortName(code), from, to);
  }

  /**
   * One producer: the person's own, or one of the region that the person answers for.
   *
   * @throws NotFound for any other
   */
  static FilingScope ofProducer(Long id, LocalDate from, LocalDate to, CurrentAccount me) {
    Producer producer = Producer.require(id, me);
    boolean mine =
        producer.isOwnedBy(me.id())
            || me.covers(Role.COUNTY_ADMIN, producer.regionCode())
            || me.covers(Role.TOWNSHIP_INSPECTOR, producer.regionCode());
    if (!mine) {
      throw new NotFound();
    }
    return new FilingScope(null, id, Ids.toText(id), from, to);
  }

  /** On {@code producer p}, with one parameter. */
  String condition() {
    return producerId == null ? "p.region_code like ?" : "p.id = ?";
  }

  Object value() {
    return producerId == null ? Region.codesWithin(regionCode) : producerId;
  }
}
