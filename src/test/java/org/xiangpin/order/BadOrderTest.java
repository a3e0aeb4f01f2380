package org.xiangpin.order;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.order.ShopFixture.Goods;

/** Orders that no buyer means: each a clear problem, and nothing happens. */
@QuarkusTest
class BadOrderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-500",
        "1.5",
        "500.0",
        "1e309",
        "NaN",
        "Infinity",
        "-0",
        "null",
        "true",
        "\"500\"",
        "[]",
        "{}",
        "9223372036854775808",
        "10000000001",
        "501",
        "99999999999999999999999999"
      })
  void refusesAWeightThatIsNone(String grams) {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    Response answer =
        shop.post(
            "bad-" + UUID.randomUUID(),
            """
            {"lines": [{"product": "%s", "grams": %s}],
             "recipient": {"name": "张三（演示）", "phone": "19900000009", "address": "演示路 1 号"}}
            """
                .formatted(goods.product(), grams));
    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-input"))
        .body("detail", not(containsString("jackson")));
    assertEquals(List.of(10_000L, 0L, 0L), ShopFixture.stock(goods));
  }

  @ParameterizedTest
  @CsvSource({
    "name, ''",
    "name, ' '",
    "phone, abc",
    "phone, ''",
    "phone, 12",
    "address, ''",
    "name, a\\u0000b",
    "name, \\ud800",
    "address, \\u000a"
  })
  void refusesARecipientWhomNoParcelReaches(String field, String value) {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    Map<String, String> good =
        new HashMap<>(Map.of("name", "张三（演示）", "phone", "19900000009", "address", "演示路 1 号"));
    good.put(field, value);
    String body =
        """
        {"lines": [{"product": "%s", "grams": 500}],
         "recipient": {"name": "%s", "phone": "%s", "address": "%s"}}
        """
            .formatted(goods.product(), good.get("name"), good.get("phone"), good.get("address"));
    shop.post("r-" + UUID.randomUUID(), body)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/recipient/" + field));
  }

  @Test
  void refusesMoreThanAHundredLinesAndNone() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000_000);
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      lines.add(goods.product());
      lines.add(500);
    }
    shop.place(lines.toArray()).then().statusCode(400).body("errors[0].pointer", equalTo("/lines"));
    shop.place().then().statusCode(400).body("errors[0].pointer", equalTo("/lines"));
    shop.place(lines.subList(0, 200).toArray()).then().statusCode(201);
  }

  @Test
  void namesUnknownProductsAndWrongStepsAtOnce() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000, 680, 500, 2_500);
    shop.place("0J4V9C2QK7M1T", 500, goods.product(), 600)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/lines/0/product"))
        .body("errors[1].pointer", equalTo("/lines/1/grams"));
  }

  @Test
  void treatsAnotherCountysProductAsUnknown() {
    ShopFixture here = ShopFixture.shared();
    Goods theirs = ShopFixture.open().goods(1_000);
    here.place(theirs.product(), 500)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/lines/0/product"));
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(theirs));
  }

  @Test
  void refusesAnOrderWorthLessThanAFen() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000, 1, 1_000, 1);
    shop.place(goods.product(), 1).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"\"",
        "{}",
        "{\"lines\": null}",
        "{\"lines\": {}}",
        "{\"lines\": [null]}",
        "{\"lines\": [], \"lines\": []}",
        "{} {}",
        "<order/>"
      })
  void refusesWhatIsNoOrder(String body) {
    ShopFixture shop = ShopFixture.shared();
    shop.post("x-" + UUID.randomUUID(), body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-input"));
  }

  @Test
  void refusesJsonThatIsTooDeepTooLongOrTooLarge() throws Exception {
    ShopFixture shop = ShopFixture.shared();
    List<String> bombs =
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"note\": \"" + "x".repeat(100_000) + "\"}",
            "{\"lines\": [" + "{},".repeat(200_000) + "{}]}",
            "{\"x\": " + "1".repeat(100_000) + "}",
            manyKeys(100_000));
    for (String bomb : bombs) {
      assertEquals(400, status(shop.key, bomb), bomb.substring(0, 20));
    }
  }

  /** By a plain client: the other one would print the body nicely first. */
  private static int status(String key, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    RestAssured.baseURI + ":" + RestAssured.port + "/api/storefront/v1/orders"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String manyKeys(int n) {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < n; i++) {
      body.append("\"k").append(i).append("\":1,");
    }
    return body.append("\"z\":1}").toString();
  }

  @Test
  void pointsAtTheValueOfAWrongType() {
    ShopFixture shop = ShopFixture.shared();
    shop.post("t", "{\"lines\": [{\"product\": \"a\", \"grams\": \"x\"}]}")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/lines/0/grams"));
  }

  @Test
  void takesNothingButJson() {
    ShopFixture shop = ShopFixture.shared();
    shop.api()
        .contentType("application/x-www-form-urlencoded")
        .post("/api/storefront/v1/orders/0J4V9C2QK7M1T/cancellation")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    shop.api()
        .contentType("text/plain")
        .header("Idempotency-Key", "a")
        .body("hello")
        .post("/api/storefront/v1/orders")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 10_000, 60_000})
  void refusesANoteThatIsTooLong(int length) {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    shop.post(
            "bad-" + UUID.randomUUID(),
            """
            {"lines": [{"product": "%s", "grams": 500}], "note": "%s",
             "recipient": {"name": "张三（演示）", "phone": "19900000009", "address": "演示路 1 号"}}
            """
                .formatted(goods.product(), "字".repeat(length)))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/note"));
    assertEquals(List.of(10_000L, 0L, 0L), ShopFixture.stock(goods));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "1.5", "1e2", "2147483648", "x"})
  void refusesALimitThatIsNone(String limit) {
    ShopFixture.shared()
        .api()
        .queryParam("limit", limit)
        .get("/api/storefront/v1/products")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-input"));
  }

  @Test
  void anOrderIsKeptInNoCache() {
    ShopFixture shop = ShopFixture.shared();
    String order = shop.placed(shop.goods(10_000).product(), 500);
    shop.order(order).then().header("Cache-Control", equalTo("no-store"));
  }
}
