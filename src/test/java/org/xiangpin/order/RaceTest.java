package org.xiangpin.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.order.ShopFixture.Goods;
import org.xiangpin.payment.CallbackFixture;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.TestClock;
import org.xiangpin.stock.Holding;
import org.xiangpin.stock.Stock;
import org.xiangpin.stock.StockService;
import org.xiangpin.trace.CertificationService;

/** Many at once: nothing is sold twice, and the books agree. */
@QuarkusTest
class RaceTest {

  @Inject TestClock clock;
  @Inject StockService stock;
  @Inject OrderService orders;
  @Inject CertificationService certification;
  @Inject AgroalDataSource database;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @Test
  void sellsTheLastUnitToOneOfAHundredBuyers() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    List<Integer> answers =
        Together.call(100, i -> () -> shop.place(goods.product(), 500).statusCode());
    assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
    assertEquals(99, answers.stream().filter(status -> status == 409).count(), answers.toString());
    assertEquals(List.of(500L, 500L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void placesOneOrderForAHundredEqualPosts() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(100_000);
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = ShopFixture.body(goods.product(), 500);
    List<Response> answers = Together.call(100, i -> () -> shop.post(key, body));
    assertEquals(1, answers.stream().map(a -> a.path("id")).distinct().count());
    assertTrue(answers.stream().allMatch(a -> a.statusCode() == 201));
    assertEquals(
        99, answers.stream().filter(a -> a.header("Idempotency-Replayed") != null).count());
    assertEquals(List.of(100_000L, 500L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void letsNoOrdersOfTheSameGoodsInOppositeOrderFail() {
    ShopFixture shop = ShopFixture.shared();
    Goods a = shop.goods(1_000_000);
    Goods b = shop.goods(1_000_000);
    List<Integer> answers =
        Together.call(
            40,
            i ->
                () ->
                    (i % 2 == 0
                            ? shop.place(a.product(), 500, b.product(), 500)
                            : shop.place(b.product(), 500, a.product(), 500))
                        .statusCode());
    assertTrue(answers.stream().allMatch(status -> status == 201), answers.toString());
    assertEquals(List.of(1_000_000L, 20_000L, 0L), ShopFixture.stock(a));
    assertEquals(List.of(1_000_000L, 20_000L, 0L), ShopFixture.stock(b));
  }

  /** The transaction has read before the lot was stopped; the hold still sees it stopped. */
  @Test
  void judgesTheLotAsItIsAndNotAsTheTransactionFirstSawIt() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    Holding wanted = new Holding(goods.listingId(), version(goods), goods.lotId(), 500);
    List<Holding> failed =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  // takes the snapshot
                  assertEquals(1_000, stock.available(goods.lotId()));
                  Together.call(
                      1,
                      i ->
                          () -> {
                            certification.suspend(goods.lotId(), "复查", shop.byInspector());
                            return 0;
                          });
                  return stock.hold(List.of(wanted));
                });
    assertEquals(List.of(wanted), failed);
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(goods));
  }

