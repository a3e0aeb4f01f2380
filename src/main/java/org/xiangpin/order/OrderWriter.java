package org.xiangpin.order;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.xiangpin.shared.Batcher;
import org.xiangpin.shared.Rows;
import org.xiangpin.shared.Times;
import org.xiangpin.stock.Holding;
import org.xiangpin.stock.StockService;

/**
 * Writes new orders and holds their goods, all that wait at a moment in one transaction: a hot
 * lot's row is then taken and given back once for all of them. When they can't be written together,
 * because some goods are short or a key is there already, each is written alone and meets its own
 * fate. The stock rows come last, as everybody waits for those.
 */
@ApplicationScoped
class OrderWriter {

  private static final int AT_ONCE = 2;
  private static final int MOST_TOGETHER = 64;
  private static final int PATIENCE_SECONDS = 10;

  private static final String ORDERS =
      """
      insert into customer_order (id, storefront_id, idempotency_key, request_sha256, state,
        total_fen, recipient, phone, address, note, placed_at, hold_expires_at)""";

  private static final String LINES =
      """
      insert into order_line (order_id, line_number, listing_id, lot_id, producer_id, title, grams,
        price_fen, price_unit_grams, amount_fen)""";

  /** Goods could not be held as the offers had promised; the transaction is undone. */
  static final class NotHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<Holding> holdings;

    NotHeld(List<Holding> holdings) {
      super(null, null, false, false);
      this.holdings = holdings;
    }

    List<Holding> holdings() {
      return holdings;
    }
  }

  private record Wish(CustomerOrder order, List<Holding> holdings, CompletableFuture<Void> done) {}

  private record NumberedLine(CustomerOrder order, int number, OrderLine line) {}

  @Inject AgroalDataSource database;
  @Inject StockService stock;

  private Batcher<Wish> wishes;

  @PostConstruct
  void open() {
    wishes = new Batcher<>("order-writer", AT_ONCE, MOST_TOGETHER, this::write);
  }

  @PreDestroy
  void close() {
    wishes.close();
  }

  /**
   * Returns when the order is written and its goods are held, for good.
   *
   * @throws NotHeld when some are not there, or not at this price any more
   * @throws TooBusy after waiting long; the order may then have been written all the same
   * @throws RuntimeException as the database says it
   */
  void write(CustomerOrder order, List<Holding> holdings) {
    Wish wish = new Wish(order, holdings, new CompletableFuture<>());
    wishes.add(wish);
    try {
      wish.done().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new TooBusy();
    }
  }

  private void write(List<Wish> together) {
    List<Wish> wanted = together.stream().filter(wish -> !wish.done().isDone()).toList();
    if (wanted.size() > 1 && failure(wanted) == null) {
      wanted.forEach(wish -> wish.done().complete(null));
      return;
    }
    for (Wish wish : wanted) {
      RuntimeException failure = failure(List.of(wish));
      if (failure == null) {
        wish.done().complete(null);
      } else {
        wish.done().completeExceptionally(failure);
      }
    }
  }

  /** Null when all are written. */
  private RuntimeException failure(List<Wish> wanted) {
    try {
      QuarkusTransaction.requiringNew().run(() -> insertAndHold(wanted));
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private void insertAndHold(List<Wish> wanted) {
    List<CustomerOrder> orders = wanted.stream().map(Wish::order).toList();
    try (Connection connection = database.getConnection()) {
      Rows.insert(connection, ORDERS, orders, OrderWriter::values);
      Rows.insert(connection, LINES, lines(orders), OrderWriter::values);
    } catch (SQLException e) {
      throw new IllegalStateException("order", e);
    }
    List<Holding> failed = stock.hold(sum(wanted));
    if (!failed.isEmpty()) {
      throw new NotHeld(failed);
    }
  }

  /** What all of them want of each lot at the price they were told. */
  private static List<Holding> sum(List<Wish> wanted) {
    record Goods(long listingId, int version) {}
    Map<Goods, Holding> sums = new LinkedHashMap<>();
    for (Wish wish : wanted) {
      for (Holding one : wish.holdings()) {
        sums.merge(new Goods(one.listingId(), one.version()), one, Holding::plus);
      }
    }
    return List.copyOf(sums.values());
  }

  private static List<NumberedLine> lines(List<CustomerOrder> orders) {
    List<NumberedLine> lines = new ArrayList<>();
    for (CustomerOrder order : orders) {
      for (int i = 0; i < order.lines().size(); i++) {
        lines.add(new NumberedLine(order, i, order.lines().get(i)));
      }
    }
    return lines;
  }

  private static List<Object> values(CustomerOrder order) {
    return Arrays.asList(
        order.id(),
        order.storefrontId(),
        order.idempotencyKey(),
        order.requestSha256(),
        order.state().name(),
        order.totalFen(),
        order.recipient().name(),
        order.recipient().phone(),
        order.recipient().address(),
        order.note(),
        Times.utc(order.placedAt()),
        Times.utc(order.holdExpiresAt()));
  }

  private static List<Object> values(NumberedLine numbered) {
    OrderLine line = numbered.line();
    return List.of(
        numbered.order().id(),
        numbered.number(),
        line.listingId(),
        line.lotId(),
        line.producerId(),
        line.title(),
        line.grams(),
        line.priceFen(),
        line.priceUnitGrams(),
        line.amountFen());
  }
}
