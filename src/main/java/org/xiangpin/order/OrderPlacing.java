package org.xiangpin.order;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
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
 * Places orders: the hottest path of the service. One transaction writes the order and holds its
 * goods, with the stock rows last, as everybody waits for those. What an offer says comes from
 * memory; the statement that holds the goods judges whether it still holds true.
 */
@ApplicationScoped
public class OrderPlacing {

  /** Threads wait here and not for a connection, and the database is not asked for too much. */
  private static final int AT_ONCE = 16;

  private static final int PATIENCE_SECONDS = 10;
  private static final int TRIES = 12;

  private static final String INSERT_ORDER =
      """
      insert into customer_order (id, storefront_id, idempotency_key, request_sha256, state,
        total_fen, recipient, phone, address, note, placed_at, hold_expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_LINE =
      """
      insert into order_line (order_id, line_number, listing_id, lot_id, producer_id, title, grams,
        price_fen, price_unit_grams, amount_fen)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  @Inject AgroalDataSource database;
  @Inject Clock clock;
  @Inject Offers offers;
  @Inject StockService stock;

  private final Semaphore gate = new Semaphore(AT_ONCE, true);

  /**
   * @param replayed whether this very request had been answered before
   */
  public record Placed(CustomerOrder order, boolean replayed) {}

  /** Goods could not be held as the offers had promised; the transaction is undone. */
  private static final class NotHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<Holding> holdings;

    NotHeld(List<Holding> holdings) {
      super(null, null, false, false);
      this.holdings = holdings;
    }
  }

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
    enter();
    try {
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        Optional<Placed> placed = attempt(form, attempt);
        if (placed.isPresent()) {
          return placed.get();
        }
        rest(attempt);
      }
      throw new TooBusy();
    } finally {
      gate.release();
    }
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
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                insert(order);
                List<Holding> failed = stock.hold(basket.holdings());
                if (!failed.isEmpty()) {
                  throw new NotHeld(failed);
                }
              });
      return Optional.of(order);
    } catch (NotHeld notHeld) {
      explain(form, basket, notHeld.holdings);
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

  private void insert(CustomerOrder order) {
    try (Connection connection = database.getConnection()) {
      try (var row = connection.prepareStatement(INSERT_ORDER)) {
        row.setLong(1, order.id());
        row.setLong(2, order.storefrontId());
        row.setString(3, order.idempotencyKey());
        row.setString(4, order.requestSha256());
        row.setString(5, order.state().name());
        row.setLong(6, order.totalFen());
        row.setString(7, order.recipient().name());
        row.setString(8, order.recipient().phone());
        row.setString(9, order.recipient().address());
        row.setString(10, order.note());
        row.setObject(11, utc(order.placedAt()));
        row.setObject(12, utc(order.holdExpiresAt()));
        row.executeUpdate();
      }
      try (var rows = connection.prepareStatement(INSERT_LINE)) {
        for (int i = 0; i < order.lines().size(); i++) {
          OrderLine line = order.lines().get(i);
          rows.setLong(1, order.id());
          rows.setInt(2, i);
          rows.setLong(3, line.listingId());
          rows.setLong(4, line.lotId());
          rows.setLong(5, line.producerId());
          rows.setString(6, line.title());
          rows.setLong(7, line.grams());
          rows.setLong(8, line.priceFen());
          rows.setLong(9, line.priceUnitGrams());
          rows.setLong(10, line.amountFen());
          // not as a batch: the driver would prepare a statement anew for it
          rows.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("order", e);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private void enter() {
    try {
      if (!gate.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
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