  /** A stop that has begun and is not committed yet is waited for, and then obeyed. */
  @Test
  void waitsForAStopThatHasBegun() throws Exception {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    Holding wanted = new Holding(goods.listingId(), version(goods), goods.lotId(), 500);
    CountDownLatch suspended = new CountDownLatch(1);
    try (var stopping = database.getConnection()) {
      stopping.setAutoCommit(false);
      try (var statement =
          stopping.prepareStatement("update lot set state = 'SUSPENDED' where id = ?")) {
        statement.setLong(1, goods.lotId());
        statement.executeUpdate();
      }
      List<List<Holding>> failed =
          Together.call(
              2,
              i ->
                  i == 0
                      ? () -> {
                        suspended.await();
                        return QuarkusTransaction.requiringNew()
                            .call(() -> stock.hold(List.of(wanted)));
                      }
                      : () -> {
                        suspended.countDown();
                        awaitALockWait();
                        stopping.commit();
                        return List.of();
                      });
      assertEquals(List.of(wanted), failed.get(0));
    }
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(goods));
  }

  /**
   * Until somebody waits for a row. The status is live on both servers; INNODB_TRX is not, its
   * content stays the same for as long as it is asked for more often than every 100 ms.
   */
  private void awaitALockWait() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "show global status like 'Innodb_row_lock_current_waits'")) {
      while (System.nanoTime() < deadline) {
        try (var row = statement.executeQuery()) {
          row.next();
          if (row.getInt(2) > 0) {
            return;
          }
        }
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("nobody waits");
  }

  @Test
  void sellsNothingAfterASuspensionHasBeenAcknowledged() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000_000);
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    List<Integer> tooLate =
        Together.call(
            9,
            i ->
                i == 0
                    ? () -> {
                      for (int n = 0; n < 10; n++) {
                        shop.place(goods.product(), 500);
                      }
                      certification.suspend(goods.lotId(), "复查", shop.byInspector());
                      stopped.set(true);
                      for (int n = 0; n < 10; n++) {
                        assertEquals(409, shop.place(goods.product(), 500).statusCode());
                      }
                      over.set(true);
                      return 0;
                    }
                    : () -> {
                      int late = 0;
                      while (!over.get()) {
                        boolean before = stopped.get();
                        int status = shop.place(goods.product(), 500).statusCode();
                        late += before && status != 409 ? 1 : 0;
                      }
                      return late;
                    });
    assertTrue(tooLate.stream().allMatch(n -> n == 0), tooLate.toString());
  }

  @Test
  void sellsNeverAtAPriceThatHasChanged() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000_000, 100, 500, 500);
    AtomicBoolean over = new AtomicBoolean();
    List<Boolean> right =
        Together.call(
            5,
            i ->
                i == 0
                    ? () -> {
                      for (int price = 101; price <= 130; price++) {
                        ListingTerms terms = new ListingTerms("新价", null, price, 500, 500);
                        QuarkusTransaction.requiringNew()
                            .run(() -> Listing.lock(goods.listingId()).edit(terms, clock));
                        int paid = shop.place(goods.product(), 500).path("total.fen");
                        assertEquals(price, paid);
                      }
                      over.set(true);
                      return true;
                    }
                    : () -> {
                      int last = 100;
                      while (!over.get()) {
                        int paid = shop.place(goods.product(), 500).path("total.fen");
                        if (paid < last) {
                          return false;
                        }
                        last = paid;
                      }
                      return true;
                    });
    assertTrue(right.stream().allMatch(r -> r), right.toString());
  }

  /** What the database refuses even when all code above it were wrong. */
  @Test
  void refusesNegativeStockByTheTableItself() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    RuntimeException refused = null;
    try {
      QuarkusTransaction.requiringNew().run(() -> stock.release(Map.of(goods.lotId(), 500L)));
    } catch (RuntimeException e) {
      refused = e;
    }
    assertTrue(refused != null && SqlErrors.isCheckViolation(refused), String.valueOf(refused));
  }

  @Test
  void keepsTheBooksInAStormOfPlacingPayingCancellingAndLapsing() {
    ShopFixture shop = ShopFixture.shared();
    List<Goods> goods = List.of(shop.goods(40_000), shop.goods(60_000), shop.goods(25_000));
    Together.call(12, i -> storm(shop, goods, i));
    clock.advance(CustomerOrder.HELD_FOR.plusSeconds(1));
    orders.expireDue();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertEquals(List.of(), Stock.listUnbalanced());
              for (Goods one : goods) {
                Stock books = Stock.ofLot(one.lotId()).orElseThrow();
                assertEquals(0, books.heldGrams(), "nothing is held when all holds are over");
                assertEquals(sold(one), books.soldGrams());
              }
            });
  }

  private Callable<Integer> storm(ShopFixture shop, List<Goods> goods, int seed) {
    return () -> {
      Random random = new Random(seed);
      for (int n = 0; n < 15; n++) {
        Goods one = goods.get(random.nextInt(3));
        Goods two = goods.get(random.nextInt(3));
        Response placed =
            shop.place(one.product(), 500L * (1 + random.nextInt(6)), two.product(), 500L);
        assertTrue(placed.statusCode() == 201 || placed.statusCode() == 409, placed.asString());
        if (placed.statusCode() == 201) {
          goOn(shop, placed.path("id"), ((Number) placed.path("total.fen")).longValue(), random);
        }
      }
      return 0;
    };
  }

  private void goOn(ShopFixture shop, String order, long fen, Random random) {
    int step = random.nextInt(5);
    if (step < 3) {
      String payment = shop.startSilently(order);
      CallbackFixture.say(payment, step == 0 ? "failed" : "succeeded", fen);
      CallbackFixture.say(payment, "succeeded", fen).then().statusCode(204);
    }
    if (step == 2 || step == 3) {
      shop.cancel(order).then().statusCode(200);
    }
    if (random.nextInt(4) == 0) {
      orders.expireDue();
    }
  }

  private static long sold(Goods goods) {
    return CustomerOrder.getEntityManager()
        .createQuery(
            "select coalesce(sum(l.grams), 0) from CustomerOrder o join o.lines l"
                + " where l.lotId = :lot and o.state = :paid",
            Long.class)
        .setParameter("lot", goods.lotId())
        .setParameter("paid", OrderState.PAID)
        .getSingleResult();
  }

  private static int version(Goods goods) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Listing.<Listing>findById(goods.listingId()).version());
  }
}
