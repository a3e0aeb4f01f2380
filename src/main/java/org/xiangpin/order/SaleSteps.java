package org.xiangpin.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xiangpin.account.Actor;
import org.xiangpin.lotevent.Goods;
import org.xiangpin.lotevent.LotEvent;
import org.xiangpin.lotevent.LotEvents;
import org.xiangpin.parcel.Parcel;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.Step;
import org.xiangpin.trace.TraceEventType;

/**
 * Sale and dispatch as steps in the lives of the lots: sold, packed, shipped, received. They are
 * recorded when a parcel leaves and when it arrives, so that placing an order has nothing to do
 * with it. A parcel's lots share its events, which know neither the order nor the buyer: the parcel
 * has a name of ours, not the carrier's number, and goes nowhere that is told.
 */
@ApplicationScoped
class SaleSteps {

  @Inject LotEvents events;
  @Inject LotHistory history;

  /**
   * The lots' rows are locked, after the order's: a lot that is just being stopped stays here.
   *
   * @throws WrongState for a lot that was stopped; certification that ran out after the sale does
   *     not matter
   */
  void shipped(CustomerOrder order, Parcel parcel, Actor actor) {
    Map<Lot, Long> grams = locked(order, List.of(parcel));
    if (grams.keySet().stream().anyMatch(lot -> lot.state() != LotState.CERTIFIED)) {
      throw new WrongState(
          "这批货已暂停销售，先不要发货。请问乡镇核验员。",
          "The lot is suspended: don't ship it. Ask the township's inspector.");
    }
    List<Goods> goods = goods(grams);
    Instant now = parcel.shippedAt();
    String village = grams.keySet().iterator().next().regionCode();
    List<Step> steps = new ArrayList<>();
    LotEvent sold =
        events
            .ofGoods(LotEvent.Action.OBSERVE, order.paidAt(), goods)
            .step("retail_selling")
            .leaving("retail_sold")
            .telling(Map.of("parcel", parcel.idText()));
    add(steps, grams, TraceEventType.SOLD, order.paidAt(), actor, sold);
    LotEvent packed =
        events
            .packing(parcel.id(), now, goods)
            .step("packing")
            .leaving("container_closed")
            .stayingAt(village);
    add(steps, grams, TraceEventType.PACKED, now, actor, packed);
    LotEvent sent =
        events
            .ofParcel(parcel.id(), now, goods)
            .step("shipping")
            .leaving("in_transit")
            .from(village);
    add(steps, grams, TraceEventType.SHIPPED, now, actor, sent);
    history.record(steps);
  }

  void received(CustomerOrder order, List<Parcel> parcels, Actor actor) {
    Map<Lot, Long> grams = locked(order, parcels);
    List<Step> steps = new ArrayList<>();
    for (Parcel parcel : parcels) {
      Map<Lot, Long> within = new LinkedHashMap<>(grams);
      within.keySet().removeIf(lot -> !lot.producerId().equals(parcel.producerId()));
      LotEvent arrived =
          events
              .ofParcel(parcel.id(), order.receivedAt(), goods(within))
              .step("receiving")
              .leaving("retail_sold");
      add(steps, within, TraceEventType.RECEIVED, order.receivedAt(), actor, arrived);
    }
    history.record(steps);
  }

  /** The lots of these parcels, in the order of their ids, and what is in the order of each. */
  private static Map<Lot, Long> locked(CustomerOrder order, List<Parcel> parcels) {
    List<Long> producers = parcels.stream().map(Parcel::producerId).toList();
    Map<Long, Long> grams =
        order.lines().stream()
            .filter(line -> producers.contains(line.producerId()))
            .collect(
                Collectors.toMap(OrderLine::lotId, OrderLine::grams, Math::addExact, TreeMap::new));
    Map<Lot, Long> locked = new LinkedHashMap<>();
    grams.forEach((lot, some) -> locked.put(Lot.lock(lot), some));
    return locked;
  }

  private static List<Goods> goods(Map<Lot, Long> grams) {
    List<Goods> goods = new ArrayList<>();
    grams.forEach((lot, some) -> goods.add(new Goods(lot.link(), some)));
    return goods;
  }

  private static void add(
      List<Step> steps,
      Map<Lot, Long> grams,
      TraceEventType type,
      Instant at,
      Actor actor,
      LotEvent event) {
    grams.forEach(
        (lot, some) -> steps.add(Step.of(lot, type, at, actor, null, Map.of()).of(some).in(event)));
  }
}
