package org.xiangpin.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.mass.MassFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Taking goods in on the console's pages. */
@QuarkusTest
class IntakePagesTest {

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());

  @Test
  void theCollectorAsksByTheLabelsLinkAndTheFarmersSideAgreesOnPages() {
    Lot lot = certified(5_000);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer.get("/console/intake/new").then().statusCode(200).body(containsString("永固服务站"));
    Map<String, String> fields = new HashMap<>();
    fields.put("collector", station.idText());
    fields.put("lot", "https://example.org" + lot.link().path() + "/21/0000?s=1");
    fields.put("grams", "4");
    String path = IntakeFixture.location(officer.post("/console/intake", fields));
    officer.get(path).then().statusCode(200).body(not(containsString("value=\"agree\"")));
    officer.post(path, Map.of("step", "agree")).then().statusCode(422);
    ConsoleClient admin = TownFixture.signIn(town.admin());
    admin.get("/console").then().body(containsString("等您点头"));
    admin.get(path).then().statusCode(200).body(containsString("value=\"agree\""));
    admin.post(path, Map.of("step", "agree")).then().statusCode(303);
    admin.post(path, Map.of("step", "agree")).then().statusCode(422);
    officer
        .get(path)
        .then()
        .statusCode(200)
        .body(containsString("已入库"))
        .body(containsString("记录留到"));
    officer.get("/console/lots/" + lot.idText()).then().body(containsString(path));
    officer.get("/console/intake").then().statusCode(200).body(containsString(path));
    assertEquals(3_000, MassFixture.of(lot).freeGrams());
  }

  @Test
  void aCodeFindsTheLotAndAnythingElseIsExplained() {
    Lot lot = certified(5_000);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    for (String typed : List.of("", "ABC", "%", "https://example.org/01/x/10/y", "'; drop")) {
      officer
          .post("/console/intake", fields(typed, "4"))
          .then()
          .statusCode(422)
          .body(containsString("本县没有这个批次"));
    }
    officer
        .post("/console/intake", fields(lot.code().toLowerCase(java.util.Locale.ROOT), "4"))
        .then()
        .statusCode(303);
  }

  @Test
  void somebodyElsesIntakeIsNotThere() {
    Intake intake = IntakeFixture.asked(town, station, certified(5_000), 1_000);
    String path = "/console/intake/" + intake.idText();
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().liaison());
    stranger.get(path).then().statusCode(404);
    stranger.post(path, Map.of("step", "agree")).then().statusCode(404);
    stranger.get("/console/intake").then().statusCode(200).body(not(containsString(path)));
    Map<String, String> fields = fields("x", "1");
    stranger.post("/console/intake", fields).then().statusCode(422);
    TownFixture.signIn(town.inspector())
        .post(path, Map.of("step", "decline", "reason", "不行"))
        .then()
        .statusCode(422);
  }

  @Test
  void theSellerDeclinesWithAReasonAndTheCollectorMayWithdraw() {
    Intake intake = IntakeFixture.asked(town, station, certified(5_000), 1_000);
    String path = "/console/intake/" + intake.idText();
    ConsoleClient admin = TownFixture.signIn(town.admin());
    admin.post(path, Map.of("step", "decline", "reason", "")).then().statusCode(422);
    admin.post(path, Map.of("step", "decline", "reason", "价钱没谈好")).then().statusCode(303);
    admin.post(path, Map.of("step", "withdraw")).then().statusCode(422);
    Intake second = IntakeFixture.asked(town, station, certified(5_000), 1_000);
    TownFixture.signIn(town.liaison())
        .post("/console/intake/" + second.idText(), Map.of("step", "withdraw"))
        .then()
        .statusCode(303);
    assertEquals(IntakeState.WITHDRAWN, IntakeFixture.again(second).state());
  }

  @Test
  void issuedCertificatesAreListedWithTheDayUntilWhichTheyAreKept() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    IntakeFixture.commit(town, lot);
    CommitmentCertificate certificate = IntakeFixture.certificateOf(lot);
    assertEquals(certificate.issuedOn().plusMonths(6), certificate.keepUntil());
    TownFixture.signIn(town.inspector())
        .get("/console/certificates")
        .then()
        .statusCode(200)
        .body(containsString(certificate.number()));
    TownFixture.signIn(TownFixture.create().inspector())
        .get("/console/certificates")
        .then()
        .body(not(containsString(certificate.number())));
  }

  private Map<String, String> fields(String lot, String jin) {
    return Map.of("collector", station.idText(), "lot", lot, "grams", jin);
  }

  private Lot certified(long grams) {
    return LotFixture.certified(town, farmer, peaches, grams);
  }
}
