package org.xiangpin.order;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.order.ShopFixture.Goods;
import org.xiangpin.payment.CallbackFixture;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;
import org.xiangpin.stock.StockService;
import org.xiangpin.trace.CertificationService;

/** From being paid to being completed, and what stops it. */
@QuarkusTest
class OrderLifeTest {

  @Inject TestClock clock;
  @Inject OrderService orders;
  @Inject StockService stock;
  @Inject CertificationService certification;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @Test
  void isShippedWhenTheLastOfItsProducersHasSentItsParcel() {
    ShopFixture shop = ShopFixture.shared();
    Goods peaches = shop.goods(10_000);
    Goods eggs = shop.goods(10_000);
    String order = paid(shop, 2 * 680, peaches.product(), 500, eggs.product(), 500);
    ship(shop, order, peaches);
    shop.order(order).then().body("state", equalTo("paid")).body("parcels", hasSize(1));
    shop.cancel(order).then().statusCode(409).body("code", equalTo("wrong-state"));
    assertThrows(WrongState.class, () -> ship(shop, order, peaches));
    ship(shop, order, eggs);
    shop.order(order)
        .then()
        .body("state", equalTo("shipped"))
        .body("parcels.carrier", hasItem("中国邮政"))
        .body("shippedAt", notNullValue());
  }

  @Test
  void keepsAStoppedLotFromBeingShipped() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String order = paid(shop, 680, goods.product(), 500);
    certification.suspend(goods.lotId(), "复查", shop.byInspector());
    assertThrows(WrongState.class, () -> ship(shop, order, goods));
    certification.lift(goods.lotId(), "没有问题", shop.byInspector());
    ship(shop, order, goods);
    shop.order(order).then().body("state", equalTo("shipped"));
  }

  @Test
  void takesAParcelOfItsOwnProducersOnly() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    Goods others = shop.goods(10_000);
    String order = paid(shop, 680, goods.product(), 500);
    assertThrows(NotFound.class, () -> ship(shop, order, others));
  }

  @Test
  void usesAParcelsNumberOnce() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String first = paid(shop, 680, goods.product(), 500);
    String second = paid(shop, 680, goods.product(), 500);
    orders.ship(
        ShopFixture.number(first), goods.producerId(), "中国邮政", "once-1234", shop.byLiaison());
    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () ->
                orders.ship(
                    ShopFixture.number(second),
                    goods.producerId(),
                    "中国邮政",
                    "ONCE-12 34",
                    shop.byLiaison()));
    assertEquals("number", refused.details().get(0).pointer());
  }

  @Test
  void isCompletedSevenDaysAfterItWasReceived() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String order = paid(shop, 680, goods.product(), 500);
    receive(shop, order).then().statusCode(409);
    ship(shop, order, goods);
    receive(shop, order)
        .then()
        .statusCode(200)
        .body("state", equalTo("received"))
        .body("receivedAt", notNullValue());
    receive(shop, order).then().statusCode(200);
    clock.advance(Duration.ofDays(7).minusMinutes(1));
    orders.completeDue();
    shop.order(order).then().body("state", equalTo("received")).body("completedAt", nullValue());
    clock.advance(Duration.ofMinutes(2));
    orders.completeDue();
    shop.order(order)
        .then()
        .body("state", equalTo("completed"))
        .body("completedAt", notNullValue());
    receive(shop, order).then().statusCode(200).body("state", equalTo("completed"));
    shop.cancel(order).then().statusCode(409);
  }

  @Test
  void addsNeverMoreToTheStockThanTheTownshipCertified() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    stock.correct(goods.lotId(), -1_000, "碰伤", shop.byLiaison(), null);
    paid(shop, 680, goods.product(), 500);
    assertThrows(
        InvalidInput.class,
        () -> stock.correct(goods.lotId(), 1_001, "又称", shop.byLiaison(), null));
    stock.correct(goods.lotId(), 1_000, "称错了", shop.byLiaison(), null);
    assertEquals(List.of(9_500L, 0L, 500L), ShopFixture.stock(goods));
    for (long grams : new long[] {0, -9_501, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThrows(
          RuntimeException.class,
          () -> stock.correct(goods.lotId(), grams, "试", shop.byLiaison(), null));
    }
    assertEquals(List.of(9_500L, 0L, 500L), ShopFixture.stock(goods));
  }

  /** The states and what may follow them, as the contract tells it. */
  @Test
  void goesNoOtherWayThanTheContractSays() {
    Map<OrderState, Set<OrderState>> ways =
        Map.of(
            OrderState.PLACED,
            Set.of(OrderState.PAID, OrderState.CANCELLED, OrderState.EXPIRED),
            OrderState.PAID,
            Set.of(OrderState.SHIPPED, OrderState.CANCELLED),
            OrderState.SHIPPED,
            Set.of(OrderState.RECEIVED),
            OrderState.RECEIVED,
            Set.of(OrderState.COMPLETED),
            OrderState.COMPLETED,
            Set.of(),
            OrderState.CANCELLED,
            Set.of(),
            OrderState.EXPIRED,
            Set.of(OrderState.PAID));
    for (OrderState from : OrderState.values()) {
      assertEquals(
          ways.get(from),
          Arrays.stream(OrderState.values()).filter(from::canBecome).collect(Collectors.toSet()),
          from.name());
    }
    assertTrue(ways.size() == OrderState.values().length);
  }

  private static void ship(ShopFixture shop, String order, Goods goods) {
    ShopFixture.bean(OrderService.class)
        .ship(
            ShopFixture.number(order),
            goods.producerId(),
            "中国邮政",
            "L" + UUID.randomUUID().toString().substring(0, 12),
            shop.byLiaison());
  }

  private static Response receive(ShopFixture shop, String order) {
    return shop.api().post("/api/storefront/v1/orders/" + order + "/receipt");
  }

  private static String paid(ShopFixture shop, long fen, Object... productsAndGrams) {
    String order = shop.placed(productsAndGrams);
    CallbackFixture.say(shop.startSilently(order), "succeeded", fen).then().statusCode(204);
    return order;
  }
}
