package org.xiangpin.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.intake.IntakeFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.mark.MarkFixture;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.spray.Pesticide;
import org.xiangpin.spray.Spray;
import org.xiangpin.spray.SprayFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/**
 * Forms of which one field after the other holds what nobody means: each is taken, or comes back
 * with a sentence, and no page ever runs what was typed.
 */
@QuarkusTest
class HostileFormsTest {

  private static final Set<Integer> ANSWERS = Set.of(303, 403, 404, 409, 422);
  private static final String SCRIPT = "<script>alert(1)</script>\"'><b>{x}{#if}";

  private static final List<String> HOSTILE =
      List.of(
          "",
          SCRIPT,
          "9999999999999999999",
          "2026-02-30",
          "ZZZZZZZZZZZZZ",
          "\u0000\u202e\ud800\r\nSet-Cookie: x=y",
          "😀".repeat(1_000));

  private final String today = LocalDate.now(Lang.CHINA).toString();
  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());
  private final Lot lot = LotFixture.certified(town, farmer, peaches, 5_000_000);
  private ConsoleClient admin;
  private ConsoleClient inspector;
  private ConsoleClient liaison;

  @BeforeEach
  void signIn() {
    admin = TownFixture.signIn(town.admin());
    inspector = TownFixture.signIn(town.inspector());
    liaison = TownFixture.signIn(town.liaison());
  }

  @Test
  void labelsAndWhoHasThem() {
    tryAll(
        admin,
        "/console/labels",
        Map.of("lot", lot.idText(), "size", "3", "pack", "1", "for", "others", "codes", "yes"));
    String roll = "/console/rolls/" + RollFixture.order(town, lot, 500).idText();
    String to = town.liaison().accountId() + "@" + town.village();
    tryAll(
        admin, roll, Map.of("step", "handOver", "from", "", "first", "1", "last", "2", "to", to));
    String me = town.liaison().accountId().toString();
    Map<String, String> spoiled =
        Map.of(
            "step", "void", "from", me, "first", "1", "last", "1", "kind", "SPOILED", "reason",
            "坏");
    tryAll(liaison, roll, spoiled);
    harmless(admin, roll, "/console/labels");
    harmless(liaison, roll, "/console/rolls");
  }

  @Test
  void goodsTakenInAndTheirPapers() {
    tryAll(
        liaison,
        "/console/intake",
        Map.of("collector", station.idText(), "lot", lot.code(), "grams", "1"));
    String asked = "/console/intake/" + IntakeFixture.asked(town, station, lot, 1_000).idText();
    tryAll(admin, asked, Map.of("step", "decline", "reason", "不卖"));
    Map<String, String> outside = new HashMap<>();
    outside.put("collector", station.idText());
    outside.put("sellerKind", "COMPANY");
    outside.put("sellerName", "宜昌果业");
    outside.put("origin", "湖北省宜昌市");
    outside.put("product", peaches.idText());
    outside.put("grams", "10");
    outside.put("harvestedOn", today);
    outside.put("withCertificate", "yes");
    outside.put("paperWords", "yes");
    outside.put("paperProduct", "黄桃");
    outside.put("paperGrams", "10");
    outside.put("paperOrigin", "湖北");
    outside.put("paperIssuedOn", today);
    outside.put("paperParty", "宜昌果业");
    outside.put("paperContact", "0717-1234567");
    outside.put("paperBasis", "OWN_TEST");
    tryAll(liaison, "/console/intake/outside", outside);
    var incomplete = IntakeFixture.incomplete(town, station, peaches, 1_000);
    String path = "/console/intake/" + incomplete.idText();
    tryAll(liaison, path, Map.of("step", "report", "note", "少两样"));
    String reports = inspector.get("/console/certificate-reports").asString();
    String report = reports.replaceAll("(?s).*(/console/certificate-reports/[0-9A-Z]{13}).*", "$1");
    tryAll(inspector, report, Map.of("answer", "已让卖家补正"));
    harmless(
        liaison, asked, path, "/console/intake", "/console/certificates?tab=collected&after=%25");
    harmless(inspector, "/console/certificate-reports", "/console/missing?kind=%3Cb%3E");
  }

  @Test
  void spraysAndPesticides() {
    Plot orchard = ProducerFixture.plot(farmer);
    Pesticide pesticide = SprayFixture.pesticide(town.county(), 14);
    Map<String, String> spray =
        Map.of(
            "producer",
            farmer.idText(),
            "pesticide",
            pesticide.idText(),
            "plot",
            orchard.idText(),
            "dose",
            "30",
            "doseUnit",
            "ML_PER_MU",
            "sprayedOn",
            today);
    tryAll(liaison, "/console/sprays", spray);
    Spray wrong =
        SprayFixture.spray(
            farmer, orchard, pesticide, LocalDate.now(Lang.CHINA), town.liaisonFor(farmer.id()));
    Map<String, String> right = new HashMap<>(spray);
    right.put("reason", "记错了");
    right.put("what", "other");
    tryAll(liaison, "/console/sprays/" + Ids.toText(wrong.id()) + "/correct", right);
    tryAll(
        admin,
        "/console/pesticides",
        Map.of(
            "tradeName", "乐果乳油（演示）",
            "registrationNumber", "PD20081234",
            "activeIngredient", "乐果",
            "category", "010302",
            "intervalDays", "10"));
    harmless(admin, "/console/pesticides");
    harmless(
        liaison,
        "/console/sprays?producer=" + farmer.idText(),
        "/console/sprays/new?producer=" + farmer.idText(),
        "/console/sprays?q=%25%3Cb%3E&after=x");
  }

  @Test
  void testsReportsMarksAndPlans() {
    tryAll(
        liaison,
        "/console/residue/test",
        Map.of(
            "lot", lot.idText(),
            "method", "ENZYME_INHIBITION",
            "kit", "速测仪（演示）",
            "value", "12.5",
            "operator", "王检测（演示）",
            "testedOn", today,
            "testedTime", "00:00"));
    tryAll(
        inspector,
        "/console/residue/report",
        Map.of(
            "lot", lot.idText(),
            "lab", "县检验中心（演示）",
            "cmaNumber", "211700000001",
            "reportNumber", "R-1",
            "sampledOn", today,
            "issuedOn", today,
            "passed", "yes",
            "items", "毒死蜱 0.02 0.05",
            "reexamines", ""));
    tryAll(
        inspector,
        "/console/marks",
        Map.of(
            "producer",
            farmer.idText(),
            "kind",
            "GREEN_FOOD",
            "name",
            "绿色黄桃（演示）",
            "number",
            "H-" + town.county(),
            "product",
            peaches.idText(),
            "validFrom",
            today,
            "validTo",
            LocalDate.now(Lang.CHINA).plusYears(1).toString()));
    LocalDate now = LocalDate.now(Lang.CHINA);
    String mark =
        "/console/marks/"
            + MarkFixture.ofCounty(peaches, now, now.plusDays(9), town.admin()).idText();
    tryAll(admin, mark + "/end", Map.of("reason", "被收回"));
    tryAll(
        inspector,
        "/console/sampling",
        Map.of("region", town.township(), "from", today, "to", today, "asked", "1", "seed", "7"));
    harmless(
        inspector,
        "/console/lots/" + lot.idText(),
        "/console/residue",
        "/console/marks",
        "/console/sampling",
        "/console/scans/" + lot.idText());
    String page = ConsoleClient.anonymous().get(lot.link().path()).asString();
    assertFalse(page.contains("<script>alert"), page);
  }

  @Test
  void whatIsTakenAlong() {
    tryAll(
        inspector,
        "/console/scans/" + lot.idText() + "/cleared",
        Map.of("suspicion", Ids.toText(lot.id()), "reason", "没事"));
    tryAll(
        liaison,
        "/console/producers/" + station.idText() + "/details",
        Map.of("phone", "19900001234", "creditCode", "", "address", "永固村 1 号"));
    for (String field : List.of("of", "from", "to", "format")) {
      for (String value :
          List.of("", "%3Cb%3E", "9999-12-31", "producer-", "producer-%00", "%25")) {
        Map<String, String> query =
            new HashMap<>(
                Map.of("of", town.county(), "from", today, "to", today, "format", "JSON"));
        query.put(field, value);
        StringBuilder path = new StringBuilder("/console/filing/file?");
        query.forEach((name, text) -> path.append(name).append('=').append(text).append('&'));
        answered(admin.get(path.toString()), path.toString(), Set.of(404, 422));
      }
    }
  }

  private static void tryAll(ConsoleClient who, String path, Map<String, String> good) {
    for (String field : good.keySet()) {
      for (String value : HOSTILE) {
        Map<String, String> form = new HashMap<>(good);
        form.put(field, value);
        answered(who.post(path, form), path + " " + field + "=" + value, ANSWERS);
      }
      Map<String, Object> twice = new HashMap<>(good);
      twice.put(field, List.of(good.get(field), "x"));
      answered(who.post(path, twice), path + " " + field + " twice", ANSWERS);
      Map<String, String> without = new HashMap<>(good);
      without.remove(field);
      answered(who.post(path, without), path + " without " + field, ANSWERS);
    }
  }

  private static void answered(Response answer, String what, Set<Integer> expected) {
    assertTrue(expected.contains(answer.statusCode()), what + ": " + answer.statusCode());
    assertFalse(answer.getCookies().containsKey("x"), what);
    if (answer.statusCode() != 303) {
      assertTrue(answer.asString().contains("<h1"), what + ": " + answer.asString());
      assertFalse(answer.asString().contains("<script>alert"), what);
    }
  }

  private static void harmless(ConsoleClient who, String... pages) {
    for (String page : pages) {
      Response answer = who.get(page);
      assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, page);
      assertFalse(answer.asString().contains("<script>alert"), page);
      assertFalse(answer.asString().contains("><b>{x}"), page);
    }
  }
}
