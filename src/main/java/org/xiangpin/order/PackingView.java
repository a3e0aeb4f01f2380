package org.xiangpin.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.parcel.Parcel;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Slice;
import org.xiangpin.trace.Lot;

/** One producer's part of an order, for who packs it. */
public record PackingView(
    CustomerOrder order, Producer producer, List<Item> items, Optional<Parcel> parcel) {

  /** What goes into the box, and from which lot. */
  public record Item(OrderLine line, Lot lot) {}

  private static final Map<String, List<OrderState>> TABS =
      Map.of(
          "pack", List.of(OrderState.PAID),
          "way", List.of(OrderState.PAID, OrderState.SHIPPED),
          "done", List.of(OrderState.RECEIVED, OrderState.COMPLETED));

  /**
   * A page of the parts that this person may pack, as buyers' names stand in them: what is to be
   * packed or on its way by the time of the payment, what was received the latest first.
   *
   * @param tab {@code pack} without a parcel yet, {@code way} with one, {@code done} received
   * @param words a part of the recipient's, the producer's or the goods' name, or a whole number of
   *     an order, a phone or a parcel; empty for all
   * @param page from 1
   */
  static List<PackingView> seenBy(CurrentAccount me, String tab, String words, int page) {
    ProducerScope scope = ProducerScope.actedForBy(me).with("states", TABS.get(tab));
    String named = "";
    if (!words.isBlank()) {
      scope =
          scope
              .with("words", Slice.holding(words))
              .with("whole", Slice.code(words))
              .with("number", Ids.parse(words).orElse(0L));
      named =
          " and (o.id = :number or o.recipient.phone = :whole or l.title like :words escape '!'"
              + " or o.recipient.name like :words escape '!' or p.name like :words escape '!'"
              + " or exists (select 1 from Parcel n where n.orderId = o.id and n.number = :whole))";
    }
    return scope
        .fill(
            CustomerOrder.getEntityManager()
                .createQuery(
                    "select distinct o, p, o.paidAt"
                        + parts(tab, scope)
                        + named
                        + " order by o.paidAt"
                        + (tab.equals("done") ? " desc" : ""),
                    Object[].class))
        .setFirstResult((page - 1) * Slice.SIZE)
        .setMaxResults(Slice.ASKED)
        .getResultList()
        .stream()
        .map(part -> of((CustomerOrder) part[0], (Producer) part[1]))
        .toList();
  }

  /** How many parts wait to be packed. */
  static int countToPack(CurrentAccount me) {
    ProducerScope scope = ProducerScope.actedForBy(me).with("states", TABS.get("pack"));
    return scope
        .fill(
            CustomerOrder.getEntityManager()
                .createQuery("select distinct o.id, p.id" + parts("pack", scope), Object[].class))
        .getResultList()
        .size();
  }

  private static String parts(String tab, ProducerScope scope) {
    return " from CustomerOrder o join o.lines l join Producer p on p.id = l.producerId"
        + " where o.state in :states and "
        + scope.where()
        + (tab.equals("pack") ? " and not" : " and")
        + " exists (select 1 from Parcel c where c.orderId = o.id and c.producerId = p.id)";
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

  /** The state of this part: sent with its own parcel, though the order waits for another's. */
  public OrderState state() {
    boolean isSent = parcel.isPresent() && order.state() == OrderState.PAID;
    return isSent ? OrderState.SHIPPED : order.state();
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
