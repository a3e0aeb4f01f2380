package org.xiangpin.storefront;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.order.ShopFixture.Goods;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.CertificationService;

/** What a storefront sees of the goods on sale. */
@QuarkusTest
class ProductsTest {

  private static final String PRODUCTS = "/api/storefront/v1/products";

  @Inject TestClock clock;
  @Inject CertificationService certification;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @Test
  void showsAProductWithItsPriceStockAndOrigin() {
    ShopFixture shop = ShopFixture.open();
    Goods peaches = shop.goods(15_000_000, 680, 500, 2_500);
    shop.api()
        .get(PRODUCTS + "/" + peaches.product())
        .then()
        .statusCode(200)
        .body("id", equalTo(peaches.product()))
        .body("name", equalTo("黄桃"))
        .body("price.fen", equalTo(680))
        .body("price.currency", equalTo("CNY"))
        .body("price.perGrams", equalTo(500))
        .body("price.text", equalTo("¥6.80 / 斤"))
        .body("availableGrams", equalTo(15_000_000))
        .body("availableText", equalTo("30,000 斤"))
        .body("stepGrams", equalTo(2_500))
        .body("producer", equalTo("测试农户（演示）"))
        .body("village", endsWith("测试镇桃花村"))
        .body("certificationNumber", startsWith(shop.township.substring(0, 9)))
        .body("traceUrl", startsWith("http://localhost:8081/01/"))
        .body("illustrationUrl", equalTo("http://localhost:8081/art/yellow-peach.svg"));
  }

  @Test
  void speaksEnglishWhenAsked() {
    ShopFixture shop = ShopFixture.open();
    Goods peaches = shop.goods(1_000);
    shop.api()
        .header("Accept-Language", "en")
        .get(PRODUCTS + "/" + peaches.product())
        .then()
        .body("name", equalTo("Yellow peaches"))
        .body("availableText", equalTo("1 kg"));
  }

