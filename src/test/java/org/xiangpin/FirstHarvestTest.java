package org.xiangpin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.producer.Issuer;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.storefrontkey.Storefront;
import org.xiangpin.storefrontkey.StorefrontKey;

/** The story of 龙小明's yellow peaches, over HTTP, with the sources' own numbers. */
@QuarkusTest
class FirstHarvestTest {

  private static final String VILLAGE = "430722111229";
  private static final String TOWNSHIP = "430722111000";
  private static final String COUNTY = "430722000000";
  private static final long LOT_GRAMS = 15_000_000;
  private static final long DAY_GRAMS = 1_250_000;
  private static final int DAYS = 12;
  private static final int LAST_BUYERS = 32;
  private static final long LAST_GRAMS = 250_000;
  private static final long LAST_ORDER_GRAMS = 12_500;

  @Inject TestClock clock;
  @Inject DataSource database;

  private ConsoleClient admin;
  private ConsoleClient liaison;
  private ConsoleClient inspector;
  private AccountFixture.Person inspectorPerson;
  private String key;

  @BeforeEach
  void people() {
    RegionFixture.sourcesCounties();
    admin = AccountFixture.with(Role.COUNTY_ADMIN, COUNTY).signIn();
    liaison = AccountFixture.with(Role.LIAISON_OFFICER, VILLAGE).signIn();
    inspectorPerson = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, TOWNSHIP);
    inspector = inspectorPerson.signIn();
    key =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Instant now = Times.now(clock);
                  Storefront storefront = Storefront.open("十二天商城（演示）", COUNTY, now);
                  return StorefrontKey.create(storefront, Set.copyOf(StorefrontKey.SCOPES), now);
                });
  }

  @AfterEach
  void timeGoesOnAsUsual() {
    clock.reset();
  }

  @Test
  void thirtyThousandJinOfPeachesAreSoldInTwelveDaysAndNotOneMore() throws Exception {
    String farmer = enterFarmer();
    String peaches = product("黄桃", "010302", "yellow-peach");
    String vegetables = product("有机蔬菜", "0104", "vegetables");
    String turtles = product("生态甲鱼", "03", "turtle");

    // the liaison officer enters the harvest for the farmer
    String lot = enterLot(farmer, peaches, "30,000");
    String page = publicPath(lot);
    scan(page).body(containsString("verdict waiting")).body(containsString("龙小明"));
    submit(lot);
    liaison.get(lot).then().body(containsString("代办"));

    // the township certifies the peaches and the vegetables, and refuses the turtles with a reason
    inspector.get("/console/certification").then().statusCode(200).body(containsString("龙小明"));
    decide(lot, Map.of("decision", "certify", "validUntil", day(60)));
    String vegetableLot = enterLot(farmer, vegetables, "800");
    submit(vegetableLot);
    decide(vegetableLot, Map.of("decision", "certify", "validUntil", day(14)));
    String turtleLot = enterLot(farmer, turtles, "120");
    submit(turtleLot);
    decide(turtleLot, Map.of("decision", "refuse", "reason", "用药登记缺两个月"));
    scan(page).body(containsString("verdict certified")).body(containsString("永固村"));
    scan(publicPath(vegetableLot)).body(containsString("溯源认证"));
    scan(publicPath(turtleLot))
        .body(containsString("verdict refused"))
        .body(containsString("用药登记缺两个月"));

    // labels come out as a PDF
    admin
        .post("/console/labels", Map.of("lot", id(lot), "size", "48", "pack", "5"))
        .then()
        .statusCode(303);
    Matcher sheet =
        Pattern.compile("/console/labels/\\w+/labels(?=\")")
            .matcher(admin.get("/console/labels?lot=" + id(lot)).asString());
    assertTrue(sheet.find());
    byte[] pdf =
        admin.get(sheet.group() + "?layout=A4_24").then().statusCode(200).extract().asByteArray();
    assertEquals("%PDF-", new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII));

    // a listing goes up and the storefront finds it
    String listing = list(lot);
    api()
        .get("/api/storefront/v1/products")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(listing));
    api()
        .get("/api/storefront/v1/products/" + listing)
        .then()
        .body("availableGrams", equalTo((int) LOT_GRAMS))
        .body("traceUrl", containsString(page));

    // eleven days and most of the twelfth
    long sold = 0;
    for (int day = 1; day <= DAYS; day++) {
      long today = day < DAYS ? DAY_GRAMS : DAY_GRAMS - LAST_GRAMS;
      for (long grams : new long[] {today / 2, today / 4, today / 4}) {
        buy(listing, grams);
        sold += grams;
      }
      clock.advance(Duration.ofDays(1));
    }
    assertEquals(LOT_GRAMS - LAST_GRAMS, sold);

    // 32 buyers at once want 25 斤 each of the last 500 斤
    int bought = rush(listing);
    assertEquals(LAST_GRAMS / LAST_ORDER_GRAMS, bought);

    assertEquals(
        LOT_GRAMS,
        number(
            "select sum(l.grams) from order_line l join customer_order o"
                + " on o.id = l.order_id where o.state = 'PAID' and l.listing_id = "
                + rowId(listing)));
    assertEquals(
        LOT_GRAMS, number("select sold_grams from stock where lot_id = " + rowId(id(lot))));
    assertEquals(
        0, number("select on_hand_grams + held_grams from stock where lot_id = " + rowId(id(lot))));
    order(listing, 2_500).then().statusCode(409).body("code", equalTo("out-of-stock"));

    // the session ended long ago; one person stops the sale, a second makes it final; the page says
    // so first
    inspector = inspectorPerson.signIn();
    decide(lot, Map.of("decision", "suspend", "reason", "买家反映有坏果"));
    scan(page).body(containsString("认证暂停了"));
    inspector
        .post("/console/certification/" + id(lot), Map.of("decision", "revoke", "reason", "属实"))
        .then()
        .statusCode(422)
        .body(containsString("两个人"));
    ConsoleClient second = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, TOWNSHIP).signIn();
    second
        .post("/console/certification/" + id(lot), Map.of("decision", "revoke", "reason", "属实"))
        .then()
        .statusCode(303);
    scan(page).body(containsString("已经撤销"));
  }

  private String enterFarmer() {
    return liaison
        .post(
            "/console/producers",
            Map.of(
                "kind",
                "FARMER",
                "name",
                "龙小明",
                "shown",
                "FULL",
                "village",
                VILLAGE,
                "plotName",
                "后山桃园",
                "mu",
                "20"))
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  /** The product's id, as the page for a new lot offers it. */
  private String product(String name, String category, String art) {
    if (QuarkusTransaction.requiringNew().call(() -> Issuer.ofCounty(COUNTY)).isEmpty()) {
      admin
          .post("/console/products/issuer", Map.of("companyPrefix", "9520722"))
          .then()
          .statusCode(303);
    }
    String variety = "品种" + UUID.randomUUID().toString().substring(0, 8);
    admin
        .post(
            "/console/products",
            Map.of("name", name, "category", category, "variety", variety, "illustration", art))
        .then()
        .statusCode(303);
    String farmer =
        first("/console/producers/(\\w{13})", liaison.get("/console/producers").asString());
    String form = liaison.get("/console/lots/new?producer=" + farmer).asString();
    return first(
        "name=\"product\" value=\"(\\w+)\"[^>]*><span>[^<]*" + Pattern.quote(variety), form);
  }

  private String enterLot(String farmer, String product, String jin) {
    String form = liaison.get("/console/lots/new?producer=" + id(farmer)).asString();
    String plot = first("<option value=\"(\\w+)\"", form);
    return liaison
        .post(
            "/console/lots",
            Map.of(
                "producer",
                id(farmer),
                "product",
                product,
                "plot",
                plot,
                "harvestedOn",
                day(0),
                "quantity",
                jin))
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  private void submit(String lot) {
    liaison.post(path(lot) + "/submit", Map.of()).then().statusCode(303);
  }

  private void decide(String lot, Map<String, String> decision) {
    inspector
        .post("/console/certification/" + id(lot), decision)
        .then()
        .statusCode(303)
        .header("Location", containsString("/console/lots/"));
  }

  private String list(String lot) {
    String listing =
        liaison
            .post(
                "/console/listings",
                Map.of(
                    "lot", id(lot), "title", "永固村黄桃", "price", "6.80", "unit", "500", "step", "5",
                    "publish", "true"))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    return id(listing);
  }

  private String publicPath(String lot) {
    return first("href=\"(/01/\\d{14}/10/\\w+)\"", liaison.get(path(lot)).asString());
  }

  private io.restassured.response.ValidatableResponse scan(String path) {
    return given()
        .header("Accept", "text/html")
        .header("Accept-Language", "zh-CN")
        .get(path)
        .then()
        .statusCode(200);
  }

  private void buy(String listing, long grams) {
    String order = order(listing, grams).then().statusCode(201).extract().path("id");
    pay(order);
  }

  private Response order(String listing, long grams) {
    return api()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(
            """
            {"lines":[{"product":"%s","grams":%d}],
             "recipient":{"name":"买家（演示）","phone":"19900000099","address":"长沙市演示路1号"}}
            """
                .formatted(listing, grams))
        .post("/api/storefront/v1/orders");
  }

  private void pay(String order) {
    api()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/storefront/v1/orders/" + order + "/payments")
        .then()
        .statusCode(201);
    Eventually.within(
        Duration.ofSeconds(20),
        () -> "paid".equals(api().get("/api/storefront/v1/orders/" + order).path("state")));
  }

  /** How many of the buyers got their peaches; the others are told what is left. */
  private int rush(String listing) throws Exception {
    ExecutorService buyers = Executors.newFixedThreadPool(LAST_BUYERS);
    CyclicBarrier together = new CyclicBarrier(LAST_BUYERS);
    Callable<Boolean> buyer =
        () -> {
          together.await();
          Response answer = order(listing, LAST_ORDER_GRAMS);
          if (answer.statusCode() == 409) {
            answer.then().body("code", equalTo("out-of-stock"));
            return false;
          }
          answer.then().statusCode(201);
          pay(answer.path("id"));
          return true;
        };
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < LAST_BUYERS; i++) {
        all.add(buyers.submit(buyer));
      }
      int bought = 0;
      for (Future<Boolean> one : all) {
        bought += one.get() ? 1 : 0;
      }
      return bought;
    } finally {
      buyers.shutdownNow();
    }
  }

  private io.restassured.specification.RequestSpecification api() {
    return given().header("Authorization", "Bearer " + key).header("Accept", "application/json");
  }

  private long number(String sql) throws Exception {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      assertTrue(row.next());
      return row.getLong(1);
    }
  }

  private static long rowId(String text) {
    return org.xiangpin.shared.Ids.parse(text).orElseThrow();
  }

  private String day(int ahead) {
    return Times.today(clock).plusDays(ahead).toString();
  }

  private static String path(String location) {
    return URI.create(location).getPath();
  }

  /** The last segment of an address. */
  private static String id(String location) {
    String path = path(location);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " is not in\n" + text);
    return matcher.group(1);
  }
}
