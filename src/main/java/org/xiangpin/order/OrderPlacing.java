package org.xiangpin.order;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.xiangpin.listing.Offers;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;
import org.xiangpin.stock.Holding;
import org.xiangpin.stock.StockService;

/**
 * Places orders: the hottest path of the service. What an offer says comes from memory; the
 * statement that holds the goods judges whether it still holds true.
 */
@ApplicationScoped
public class OrderPlacing {

  private static final int TRIES = 12;

  @Inject Clock clock;
  @Inject Offers offers;
  @Inject StockService stock;
  @Inject OrderWriter writer;

  /**
   * @param replayed whether this very request had been answered before
   */
  public record Placed(CustomerOrder order, boolean replayed) {}

  /**
   * Places the order and holds its goods for {@link CustomerOrder#HELD_FOR}, or does nothing at
   * all.
   *
   * @throws OutOfStock naming all short lines
   * @throws NotOnSale naming all lines that are not sold now
   * @throws InvalidInput for products that are not there and weights off the step
   * @throws IdempotencyKeyReused when the key names another request
   */
  public Placed place(OrderForm form) {
    String key = form.idempotencyKey();
    if (key == null || !key.matches("[!-~ ]{1,255}")) {
      throw new IdempotencyKeyMissing();
    }
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Placed> placed = attempt(form, attempt);
      if (placed.isPresent()) {
        return placed.get();
      }
      rest(attempt);
    }
    throw new TooBusy();
  }

  /** Empty when the same may be tried again. */
  private Optional<Placed> attempt(OrderForm form, int attempt) {
    try {
      return placeOnce(form).map(order -> new Placed(order, false));
    } catch (Refusal refusal) {
      // what was placed with this key stays placed, even though it could not be placed now
      return Optional.of(replay(form).orElseThrow(() -> refusal));
    } catch (RuntimeException failure) {
      if (SqlErrors.isDuplicate(failure)) {
        return Optional.of(replay(form).orElseThrow(() -> failure));
      }
      if (SqlErrors.isRetryable(failure) && attempt < TRIES) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Optional<CustomerOrder> placeOnce(OrderForm form) {
    Basket basket = basket(form);
    CustomerOrder order = new CustomerOrder(form, basket.lines(), Times.now(clock));
    if (order.totalFen() == 0) {
      throw new InvalidInput("/lines", "一共不到一分钱，请多买一点。", "Less than one fen in all; order more.");
    }
    try {
      writer.write(order, basket.holdings());
      return Optional.of(order);
    } catch (OrderWriter.NotHeld notHeld) {
      explain(form, basket, notHeld.holdings());
      return Optional.empty();
    }
  }

  /** By memory, and where that would refuse, by the database. */
  private Basket basket(OrderForm form) {
    try {
      return Basket.of(form, offers::find, Times.today(clock));
    } catch (Refusal byMemory) {
      return Basket.of(form, offers::findFresh, Times.today(clock));
    }
  }

  /** Refuses for what is the matter now; returns when nothing is, so that it may be tried again. */
  private void explain(OrderForm form, Basket basket, List<Holding> failed) {
    Basket.of(form, offers::findFresh, Times.today(clock));
    Map<Long, Long> left = new TreeMap<>();
    for (Holding holding : failed) {
      long available = stock.available(holding.lotId());
      if (available < holding.grams()) {
        left.put(holding.lotId(), Math.max(0, available));
      }
    }
    if (!left.isEmpty()) {
      throw basket.shortOf(left);
    }
  }

  /** The order that was placed with the form's key. */
  private Optional<Placed> replay(OrderForm form) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                CustomerOrder.findByKey(form.storefrontId(), form.idempotencyKey())
                    .map(
                        order -> {
                          if (!order.requestSha256().equals(form.sha256())) {
                            throw new IdempotencyKeyReused();
                          }
                          return new Placed(order, true);
                        }));
  }

  /** Those that lost against each other try again at different moments. */
  private static void rest(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, 8 * attempt + 2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
  }
}
