package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xiangpin.lotevent.Goods;
import org.xiangpin.lotevent.LotEvent;
import org.xiangpin.lotevent.LotEvent.Action;
import org.xiangpin.lotevent.LotEvents;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.XiangpinConfig;

/**
 * Says a step of one lot in the words of EPCIS 2.0 and its vocabulary, CBV 2.0. There is no word
 * for harvesting; the lot's number is given to goods for the first time, which is {@code
 * commissioning}. Labels that are issued are {@code encoding}: identifiers are written to codes and
 * belong to no pack yet; goods are packed when their parcel is. What a stop and its end do to the
 * lot is a persistent disposition, set and unset. Found goods are {@code collecting}: picked up for
 * disposal. What shrank was missing when it was weighed: {@code cycle_counting}.
 */
@ApplicationScoped
class StepWords {

  /** May not be sold, for a reason that the step tells. */
  private static final String STOPPED = "non_sellable_other";

  private static final String CONFORMANT = "conformant";
  private static final String RECALLED = "recalled";

  @Inject LotEvents events;
  @Inject XiangpinConfig config;

  /**
   * @param record id of the step's own record: two steps that say the same in the same moment are
   *     two events
   */
  LotEvent say(Step step, long record) {
    Lot lot = step.lot();
    LotEvent event =
        switch (step.type()) {
          case HARVESTED, CORRECTED -> harvest(step);
          case COMMITTED -> observe(step, lot.quantityGrams()).step("inspecting");
          case CERTIFIED -> judge(step, CONFORMANT).set(CONFORMANT).certifiedAt(address(lot));
          case REFUSED -> judge(step, "non_conformant").set("non_conformant");
          case SUSPENDED, HELD -> observe(step).step("holding").leaving(STOPPED).set(STOPPED);
          case LIFTED -> judge(step, CONFORMANT).unset(STOPPED);
          case RELEASED -> release(step);
          case REVOKED ->
              judge(step, "non_conformant").set("non_conformant").unset(CONFORMANT).unset(STOPPED);
          // what a test found stands in its facts: to judge the lot is the township's
          case TESTED -> observe(step).step("sampling");
          case LAB_REPORTED -> observe(step).step("inspecting");
          // goods from outside; those of our own lots change hands in an event of both
          case TAKEN_IN ->
              of(Action.ADD, step, lot.quantityGrams()).step("receiving").leaving("active");
          case LABELLED -> observe(step).step("encoding").leaving("encoded");
          case SHRUNK -> lessen(step).step("cycle_counting").leaving(STOPPED);
          case DESTROYED -> lessen(step).step("destroying").leaving("destroyed");
          case RECALLED -> observe(step).step("holding").leaving(RECALLED).set(RECALLED);
          case FOUND -> observe(step, step.grams()).step("collecting").leaving(RECALLED);
          case CLOSED -> observe(step).step("holding").leaving(RECALLED);
          case LABELS_VOIDED -> observe(step).step("encoding");
          case LABELS_HANDED_OVER, SUBMITTED, RETURNED -> throw notSaid(step);
          case MADE, PASSED_ON, SOLD, PACKED, SHIPPED, RECEIVED -> throw notSaid(step);
        };
    return event
        .stayingAt(step.type().isTownships() ? lot.townshipCode() : lot.regionCode())
        .telling(step.facts())
        .telling(Map.of("record", Ids.toText(record)));
  }

  /** The office's to and fro is nobody else's, and what several lots share they say together. */
  private static IllegalArgumentException notSaid(Step step) {
    return new IllegalArgumentException(step.type() + " is no event of one lot");
  }

  private LotEvent harvest(Step step) {
    Lot lot = step.lot();
    Map<String, Object> master = new TreeMap<>();
    master.put("cbvmda:lotNumber", lot.code());
    master.put("cbvmda:harvestStartDate", lot.harvestedOn());
    master.put("cbvmda:harvestEndDate", lot.harvestedOn());
    master.put("region", lot.regionCode());
    if (lot.plot() != null) {
      master.put("plotSquareMetres", lot.plot().areaSquareMetres());
    }
    return of(Action.ADD, step, lot.quantityGrams())
        .step("commissioning")
        .leaving("active")
        .master(master);
  }

  private LotEvent judge(Step step, String disposition) {
    return observe(step, step.lot().quantityGrams()).step("inspecting").leaving(disposition);
  }

  /** Another recall may still hold it. */
  private LotEvent release(Step step) {
    LotEvent event = observe(step).step("inspecting");
    return step.lot().state() == LotState.HELD ? event : event.unset(STOPPED);
  }

  private LotEvent observe(Step step) {
    return observe(step, null);
  }

  private LotEvent observe(Step step, Long grams) {
    return of(Action.OBSERVE, step, grams);
  }

  private LotEvent lessen(Step step) {
    return of(Action.DELETE, step, step.grams());
  }

  private LotEvent of(Action action, Step step, Long grams) {
    Goods goods = new Goods(step.lot().link(), grams);
    return events.ofGoods(action, step.happenedAt(), List.of(goods));
  }

  private String address(Lot lot) {
    return lot.traceUrl(config.publicUrl());
  }
}