  @Test
  void walksThroughEveryProductOnceWhileGoodsChange() {
    ShopFixture shop = ShopFixture.open();
    List<Goods> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(shop.goods(10_000));
    }
    Response first = shop.api().get(PRODUCTS + "?limit=3");
    List<String> seen = new ArrayList<>(first.path("items.id"));
    pause(all.get(0));
    pause(all.get(4));
    shop.placed(all.get(5).product(), 10_000);
    Goods later = shop.goods(10_000);
    String next = next(first);
    while (next != null) {
      Response page = shop.api().get(next);
      seen.addAll(page.path("items.id"));
      next = next(page);
    }
    List<String> expected =
        new ArrayList<>(
            List.of(all.get(0), all.get(1), all.get(2), all.get(3), all.get(5), all.get(6), later)
                .stream()
                .map(Goods::product)
                .toList());
    assertEquals(expected, seen);
  }

  @Test
  void endsWithoutALinkOnTheLastPage() {
    ShopFixture shop = ShopFixture.open();
    shop.goods(1_000);
    Response only = shop.api().get(PRODUCTS + "?limit=1");
    only.then().body("items", hasSize(1)).body("next", nullValue());
    assertNull(only.header("Link"));
  }

  @Test
  void showsASoldOutProductWithNothingLeft() {
    ShopFixture shop = ShopFixture.open();
    Goods goods = shop.goods(1_000);
    shop.placed(goods.product(), 1_000);
    shop.api().get(PRODUCTS).then().body("items.availableGrams", contains(0));
  }

  @Test
  void refusesATamperedCursor() {
    ShopFixture shop = ShopFixture.open();
    shop.goods(1_000);
    shop.goods(1_000);
    String cursor = shop.api().get(PRODUCTS + "?limit=1").path("next");
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
      shop.api().get(PRODUCTS + "?cursor=" + tampered).then().statusCode(400);
    }
    shop.api()
        .get(PRODUCTS + "?cursor=nonsense")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-input"))
        .body("errors[0].pointer", equalTo("cursor"));
  }

  @Test
  void refusesALimitOutOfBounds() {
    ShopFixture shop = ShopFixture.open();
    for (String limit : List.of("0", "101", "-1")) {
      shop.api().get(PRODUCTS + "?limit=" + limit).then().statusCode(400);
    }
  }

  @Test
  void hidesGoodsOfCountiesThatTheKeyDoesNotSee() {
    ShopFixture here = ShopFixture.open();
    ShopFixture there = ShopFixture.open();
    Goods theirs = there.goods(1_000);
    here.api().get(PRODUCTS + "/" + theirs.product()).then().statusCode(404);
    here.api().get(PRODUCTS).then().body("items", hasSize(0));
  }

  @Test
  void asksForAKey() {
    ShopFixture shop = ShopFixture.open();
    for (String header :
        List.of("", "Bearer", "Bearer xp_live_wrong", "Basic abc", "Bearer " + shop.key + "x")) {
      io.restassured.RestAssured.given()
          .header("Authorization", header)
          .get(PRODUCTS)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Bearer"))
          .contentType("application/problem+json")
          .body("code", equalTo("key-required"));
    }
    io.restassured.RestAssured.given().get(PRODUCTS + "/1").then().statusCode(401);
  }

  @Test
  void refusesAKeyWithoutTheScope() {
    ShopFixture shop = ShopFixture.open();
    String key = shop.key(Set.of("orders:read"));
    ShopFixture.api(key)
        .get(PRODUCTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("scope-missing"));
    ShopFixture.api(key)
        .contentType("application/json")
        .header("Idempotency-Key", "a")
        .body("{}")
        .post("/api/storefront/v1/orders")
        .then()
        .statusCode(403);
  }

  @Test
  void takesDownWhatIsPausedSuspendedOrExpiredAtOnce() {
    ShopFixture shop = ShopFixture.open();
    Goods paused = shop.goods(1_000);
    Goods suspended = shop.goods(1_000);
    Goods sold = shop.goods(1_000);
    for (Goods goods : List.of(paused, suspended, sold)) {
      shop.api().get(PRODUCTS + "/" + goods.product()).then().statusCode(200);
    }
    pause(paused);
    certification.suspend(suspended.lotId(), "复查", shop.byInspector());
    for (Goods goods : List.of(paused, suspended)) {
      shop.api().get(PRODUCTS + "/" + goods.product()).then().statusCode(404);
    }
    shop.api().get(PRODUCTS).then().body("items.id", contains(sold.product()));
    clock.advance(Duration.ofDays(91));
    shop.api().get(PRODUCTS + "/" + sold.product()).then().statusCode(404);
    shop.api().get(PRODUCTS).then().body("items", hasSize(0));
  }

  @Test
  void showsANewPriceAtOnce() {
    ShopFixture shop = ShopFixture.open();
    Goods goods = shop.goods(1_000);
    shop.api().get(PRODUCTS + "/" + goods.product()).then().body("price.fen", equalTo(680));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Listing.lock(goods.listingId())
                    .edit(new ListingTerms("降价", null, 500, 500, 500), clock));
    shop.api().get(PRODUCTS + "/" + goods.product()).then().body("price.fen", equalTo(500));
  }

  @Test
  void answersNotFoundForAnythingThatIsNoProduct() {
    ShopFixture shop = ShopFixture.open();
    for (String id : List.of("0", "0000000000000", "ZZZZZZZZZZZZZ", "a'b", "%00", "..%2f..")) {
      int status = shop.api().urlEncodingEnabled(false).get(PRODUCTS + "/" + id).statusCode();
      assertTrue(status == 404 || status == 400, id + " " + status);
    }
  }

  private void pause(Goods goods) {
    QuarkusTransaction.requiringNew().run(() -> Listing.lock(goods.listingId()).pause(clock));
  }

  /** The path and query of the Link header's next page, null without one. */
  private static String next(Response page) {
    String link = page.header("Link");
    if (link == null) {
      return null;
    }
    Matcher next = Pattern.compile("<http://localhost:8081(/[^>]+)>; rel=\"next\"").matcher(link);
    assertTrue(next.matches(), link);
    return next.group(1);
  }
}
