package org.xiangpin.order;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.producer.Issuer;
import org.xiangpin.producer.NameShown;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Times;
import org.xiangpin.stock.Stock;
import org.xiangpin.stock.StockService;
import org.xiangpin.storefrontkey.Storefront;
import org.xiangpin.storefrontkey.StorefrontKey;
import org.xiangpin.trace.CertificationService;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotService;

/** A county of its own with a village, its people, goods on sale, and a storefront with a key. */
public final class ShopFixture {

  private static ShopFixture common;
  private static final AtomicInteger NEXT_PREFIX = new AtomicInteger(1);

  public final String county;
  public final String township;
  public final String village;
  public final AccountFixture.Person liaison;
  public final AccountFixture.Person inspector;
  public final long storefrontId;
  public final String key;
  private final long productId;

  /** Goods on sale, by their numbers. */
  public record Goods(String product, long listingId, long lotId, long producerId) {}

  private ShopFixture() {
    county = RegionFixture.county();
    township = RegionFixture.township(county, 101, "测试镇");
    village = RegionFixture.village(township, 201, "桃花村委会");
    liaison = AccountFixture.with(Role.LIAISON_OFFICER, village);
    inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, township);
    productId =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  new Issuer(county, "9529%07d".formatted(NEXT_PREFIX.getAndIncrement())).persist();
                  Product product =
                      new Product(
                          county, "010302", "黄桃", "Yellow peaches", "锦绣", "yellow-peach", now());
                  product.persist();
                  return product.id();
                });
    storefrontId = openStorefront();
    key = key(Set.of("catalog:read", "orders:read", "orders:write"));
  }

  /** One of its own: for tests that look at all goods of a county. */
  public static ShopFixture open() {
    return new ShopFixture();
  }

  /** The one that tests share which look at goods of their own only. */
  public static synchronized ShopFixture shared() {
    if (common == null) {
      common = new ShopFixture();
    }
    return common;
  }

  /** Another storefront of the same county. */
  public long openStorefront() {
    return QuarkusTransaction.requiringNew()
        .call(() -> Storefront.open("测试店铺（演示）", county, Times.now(clock())).id());
  }

  public String key(Set<String> scopes) {
    return key(storefrontId, scopes);
  }

  public String key(long storefront, Set<String> scopes) {
    return QuarkusTransaction.requiringNew()
        .call(() -> StorefrontKey.create(Storefront.findById(storefront), scopes, now()));
  }

  /** A farmer of the village. */
  public long producer(String name) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Producer producer =
                  new Producer(ProducerKind.FARMER, name, NameShown.FULL, null, village, now());
              producer.persist();
              return producer.id();
            });
  }

  /** A lot that the township has certified for 90 days. */
  public long certifiedLot(long producerId, long grams) {
    LotService lots = bean(LotService.class);
    CertificationService certification = bean(CertificationService.class);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Lot lot =
                  lots.enter(
                      Producer.findById(producerId),
                      new LotFacts(Product.findById(productId), null, Times.today(clock()), grams),
                      byLiaison());
              lots.submit(lot.id(), byLiaison());
              certification.certify(lot.id(), Times.today(clock()).plusDays(90), byInspector());
              return lot.id();
            });
  }

  /** Goods on sale at ¥6.80 for 500 g, in steps of 500 g. */
  public Goods goods(long grams) {
    return goods(grams, 680, 500, 500);
  }

  public Goods goods(long grams, long priceFen, long unitGrams, long stepGrams) {
    return goods(producer("测试农户（演示）"), grams, priceFen, unitGrams, stepGrams);
  }

  public Goods goods(long producerId, long grams, long priceFen, long unitGrams, long stepGrams) {
    long lotId = certifiedLot(producerId, grams);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var listing =
                  bean(StockService.class)
                      .list(
                          Lot.findById(lotId),
                          new ListingTerms("测试黄桃", "树上熟的。", priceFen, unitGrams, stepGrams),
                          byLiaison());
              listing.publish(clock());
              return new Goods(listing.idText(), listing.id(), lotId, producerId);
            });
  }

  public Actor byLiaison() {
    return new Actor(liaison.id(), liaison.name(), Role.LIAISON_OFFICER, null);
  }

  public Actor byInspector() {
    return new Actor(inspector.id(), inspector.name(), Role.TOWNSHIP_INSPECTOR, null);
  }

  /** A request with this storefront's key. */
  public RequestSpecification api() {
    return api(key);
  }

  public static RequestSpecification api(String key) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON);
  }

  /** The body of an order of product, grams, product, grams, … */
  public static Map<String, Object> body(Object... productsAndGrams) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < productsAndGrams.length; i += 2) {
      lines.add(Map.of("product", productsAndGrams[i], "grams", productsAndGrams[i + 1]));
    }
    return Map.of(
        "lines",
        lines,
        "recipient",
        Map.of("name", "张三（演示）", "phone", "19900000009", "address", "湖南省长沙市演示路 1 号"));
  }

  public Response place(Object... productsAndGrams) {
    return post(UUID.randomUUID().toString(), body(productsAndGrams));
  }

  public Response post(String idempotencyKey, Object body) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", idempotencyKey)
        .body(body)
        .post("/api/storefront/v1/orders");
  }

  /** The number of an order that must be placed. */
  public String placed(Object... productsAndGrams) {
    return place(productsAndGrams).then().statusCode(201).extract().path("id");
  }

  public Response order(String id) {
    return api().get("/api/storefront/v1/orders/" + id);
  }

  public String stateOf(String order) {
    return order(order).then().statusCode(200).extract().path("state");
  }

  public Response cancel(String order) {
    return api().post("/api/storefront/v1/orders/" + order + "/cancellation");
  }

  /** Starts a payment of which the simulator says nothing by itself; answers its number. */
  public String startSilently(String order) {
    return pay(order, "silent", 0, 0).then().statusCode(201).extract().path("id");
  }

  public Response pay(String order, String outcome, int delayMillis, int duplicates) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "simulation",
                Map.of("outcome", outcome, "delayMillis", delayMillis, "duplicates", duplicates)))
        .post("/api/storefront/v1/orders/" + order + "/payments");
  }

  /** On hand, held, sold. */
  public static List<Long> stock(Goods goods) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Stock stock = Stock.ofLot(goods.lotId()).orElseThrow();
              return List.of(stock.onHandGrams(), stock.heldGrams(), stock.soldGrams());
            });
  }

  public static long number(String idText) {
    return Ids.parse(idText).orElseThrow();
  }

  public static Clock clock() {
    return bean(Clock.class);
  }

  private static Instant now() {
    return Times.now(clock());
  }

  public static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }
}
