package org.xiangpin.residue;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.photo.PhotoFixture;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** The pages of tests and reports, over HTTP. */
@QuarkusTest
class ResiduePagesTest {

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 5_000);
  private final String page = "/console/lots/" + lot.idText();

  @Test
  void theProducersSideRecordsATestAndTheInspectorSeesIt() {
    TownFixture.signIn(town.liaison())
        .post("/console/residue/test", test("12.5"))
        .then()
        .statusCode(303);
    TownFixture.signIn(town.inspector())
        .get(page)
        .then()
        .body(containsString("速测未见阳性"), containsString("12.5%"), not(containsString("无农残")));
  }

  @Test
  void aTestGetsPicturesThatOnlyTheOfficeSees() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    liaison.post("/console/residue/test", test("12.5")).then().statusCode(303);
    String address = firstLink(liaison.get(page).asString(), "/console/residue/tests/[0-9A-Z]+");
    ConsoleClient late = TownFixture.signIn(town.liaison());
    late.get(address).then().statusCode(200).body(containsString("还没有照片"));
    for (int i = 0; i < 3; i++) {
      liaison.get(address);
      liaison
          .upload(address, "photo", "IMG.jpg", PhotoFixture.jpeg(640, 480), Map.of())
          .then()
          .statusCode(303);
    }
    late.upload(address, "photo", "IMG.jpg", PhotoFixture.jpeg(640, 480), Map.of())
        .then()
        .statusCode(422)
        .body(containsString("最多三张"));
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    String photo = firstLink(inspector.get(address).asString(), "/console/photo/[0-9A-Z]+.jpg");
    inspector.get(photo).then().statusCode(200).contentType("image/jpeg");
    given().get(photo.replace("/console", "")).then().statusCode(404);
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().liaison());
    stranger.get(address).then().statusCode(404);
    stranger.get(photo).then().statusCode(404);
    stranger
        .upload(address, "photo", "IMG.jpg", PhotoFixture.jpeg(64, 48), Map.of())
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsNoPictureComesBackInASentence() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    liaison.post("/console/residue/test", test("12.5")).then().statusCode(303);
    String address = firstLink(liaison.get(page).asString(), "/console/residue/tests/[0-9A-Z]+");
    liaison.get(address);
    liaison
        .upload(address, "photo", "IMG.jpg", "no picture".getBytes(UTF_8), Map.of())
        .then()
        .statusCode(422)
        .body(containsString("photo-error"));
  }

  private static String firstLink(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().findFirst().orElseThrow().group();
  }

  @Test
  void aPercentageOutOfRangeOrNoNumberComesBack() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    for (String value : new String[] {"", "-0.1", "100.1", "12.55", "阴性", "1e3"}) {
      liaison
          .post("/console/residue/test", test(value))
          .then()
          .statusCode(422)
          .body(containsString("value-error"));
    }
    Map<String, String> late = test("10");
    late.put("testedTime", "25:99");
    liaison.post("/console/residue/test", late).then().statusCode(422);
  }

  @Test
  void aFindingIsOnTheStartPageOfWhoJudges() {
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.post("/console/residue/test", test("62")).then().statusCode(303);
    inspector.get("/console").then().body(containsString("/console/residue"));
    inspector.get("/console/residue").then().body(containsString("速测阳性，要复测"));
    TownFixture.signIn(TownFixture.create().inspector())
        .get("/console/residue")
        .then()
        .body(not(containsString(lot.code())));
  }

  @Test
  void aFailingReportIsOfferedAsTheReasonToSuspendOrRecall() {
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.post("/console/residue/report", report("R-77")).then().statusCode(303);
    inspector
        .get(page)
        .then()
        .body(containsString("/console/recalls/new?lot=" + lot.idText() + "&amp;reason="));
    String reason = "?reason=%E6%A3%80%E9%AA%8C%E6%8A%A5%E5%91%8A+R-77";
    inspector
        .get("/console/certification/" + lot.idText() + reason)
        .then()
        .body(containsString(">检验报告 R-77</textarea>"));
    inspector
        .get("/console/recalls/new" + reason + "&lot=" + lot.idText())
        .then()
        .body(containsString(">检验报告 R-77</textarea>"));
  }

  @Test
  void theProducersSideRecordsNoLaboratoryReport() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    liaison.post("/console/residue/report", report("R-78")).then().statusCode(403);
    liaison.get(page).then().body(not(containsString("/console/residue/report")));
  }

  @Test
  void somebodyElsesLotIsNotFound() {
    TownFixture others = TownFixture.create();
    TownFixture.signIn(others.liaison())
        .post("/console/residue/test", test("10"))
        .then()
        .statusCode(404);
    TownFixture.signIn(others.inspector())
        .post("/console/residue/report", report("R-79"))
        .then()
        .statusCode(404);
  }

  private Map<String, String> test(String value) {
    return new HashMap<>(
        Map.of(
            "lot",
            lot.idText(),
            "method",
            "ENZYME_INHIBITION",
            "kit",
            "速测仪（演示）",
            "value",
            value,
            "operator",
            "王检测（演示）",
            "testedOn",
            LocalDate.now(Lang.CHINA).toString()));
  }

  private Map<String, String> report(String number) {
    String today = LocalDate.now(Lang.CHINA).toString();
    return Map.of(
        "lot",
        lot.idText(),
        "lab",
        "县检验中心（演示）",
        "cmaNumber",
        "211700000001",
        "reportNumber",
        number,
        "sampledOn",
        today,
        "issuedOn",
        today,
        "passed",
        "no",
        "items",
        "毒死蜱 0.12 0.05");
  }
}
