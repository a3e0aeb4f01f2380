package org.xiangpin.order;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xiangpin.payment.Payment;
import org.xiangpin.payment.PaymentProvider;
import org.xiangpin.payment.PaymentProvider.Settlement;
import org.xiangpin.payment.PaymentState;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.stock.StockService;
import org.xiangpin.trace.LotState;

/**
 * Pays orders. What a provider says may come late, twice, out of order, or after the goods are
 * gone; money that comes for nothing goes back. Providers are called between transactions, never
 * inside.
 */
@ApplicationScoped
public class OrderPayments {

  private static final int TRIES = 5;
  private static final int REFUNDS_AT_ONCE = 50;

  @Inject Clock clock;
  @Inject StockService stock;
  @Inject @All List<PaymentProvider> providers;

  /** Goods that were held are not there any more; the transaction is undone. */
  private static final class GoodsGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GoodsGone() {
      super(null, null, false, false);
    }
  }

  private record Opened(Payment payment, boolean isNew) {}

  /** The provider by its name in payments and callback addresses. */
  public PaymentProvider provider(String name) {
    return providers.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Starts a payment of the order's total, or answers the one that is open.
   *
   * @param hints for the provider, see {@link PaymentProvider#start}
   * @throws HoldExpired when the goods are not held any more
   * @throws WrongState when there is nothing to pay
   * @throws NotOnSale when a lot was stopped meanwhile
   */
  public Payment start(Long orderId, Map<String, Object> hints) {
    // one provider is built in; a choice among several comes with the second
    PaymentProvider provider = providers.get(0);
    Opened opened = retried(() -> open(orderId, provider));
    if (opened.isNew()) {
      provider.start(opened.payment(), hints);
    }
    return opened.payment();
  }

  private Opened open(Long orderId, PaymentProvider provider) {
    CustomerOrder order = CustomerOrder.lock(orderId);
    Instant now = Times.now(clock);
    if (order.state() == OrderState.EXPIRED
        || (order.state() == OrderState.PLACED && order.isHoldOver(now))) {
      throw new HoldExpired();
    }
    if (order.state() != OrderState.PLACED) {
      throw new WrongState(
          "订单现在是“" + order.state().label(Lang.ZH) + "”，不用付款。",
          "The order is \"" + order.state().label(Lang.EN) + "\" now; there is nothing to pay.");
    }
    List<Payment> open = Payment.listOf(orderId, PaymentState.PENDING);
    if (!open.isEmpty()) {
      return new Opened(open.get(0), false);
    }
    refuseStopped(order);
    Payment payment = new Payment(orderId, provider.name(), order.totalFen(), now);
    payment.persist();
    return new Opened(payment, true);
  }

  private static void refuseStopped(CustomerOrder order) {
    long stopped =
        CustomerOrder.getEntityManager()
            .createQuery(
                "select count(l) from Lot l where l.id in :lots and l.state <> :certified",
                Long.class)
            .setParameter("lots", order.gramsByLot().keySet())
            .setParameter("certified", LotState.CERTIFIED)
            .getSingleResult();
    if (stopped > 0) {
      throw new NotOnSale(List.of());
    }
  }

  /**
   * Hears what a provider says of a payment, any number of times.
   *
   * @throws NotFound for a payment that is not one of ours
   * @throws AmountMismatch when another amount was paid than was asked for; nothing changes
   */
  public void settle(Settlement settlement) {
    try {
      retried(() -> settle(settlement, true));
    } catch (GoodsGone gone) {
      retried(() -> settle(settlement, false));
    }
    refundDue();
  }

  private Boolean settle(Settlement settlement, boolean goodsMayBeThere) {
    Payment known =
        Payment.<Payment>findByIdOptional(settlement.paymentId()).orElseThrow(NotFound::new);
    CustomerOrder order = CustomerOrder.lock(known.orderId());
    Payment.getEntityManager().detach(known);
    Payment payment = Payment.lock(known.id()).orElseThrow();
    if (settlement.amountFen() != payment.amountFen() || !"CNY".equals(settlement.currency())) {
      throw new AmountMismatch();
    }
    Instant now = Times.now(clock);
    if (!settlement.succeeded()) {
      if (payment.state() == PaymentState.PENDING) {
        payment.fail(now);
      }
    } else if (payment.awaitsMoney()) {
      take(payment, order, goodsMayBeThere, now);
    }
    return true;
  }

  /** The money is here: what for? */
  private void take(Payment payment, CustomerOrder order, boolean goodsMayBeThere, Instant now) {
    if (order.state() == OrderState.PLACED) {
      order.pay(now);
      payment.succeed(now);
      Payment.flush();
      stock.sell(order.gramsByLot());
    } else if (order.state() == OrderState.EXPIRED && goodsMayBeThere) {
      order.pay(now);
      payment.succeed(now);
      Payment.flush();
      if (!stock.sellUnheld(order.gramsByLot())) {
        throw new GoodsGone();
      }
    } else {
      payment.oweBack(now);
    }
  }

  @Scheduled(
      every = "{xiangpin.orders-look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    DatabaseAway.during("the look for refunds that are due", this::refundDue);
  }

  /** Gives back what is owed, each payment between two transactions of its own. */
  public void refundDue() {
    List<Payment> due =
        QuarkusTransaction.requiringNew().call(() -> Payment.listRefundDue(REFUNDS_AT_ONCE));
    for (Payment payment : due) {
      try {
        provider(payment.provider()).refund(payment);
        retried(() -> markRefunded(payment.id()));
      } catch (RuntimeException e) {
        Log.warnf(
            e, "refund of payment %s failed; it will be tried again", Ids.toText(payment.id()));
      }
    }
  }

  /** Two nodes may have asked the provider, which gives back once; one of them notes it. */
  private Boolean markRefunded(Long paymentId) {
    Payment payment = Payment.lock(paymentId).orElseThrow();
    if (payment.state() == PaymentState.REFUND_DUE) {
      payment.refund(Times.now(clock));
    }
    return true;
  }

  private static <T> T retried(Supplier<T> step) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(step::get);
      } catch (RuntimeException e) {
        if (!SqlErrors.isRetryable(e) || attempt == TRIES) {
          throw e;
        }
      }
    }
  }
}
