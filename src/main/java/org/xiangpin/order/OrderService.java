package org.xiangpin.order;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xiangpin.account.Actor;
import org.xiangpin.parcel.Parcel;
import org.xiangpin.payment.Payment;
import org.xiangpin.payment.PaymentState;
import org.xiangpin.producer.ProducerEvent;
import org.xiangpin.producer.ProducerLog;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.stock.StockService;
import org.xiangpin.storefrontkey.Storefront;

/** The steps of an order after it was placed, but for paying. */
@ApplicationScoped
public class OrderService {

  private static final int BATCH = 100;

  @Inject Clock clock;
  @Inject StockService stock;
  @Inject SaleSteps sales;
  @Inject EntityManager database;

  /**
   * Cancels an order that has not been shipped, not even in part. Its goods go back; what was paid
   * is owed back, and {@link OrderPayments#refundDue()} gives it. Again changes nothing.
   */
  @Transactional
  public void cancel(Long orderId) {
    CustomerOrder order = CustomerOrder.lock(orderId);
    OrderState before = order.state();
    if (before == OrderState.CANCELLED) {
      return;
    }
    if (!Parcel.listOf(orderId).isEmpty()) {
      throw new WrongState("已经发货，不能取消了。", "It is on its way and can't be cancelled any more.");
    }
    Instant now = Times.now(clock);
    order.cancel(now);
    Payment.listOf(orderId, PaymentState.SUCCEEDED).forEach(p -> p.oweBack(now));
    CustomerOrder.flush();
    if (before == OrderState.PLACED) {
      stock.release(order.gramsByLot());
    } else {
      stock.takeBack(order.gramsByLot());
    }
  }

  /**
   * Records what one producer sent; with the last one's parcel the order is shipped.
   *
   * @throws WrongState unless the order is paid, or when one of these lots was stopped
   * @throws org.xiangpin.shared.InvalidInput for a bad carrier or number
   */
  @Transactional
  public void ship(Long orderId, Long producerId, String carrier, String number, Actor actor) {
    CustomerOrder order = CustomerOrder.lock(orderId);
    if (!order.producerIds().contains(producerId)) {
      throw new NotFound();
    }
    List<Parcel> parcels = Parcel.listOf(orderId);
    if (order.state() != OrderState.PAID
        || parcels.stream().anyMatch(p -> p.producerId().equals(producerId))) {
      throw new WrongState(
          "订单现在是“" + order.state().label(Lang.ZH) + "”，不用再发货。",
          "The order is \"" + order.state().label(Lang.EN) + "\" now; there is nothing to ship.");
    }
    Instant now = Times.now(clock);
    Parcel parcel = new Parcel(orderId, producerId, carrier, number, actor, now);
    parcel.persist();
    ProducerLog.add(producerId, ProducerEvent.SHIPPED, actor, order.idText(), now);
    if (parcels.size() + 1 == order.producerIds().size()) {
      order.ship(now);
    }
    sales.shipped(order, parcel, actor);
  }

  /** The buyer has it, as the buyer told the seller. Again changes nothing. */
  @Transactional
  public void receive(Long orderId, Long producerId, Actor actor) {
    CustomerOrder order = CustomerOrder.lock(orderId);
    received(order, actor);
    ProducerLog.add(producerId, ProducerEvent.RECEIVED, actor, order.idText(), Times.now(clock));
  }

  /** The buyer has it, as the shop says. Again changes nothing. */
  @Transactional
  public void receive(Long orderId) {
    CustomerOrder order = CustomerOrder.lock(orderId);
    Storefront shop = Storefront.findById(order.storefrontId());
    received(order, new Actor(null, shop.name(), null, null));
  }

  private void received(CustomerOrder order, Actor actor) {
    if (order.state() != OrderState.RECEIVED && order.state() != OrderState.COMPLETED) {
      order.receive(Times.now(clock));
      sales.received(order, Parcel.listOf(order.id()), actor);
    }
  }

  /** Unpaid orders lapse and give their goods back; completes what was received a week ago. */
  @Scheduled(
      every = "{xiangpin.orders-look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    DatabaseAway.during(
        "the look for orders that are due",
        () -> {
          expireDue();
          completeDue();
        });
  }

  /**
   * Lets every order lapse whose hold is over, in batches.
   *
   * @return how many
   */
  public int expireDue() {
    int all = 0;
    int some;
    do {
      some = expireSome();
      all += some;
    } while (some == BATCH);
    return all;
  }

  /** Lost against a buyer's transaction, the batch is left for the next look. */
  private int expireSome() {
    try {
      return QuarkusTransaction.requiringNew().call(this::expireBatch);
    } catch (RuntimeException e) {
      if (SqlErrors.isRetryable(e)) {
        return 0;
      }
      throw e;
    }
  }

  /** Orders that somebody has locked are just being paid or cancelled: they are passed over. */
  private int expireBatch() {
    Instant now = Times.now(clock);
    List<Long> due =
        database
            .createQuery(
                "select o.id from CustomerOrder o where o.state = :placed"
                    + " and o.holdExpiresAt <= :now order by o.holdExpiresAt",
                Long.class)
            .setParameter("placed", OrderState.PLACED)
            .setParameter("now", now)
            .setMaxResults(BATCH)
            .getResultList();
    if (due.isEmpty()) {
      return 0;
    }
    List<CustomerOrder> orders =
        database
            .createQuery(
                "from CustomerOrder o where o.id in :due and o.state = :placed order by o.id",
                CustomerOrder.class)
            .setParameter("due", due)
            .setParameter("placed", OrderState.PLACED)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", -2)
            .getResultList();
    Map<Long, Long> grams = new TreeMap<>();
    for (CustomerOrder order : orders) {
      order.expire(now);
      order.gramsByLot().forEach((lot, some) -> grams.merge(lot, some, Math::addExact));
    }
    database.flush();
    stock.release(grams);
    return orders.size();
  }

  /** Orders received a week ago are done. */
  @Transactional
  public int completeDue() {
    Instant now = Times.now(clock);
    return CustomerOrder.update(
        "state = ?1, completedAt = ?2 where state = ?3 and receivedAt <= ?4",
        OrderState.COMPLETED,
        now,
        OrderState.RECEIVED,
        now.minus(CustomerOrder.COMPLETED_AFTER));
  }
}
