package org.xiangpin.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.mass.LotMass;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.region.Region;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotList;
import org.xiangpin.trace.LotState;

/** A lot from which something may be made: how much is free, and what its certificate says. */
public record SourceView(Lot lot, long freeGrams, IncomingCheck check) {

  /** Lots to choose from; older ones are used from their own page. */
  static final int MOST_CHOICES = 50;

  static SourceView of(Lot lot) {
    return new SourceView(
        lot, LotMass.ofLot(lot.id()).map(LotMass::freeGrams).orElse(0L), IncomingCheck.of(lot));
  }

  /** The form's field for what is used of it. */
  public String field() {
    return "use-" + lot.idText();
  }

  /**
   * Certified lots, and lots taken in, of one county of which something is free and for which this
   * person acts, the one that was asked for first, then the newest.
   */
  static List<SourceView> usableBy(CurrentAccount me, Lot asked, LocalDate today) {
    ProducerScope scope =
        ProducerScope.actedForBy(me)
            .with("certified", LotState.CERTIFIED)
            .with("draft", LotState.DRAFT)
            .with("today", today)
            .with("asked", asked.id())
            .with("county", Region.codesWithin(asked.countyCode()))
            .with("category", asked.product().categoryCode());
    List<SourceView> sources = new ArrayList<>(List.of(of(asked)));
    LotList.newest(
            scope,
            "l.id <> :asked and l.regionCode like :county"
                + " and g.categoryCode = :category"
                + " and (l.state = :certified and exists (select 1 from Certification c"
                + " where c.lotId = l.id and c.validUntil >= :today)"
                + " or l.state = :draft and l.received = true and l.outsideOrigin is null)"
                + " and exists (select 1 from LotMass m where m.lotId = l.id and m.inGrams >"
                + " m.passedOnGrams + m.shrunkGrams + m.destroyedGrams + m.offeredGrams)",
            MOST_CHOICES)
        .forEach(lot -> sources.add(of(lot)));
    return sources;
  }

  /** For a page: the first of many. */
  static List<Lot> some(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : Lot.list(
            "from Lot l join fetch l.product join fetch l.producer where l.id in ?1 order by l.id",
            ids.subList(0, Math.min(ids.size(), 4 * MOST_CHOICES)));
  }
}
