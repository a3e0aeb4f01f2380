package org.xiangpin.custody;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** The console's pages of rolls. */
@QuarkusTest
class RollPagesTest {

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 5_000_000);
  private ConsoleClient admin;
  private ConsoleClient officer;

  @BeforeEach
  void signIn() {
    admin = TownFixture.signIn(town.admin());
    officer = TownFixture.signIn(town.liaison());
  }

  @Test
  void theOfficeOrdersHandsOutAndTheOfficerSeesVoidsAndHandsOn() {
    Response ordered =
        admin.post(
            "/console/labels",
            Map.of("lot", lot.idText(), "size", "100", "pack", "1", "for", "others"));
    ordered.then().statusCode(303).header("Location", containsString("/console/rolls/"));
    String page = ordered.getHeader("Location");
    admin.get(page).then().statusCode(200).body(containsString("办公室，还没发的"));
    String to = town.liaison().accountId() + "@" + town.village();
    admin
        .post(page, Map.of("step", "handOver", "from", "", "first", "1", "last", "40", "to", to))
        .then()
        .statusCode(303);
    officer.get("/console").then().body(containsString("您手里的标签"));
    officer.get("/console/rolls").then().body(containsString("1–40 号")).body(containsString(page));
    String me = town.liaison().accountId().toString();
    officer
        .post(
            page,
            Map.of(
                "step", "void", "from", me, "first", "40", "last", "40", "kind", "LOST", "reason",
                "找不到"))
        .then()
        .statusCode(303);
    officer.get(page).then().body(containsString("1–39")).body(containsString("丢了，作废"));
  }

  @Test
  void aRefusedHandOverSaysWhyAndKeepsWhatWasTyped() {
    LabelRoll roll = RollFixture.order(town, lot, 100);
    CustodyFixture.handOut(town, roll, 10, 20);
    String to = town.liaison().accountId() + "@" + town.village();
    admin
        .post(
            "/console/rolls/" + roll.idText(),
            Map.of("step", "handOver", "from", "", "first", "15", "last", "30", "to", to))
        .then()
        .statusCode(422)
        .body(containsString("号已经在" + town.liaison().name() + "手里"))
        .body(containsString("value=\"15\""));
  }

  @Test
  void nobodyGivesWhatIsInAnothersHands() {
    LabelRoll roll = RollFixture.issue(town, lot, 100);
    String page = "/console/rolls/" + roll.idText();
    String to = town.liaison().accountId() + "@" + town.village();
    for (String from : new String[] {"", town.admin().accountId().toString()}) {
      officer
          .post(page, Map.of("step", "handOver", "from", from, "first", "1", "last", "2", "to", to))
          .then()
          .statusCode(422)
          .body(containsString("这些标签不在您手里"));
    }
    officer.get(page).then().statusCode(200).body(not(containsString("交给谁")));
  }

  @Test
  void whoseHandsAreANumberThatCanBe() {
    LabelRoll roll = RollFixture.issue(town, lot, 100);
    String to = town.liaison().accountId() + "@" + town.village();
    for (String from : new String[] {"9999999999999999999", "-", "一", "1e3"}) {
      admin
          .post(
              "/console/rolls/" + roll.idText(),
              Map.of("step", "handOver", "from", from, "first", "1", "last", "2", "to", to))
          .then()
          .statusCode(422)
          .body(containsString("请选从谁手里"));
    }
  }

  @Test
  void somebodyElsesRollIsNotThere() {
    LabelRoll roll = RollFixture.issue(town, lot, 100);
    TownFixture elsewhere = TownFixture.create();
    ConsoleClient stranger = AccountFixture.with(Role.COUNTY_ADMIN, elsewhere.county()).signIn();
    String page = "/console/rolls/" + roll.idText();
    stranger.get(page).then().statusCode(404);
    stranger
        .post(page, Map.of("step", "void", "from", "", "first", "1", "last", "1"))
        .then()
        .statusCode(404);
  }

  @Test
  void labelsGoOnlyToPeopleOfThePlace() {
    LabelRoll roll = RollFixture.order(town, lot, 100);
    TownFixture elsewhere = TownFixture.create();
    admin
        .post(
            "/console/rolls/" + roll.idText(),
            Map.of(
                "step",
                "handOver",
                "from",
                "",
                "first",
                "1",
                "last",
                "2",
                "to",
                elsewhere.liaison().accountId() + "@" + elsewhere.village()))
        .then()
        .statusCode(422)
        .body(containsString("请选交给谁"));
  }

  @Test
  void theCodesOfARollAreAListForThePrintingHouse() {
    Response ordered =
        admin.post(
            "/console/labels",
            Map.of("lot", lot.idText(), "size", "3", "pack", "1", "codes", "yes"));
    ordered.then().statusCode(303);
    String page = admin.get("/console/labels?lot=" + lot.idText()).asString();
    String href = page.replaceAll("(?s).*href=\"(/console/labels/[^\"]*/codes)\".*", "$1");
    String[] lines = admin.get(href).asString().split("\r\n");
    assertEquals("serial,code", lines[0]);
    assertEquals(4, lines.length);
    assertTrue(lines[3].matches("[0-9A-Z]{20},[0-9A-Z]{8}"));
    LabelRoll plain = RollFixture.issue(town, lot, 3);
    admin.get("/console/labels/" + plain.idText() + "/codes").then().statusCode(404);
  }
}
