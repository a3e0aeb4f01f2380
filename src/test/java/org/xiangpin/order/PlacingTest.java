package org.xiangpin.order;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.order.ShopFixture.Goods;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.CertificationService;

/** Placing orders, one buyer at a time. */
@QuarkusTest
class PlacingTest {

  @Inject TestClock clock;
  @Inject CertificationService certification;

  @Test
  void holdsTheGoodsAndAnswersTheOrder() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000, 680, 500, 500);
    Response placed = shop.place(goods.product(), 2_500);
    placed
        .then()
        .statusCode(201)
        .body("state", equalTo("placed"))
        .body("total.fen", equalTo(3_400))
        .body("total.currency", equalTo("CNY"))
        .body("lines[0].amount.fen", equalTo(3_400))
        .body("lines[0].weightText", equalTo("5 斤"))
        .body("payment", nullValue())
        .body("recipient.phone", equalTo("19900000009"));
    String id = placed.path("id");
    placed.then().header("Location", endsWith("/api/storefront/v1/orders/" + id));
    assertNull(placed.header("Idempotency-Replayed"));
    assertEquals(List.of(10_000L, 2_500L, 0L), ShopFixture.stock(goods));
    assertEquals((String) placed.path("placedAt"), shop.order(id).path("placedAt"));
    shop.order(id).then().body("lines", hasSize(1)).body("total.fen", equalTo(3_400));
  }

  @Test
  void roundsAnAmountHalfUpToTheFen() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000, 333, 1_000, 1);
    shop.place(goods.product(), 500).then().statusCode(201).body("total.fen", equalTo(167));
    shop.place(goods.product(), 499).then().body("total.fen", equalTo(166));
  }

  @Test
  void ignoresAPriceThatTheClientSends() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String body =
        """
        {"lines": [{"product": "%s", "grams": 500, "price": 1, "priceFen": 1, "amount": {"fen": 1}}],
         "total": {"fen": 1}, "state": "paid", "storefrontId": 1,
         "recipient": {"name": "张三（演示）", "phone": "19900000009", "address": "演示路 1 号"}}
        """
            .formatted(goods.product());
    shop.post("a-price", body)
        .then()
        .statusCode(201)
        .body("state", equalTo("placed"))
        .body("total.fen", equalTo(680));
  }

  @Test
  void takesTwoLinesOfOneProductTogether() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    shop.place(goods.product(), 500, goods.product(), 1_000)
        .then()
        .statusCode(409)
        .body("code", equalTo("out-of-stock"))
        .body("errors.pointer", contains("/lines/0/grams", "/lines/1/grams"));
    shop.place(goods.product(), 500, goods.product(), 500).then().statusCode(201);
    assertEquals(List.of(1_000L, 1_000L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void namesEveryShortLineAndWhatIsLeft() {
    ShopFixture shop = ShopFixture.shared();
    Goods plenty = shop.goods(100_000);
    Goods few = shop.goods(1_500);
    Goods none = shop.goods(500);
    shop.placed(none.product(), 500);
    shop.place(few.product(), 2_000, plenty.product(), 500, none.product(), 500)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:xiangpin:problem:out-of-stock"))
        .body("errors.pointer", contains("/lines/0/grams", "/lines/2/grams"))
        .body("errors.availableGrams", contains(1_500, 0))
        .body("errors.detail", contains("只剩 3 斤。", "卖完了。"));
    assertEquals(List.of(100_000L, 0L, 0L), ShopFixture.stock(plenty));
  }

  @Test
  void answersTheSameOrderForTheSameKeyAndBody() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = ShopFixture.body(goods.product(), 500);
    String id = shop.post(key, body).then().statusCode(201).extract().path("id");
    shop.post(key, body)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
    assertEquals(List.of(10_000L, 500L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void answersTheSameOrderThoughTheGoodsAreGoneMeanwhile() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    Map<String, Object> body = ShopFixture.body(goods.product(), 500);
    String id = shop.post("first", body).path("id");
    shop.post("first", body).then().statusCode(201).body("id", equalTo(id));
    QuarkusTransaction.requiringNew().run(() -> Listing.lock(goods.listingId()).pause(clock));
    shop.post("first", body).then().statusCode(201).body("id", equalTo(id));
  }

  @Test
  void refusesTheSameKeyWithAnotherBody() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    shop.post("one", ShopFixture.body(goods.product(), 500)).then().statusCode(201);
    shop.post("one", ShopFixture.body(goods.product(), 1_000))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertEquals(List.of(10_000L, 500L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void keepsTheKeysOfTwoStorefrontsApart() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String otherKey = shop.key(shop.openStorefront(), Set.of("orders:write"));
    String first = shop.post("same", ShopFixture.body(goods.product(), 500)).path("id");
    ShopFixture.api(otherKey)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "same")
        .body(ShopFixture.body(goods.product(), 500))
        .post("/api/storefront/v1/orders")
        .then()
        .statusCode(201)
        .body("id", org.hamcrest.Matchers.not(equalTo(first)));
  }

  @Test
  void mayUseAKeyAgainAfterARefusal() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    shop.post("k", ShopFixture.body(goods.product(), 1_000)).then().statusCode(409);
    shop.post("k", ShopFixture.body(goods.product(), 500)).then().statusCode(201);
  }

  @Test
  void asksForAnIdempotencyKey() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    shop.api()
        .contentType(ContentType.JSON)
        .body(ShopFixture.body(goods.product(), 500))
        .post("/api/storefront/v1/orders")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
    for (String key : List.of("", " ", "x".repeat(256))) {
      shop.post(key, ShopFixture.body(goods.product(), 500)).then().statusCode(400);
    }
    assertEquals(List.of(500L, 0L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void refusesGoodsThatAreNotOnSale() {
    ShopFixture shop = ShopFixture.shared();
    Goods paused = shop.goods(1_000);
    Goods suspended = shop.goods(1_000);
    QuarkusTransaction.requiringNew().run(() -> Listing.lock(paused.listingId()).pause(clock));
    certification.suspend(suspended.lotId(), "复查", shop.byInspector());
    shop.place(paused.product(), 500, suspended.product(), 500)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-on-sale"))
        .body("errors.pointer", contains("/lines/0/product", "/lines/1/product"));
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(suspended));
  }

  @Test
  void sellsAtThePriceOfTheMomentThoughAnOlderOneIsInMemory() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000, 680, 500, 500);
    shop.place(goods.product(), 500).then().body("total.fen", equalTo(680));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Listing.lock(goods.listingId())
                    .edit(new ListingTerms("涨价", null, 700, 500, 500), clock));
    shop.place(goods.product(), 500)
        .then()
        .statusCode(201)
        .body("total.fen", equalTo(700))
        .body("lines[0].title", equalTo("涨价"));
  }

  @Test
  void keepsPriceAndWordsOfAnOrderWhateverTheListingSaysLater() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000, 680, 500, 500);
    String order = shop.placed(goods.product(), 500);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Listing.lock(goods.listingId())
                    .edit(new ListingTerms("涨价", null, 700, 500, 500), clock));
    shop.order(order)
        .then()
        .body("total.fen", equalTo(680))
        .body("lines[0].title", equalTo("测试黄桃"));
  }

  @Test
  void hidesOrdersOfOtherStorefronts() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String other = shop.key(shop.openStorefront(), Set.of("orders:read", "orders:write"));
    String path = "/api/storefront/v1/orders/" + order;
    ShopFixture.api(other).get(path).then().statusCode(404);
    ShopFixture.api(other).post(path + "/cancellation").then().statusCode(404);
    ShopFixture.api(other).post(path + "/receipt").then().statusCode(404);
    ShopFixture.api(other)
        .contentType(ContentType.JSON)
        .body("{}")
        .post(path + "/payments")
        .then()
        .statusCode(404);
    shop.order(order).then().statusCode(200).body("state", equalTo("placed"));
  }
}
