package org.xiangpin.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.order.CustomerOrder;
import org.xiangpin.order.OrderLine;
import org.xiangpin.order.OrderState;
import org.xiangpin.order.Recipient;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.stock.Stock;
import org.xiangpin.trace.Lot;

/**
 * A recall with its lots, the stock that is left of them and the orders that they went into. Who
 * judges the first lot sees all of it; others see what is theirs.
 *
 * @param mayJudge whether this person decides, counts and closes
 * @param mayDecide whether it waits for this person's word, as a second one
 */
public record RecallView(
    Recall recall,
    Lot first,
    List<LotLine> lots,
    List<Affected> orders,
    boolean mayJudge,
    boolean mayDecide) {

  /** On a page; the first of many. */
  private static final int MOST_SHOWN = 500;

  /** A lot of it. */
  public record LotLine(Lot lot, Optional<Stock> stock, RecallLot counted) {}

  /**
   * Goods of it in an order.
   *
   * @param recipient null for who may not see buyers' names
   */
  public record Affected(CustomerOrder order, OrderLine line, Recipient recipient) {}

  static RecallView require(String idText, CurrentAccount me) {
    Recall recall =
        Ids.parse(idText).map(id -> Recall.<Recall>findById(id)).orElseThrow(NotFound::new);
    Lot first = Lot.findById(recall.lotId());
    boolean judges = first.isJudgedBy(me);
    List<LotLine> lots =
        lots(recall).stream().filter(line -> judges || line.lot().producer().isSeenBy(me)).toList();
    if (lots.isEmpty()) {
      throw new NotFound();
    }
    return new RecallView(
        recall,
        first,
        lots,
        orders(recall, lots, me),
        judges,
        judges && recall.state() == RecallState.OPEN && !recall.openedBy().equals(me.id()));
  }

  private static List<LotLine> lots(Recall recall) {
    Map<Long, RecallLot> counted =
        RecallLot.of(recall.id()).stream().collect(Collectors.toMap(RecallLot::lotId, r -> r));
    String mine = "in (select r.lotId from RecallLot r where r.recallId = ?1)";
    Map<Long, Stock> stocks = new HashMap<>();
    Stock.<Stock>list("lotId " + mine, recall.id()).forEach(s -> stocks.put(s.lotId(), s));
    return Lot.<Lot>find(
            "from Lot l join fetch l.product join fetch l.producer where l.id "
                + mine
                + " order by l.id",
            recall.id())
        .page(0, MOST_SHOWN)
        .<Lot>list()
        .stream()
        .map(
            lot ->
                new LotLine(lot, Optional.ofNullable(stocks.get(lot.id())), counted.get(lot.id())))
        .toList();
  }

  private static List<Affected> orders(Recall recall, List<LotLine> lots, CurrentAccount me) {
    Map<Long, Producer> sellers = new HashMap<>();
    lots.forEach(line -> sellers.put(line.lot().id(), line.lot().producer()));
    List<Affected> affected = new ArrayList<>();
    for (CustomerOrder order :
        CustomerOrder.<CustomerOrder>find(
                "from CustomerOrder o where o.state not in ?2 and exists (select 1 from"
                    + " CustomerOrder x join x.lines l where x.id = o.id and l.lotId in"
                    + " (select r.lotId from RecallLot r where r.recallId = ?1)) order by o.id",
                recall.id(),
                List.of(OrderState.CANCELLED, OrderState.EXPIRED))
            .page(0, MOST_SHOWN)
            .<CustomerOrder>list()) {
      for (OrderLine line : order.lines()) {
        Producer seller = sellers.get(line.lotId());
        if (seller != null) {
          affected.add(
              new Affected(order, line, seller.isActedForBy(me) ? order.recipient() : null));
        }
      }
    }
    return affected;
  }

  /** Still on the shelves, held for orders among it. */
  public long onHandGrams() {
    return lots.stream().mapToLong(l -> l.stock().map(Stock::onHandGrams).orElse(0L)).sum();
  }

  public long soldGrams() {
    return lots.stream().mapToLong(l -> l.stock().map(Stock::soldGrams).orElse(0L)).sum();
  }

  public long foundGrams() {
    return lots.stream().mapToLong(l -> l.counted().foundGrams()).sum();
  }

  public long destroyedGrams() {
    return lots.stream().mapToLong(l -> l.counted().destroyedGrams()).sum();
  }
}
