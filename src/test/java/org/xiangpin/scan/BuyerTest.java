package org.xiangpin.scan;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.custody.CustodyFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** What buyers tell of a label, and what becomes of it. */
@QuarkusTest
class BuyerTest {

  @Inject DataSource database;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 1_000);
  private final LabelRoll roll = RollFixture.issueWithCodes(town, lot, 2);
  private final String label = RollFixture.paths(roll).get(0);

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aPlaceIsTakenOnceFromADeviceThatScanned() throws SQLException {
    ScanClient phone = new ScanClient();
    assertTrue(tell(phone, "28.9,111.9").text().contains("\"taken\":false"), "it did not scan");
    phone.get(label);
    assertTrue(tell(phone, "28.9,111.9").text().contains("\"taken\":true"));
    assertTrue(tell(phone, "31.2,121.5").text().contains("\"taken\":false"));
    Eventually.within(Duration.ofSeconds(5), () -> count("label_scan", "told") == 1);
    assertEquals(List.of("288/1118"), places());
    Eventually.within(
        Duration.ofSeconds(5), () -> phone.json(label).text().contains("\"scans\":1"));
  }

  @Test
  void aPlaceThatIsTooExactIsRefusedAndNotKept() {
    ScanClient phone = new ScanClient();
    phone.get(label);
    for (String exact :
        new String[] {"28.91,111.92", "28.9123,111.9", "28,111", "91.0,0.0", "28.9", "", "a,b"}) {
      assertEquals(400, tell(phone, exact).status(), exact);
    }
    assertTrue(tell(phone, "28.9,111.9").text().contains("\"taken\":true"));
  }

  @Test
  void whatWasNeverIssuedIsRefusedWithoutAStatement() throws SQLException {
    ScanClient phone = new ScanClient();
    String forged = label.substring(0, label.length() - 2) + "00";
    try (StatementLog log = StatementLog.start(database)) {
      assertEquals(
          404, phone.post("/scan/seen", Map.of("label", forged, "at", "28.9,111.9")).status());
      assertEquals(404, phone.post("/bought" + forged, Map.of("shop", "x")).status());
      assertEquals(404, phone.post("/scan/code" + forged, Map.of("code", "ABCDEFGH")).status());
      assertEquals(404, phone.get("/bought" + forged).status());
      assertEquals(List.of(), log.naming(lot.code(), lot.id().toString()));
    }
    assertEquals(413, phone.post("/bought" + label, Map.of("shop", "长".repeat(900))).status());
  }

  @Test
  void aCodeIsGenuineTheFirstTimeAndThenToldToHaveBeenChecked() {
    ScanClient phone = new ScanClient();
    String code = RollFixture.firstCode(roll);
    assertTrue(phone.get(label).text().contains("href=\"/scan/code" + label + "\""));
    assertEquals("验刮刮码", phone.get("/scan/code" + label).headline());
    assertEquals("码不对", check(phone, "00000000").headline());
    String typed = code.substring(0, 4).toLowerCase() + " " + code.substring(4);
    assertEquals("这枚标签是真的", check(phone, typed).headline());
    ScanClient.Answer again = check(new ScanClient(), code);
    assertEquals("码是对的，但早就验过", again.headline());
    assertTrue(again.words().contains("这是第 2 次"), again.words());
  }

  @Test
  void aRightCodeMakesNoVoidLabelGood() {
    ScanClient phone = new ScanClient();
    String code = RollFixture.firstCode(roll);
    CustodyFixture.lose(town, roll, 1, 1);
    assertFalse(phone.get(label).text().contains("/scan/code"), "not offered");
    assertEquals("码不对", check(phone, "00000000").headline());
    assertEquals("码是对的，但标签不能用", check(phone, code).headline());
    assertEquals("码是对的，但标签不能用", check(phone, code).headline(), "the second time, too");
  }

  @Test
  void ofManyFirstChecksAtOnceOneIsTheFirst() {
    String code = RollFixture.firstCode(roll);
    long first =
        IntStream.range(0, 8)
            .parallel()
            .filter(i -> check(new ScanClient(), code).headline().equals("这枚标签是真的"))
            .count();
    assertEquals(1, first);
  }

  @Test
  void codesCanBeTriedTenTimesADay() {
    ScanClient phone = new ScanClient();
    for (int i = 0; i < 10; i++) {
      assertEquals("码不对", check(phone, "0000000" + i).headline());
    }
    String code = RollFixture.firstCode(roll);
    assertEquals("今天试得太多了", check(new ScanClient(), code).headline(), "even the right one");
    clock.advance(Duration.ofDays(1));
    assertEquals("这枚标签是真的", check(phone, code).headline());
  }

  @Test
  void aRollWithoutCodesHasNoPageForThem() {
    String plain = RollFixture.path(town, lot);
    ScanClient phone = new ScanClient();
    assertFalse(phone.get(plain).text().contains("/scan/code"));
    assertEquals(404, phone.post("/scan/code" + plain, Map.of("code", "ABCDEFGH")).status());
  }

  @Test
  void boughtHereIsKeptOnceForADeviceAndShownToTheProducersSideOnly() {
    ScanClient phone = new ScanClient();
    assertTrue(phone.get(label).text().contains("href=\"/bought" + label + "\""));
    assertTrue(phone.get("/bought" + label).text().contains("<form method=\"post\">"));
    String policy = phone.get("/bought" + label).header("Content-Security-Policy");
    assertTrue(policy.contains("form-action 'self'"), policy);
    for (int i = 0; i < 3; i++) {
      assertEquals(
          "记下了，谢谢", phone.post("/bought" + label, Map.of("shop", "<b>桥头</b>\u202e店")).headline());
    }
    assertEquals(1, count("label_purchase", "true"));
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector
        .get("/console/scans/" + lot.idText())
        .then()
        .statusCode(200)
        .body(containsString("&lt;b&gt;桥头"))
        .body(not(containsString("<b>桥头")));
    assertFalse(phone.get(label).text().contains("桥头"));
  }

  @Test
  void aLabelInTwoPlacesAtOnceIsSuspectUntilAnInspectorClearsIt() {
    ScanClient one = new ScanClient();
    one.get(label);
    tell(one, "28.2,112.9");
    clock.advance(Duration.ofMinutes(20));
    ScanClient other = new ScanClient();
    other.get(label);
    tell(other, "31.2,121.5");
    Eventually.within(
        Duration.ofSeconds(10), () -> new ScanClient().get(label).headline().equals("这枚标签可能被仿造"));
    String words = one.get(label).words();
    assertTrue(words.contains("分钟里，在相距约") && words.contains("不一定是卖家的错"), words);
    assertEquals("这批黄桃已由崔家桥镇核验", one.get(RollFixture.paths(roll).get(1)).headline());
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.get("/console").then().body(containsString("有标签可能被仿造"));
    inspector.get("/console/scans").then().body(containsString(lot.code()));
    String page = "/console/scans/" + lot.idText();
    String shown = inspector.get(page).asString();
    String suspicion = shown.replaceAll("(?s).*name=\"suspicion\" value=\"([^\"]*)\".*", "$1");
    inspector
        .post(page + "/cleared", Map.of("suspicion", suspicion, "reason", " "))
        .then()
        .statusCode(422);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer.get(page).then().statusCode(200).body(containsString("第 1 卷第 1 号"));
    officer
        .post(page + "/cleared", Map.of("suspicion", suspicion, "reason", "我说没事"))
        .then()
        .statusCode(404);
    inspector
        .post(page + "/cleared", Map.of("suspicion", suspicion, "reason", "两位买家拿着同一箱"))
        .then()
        .statusCode(303);
    Eventually.within(
        Duration.ofSeconds(10), () -> one.get(label).headline().equals("这批黄桃已由崔家桥镇核验"));
    inspector.get(page).then().body(containsString("两位买家拿着同一箱"));
    // what was scanned before is not held against it again
    new ScanClient().get(label);
    long scans = count("label_scan", "counted");
    Eventually.within(Duration.ofSeconds(5), () -> count("label_scan", "counted") >= scans);
    assertEquals("这批黄桃已由崔家桥镇核验", new ScanClient().get(label).headline());
  }

  @Test
  void districtsAreShownFromFiveDevicesOn() {
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    String page = "/console/scans/" + lot.idText();
    for (int i = 0; i < 5; i++) {
      inspector.get(page).then().body(not(containsString("北纬 28.8")));
      ScanClient phone = new ScanClient();
      phone.get(label);
      tell(phone, "28.9,111.9");
      int told = i + 1;
      Eventually.within(Duration.ofSeconds(5), () -> count("label_scan", "told") == told);
    }
    inspector.get(page).then().body(containsString("北纬 28.8°、东经 111.8°"));
  }

  @Test
  void fromOneAddressComeOnlySoManyForms() {
    ScanClient phone = new ScanClient();
    String nowhere = "/bought/01/none";
    for (int i = 0; i < BuyerRoute.MOST_FROM_AN_ADDRESS; i++) {
      assertEquals(404, phone.postFrom("198.51.100.7", nowhere, Map.of()).status());
    }
    ScanClient.Answer refused = phone.postFrom("198.51.100.7", "/bought" + label, Map.of());
    assertEquals(429, refused.status());
    assertEquals(200, phone.postFrom("198.51.100.8", "/bought" + label, Map.of()).status());
  }

  @Test
  void aLinkOpenedOutOfAChatIsNotAScan() {
    new ScanClient().get(label + "?from=singlemessage&isappinstalled=0");
    new ScanClient().get(label);
    Eventually.within(
        Duration.ofSeconds(5), () -> new ScanClient().json(label).text().contains("\"scans\":1"));
  }

  private ScanClient.Answer tell(ScanClient phone, String at) {
    return phone.post("/scan/seen", Map.of("label", label, "at", at));
  }

  private ScanClient.Answer check(ScanClient phone, String code) {
    return phone.post("/scan/code" + label, Map.of("code", code));
  }

  private long count(String table, String condition) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from " + table + " where lot_id = ? and " + condition)) {
      query.setLong(1, lot.id());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> places() throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select lat_tenths, lon_tenths from label_scan"
                    + " where lot_id = ? and lat_tenths is not null")) {
      query.setLong(1, lot.id());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          all.add(row.getInt(1) + "/" + row.getInt(2));
        }
      }
    }
    return all;
  }
}
