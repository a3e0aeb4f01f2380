package org.xiangpin.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.parcel.Parcel;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.trace.Lot;

/** One producer's part of an order, for who packs it. */
public record PackingView(
    CustomerOrder order, Producer producer, List<Item> items, Optional<Parcel> parcel) {

  private static final int MOST_LISTED = 200;

  /** What goes into the box, and from which lot. */
  public record Item(OrderLine line, Lot lot) {}

  private static final Map<String, List<OrderState>> TABS =
      Map.of(
          "pack", List.of(OrderState.PAID),
          "way", List.of(OrderState.PAID, OrderState.SHIPPED),
          "done", List.of(OrderState.RECEIVED, OrderState.COMPLETED));

  /**
   * The parts that this person may see, paid longest ago first.
   *
   * @param tab {@code pack} without a parcel yet, {@code way} with one, {@code done} received
   */
  static List<PackingView> seenBy(CurrentAccount me, String tab) {
    Map<Long, Producer> producers =
        Producer.seenBy(me).stream().collect(Collectors.toMap(Producer::id, p -> p));
    if (producers.isEmpty()) {
      return List.of();
    }
    String parcel =
        "exists (select 1 from Parcel p where p.orderId = o.id and p.producerId = l.producerId)";
    List<Object[]> parts =
        CustomerOrder.getEntityManager()
            .createQuery(
                "select distinct o, l.producerId, o.paidAt from CustomerOrder o join o.lines l"
                    + " where o.state in :states and l.producerId in :producers and "
                    + (tab.equals("pack") ? "not " : "")
                    + parcel
                    + " order by o.paidAt",
                Object[].class)
            .setParameter("states", TABS.get(tab))
            .setParameter("producers", producers.keySet())
            .setMaxResults(MOST_LISTED)
            .getResultList();
    return parts.stream()
        .map(part -> of((CustomerOrder) part[0], producers.get((Long) part[1])))
        .toList();
  }

  /** The part of a paid order, if this person may see it; otherwise as if it were not there. */
  static PackingView require(String orderText, String producerText, CurrentAccount me) {
    Producer producer = Producer.require(Ids.parse(producerText).orElse(null), me);
    return Ids.parse(orderText)
        .map(id -> CustomerOrder.<CustomerOrder>findById(id))
        .filter(order -> order.paidAt() != null && order.producerIds().contains(producer.id()))
        .map(order -> of(order, producer))
        .orElseThrow(NotFound::new);
  }

  private static PackingView of(CustomerOrder order, Producer producer) {
    List<Item> items =
        order.lines().stream()
            .filter(line -> line.producerId() == producer.id())
            .map(line -> new Item(line, Lot.findById(line.lotId())))
            .toList();
    return new PackingView(
        order,
        producer,
        items,
        Parcel.listOf(order.id()).stream()
            .filter(p -> p.producerId().equals(producer.id()))
            .findFirst());
  }

  /** Order and producer, as they stand in the page's address. */
  public String path() {
    return order.idText() + "/" + producer.idText();
  }

  public boolean isState(String name) {
    return order.state().name().equals(name);
  }

  public long grams() {
    return items.stream().mapToLong(item -> item.line().grams()).sum();
  }

  public long amountFen() {
    return items.stream().mapToLong(item -> item.line().amountFen()).sum();
  }
}
