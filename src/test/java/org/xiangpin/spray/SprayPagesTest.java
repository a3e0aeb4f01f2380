package org.xiangpin.spray;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;

/** The pages of sprays and pesticides, over HTTP. */
@QuarkusTest
class SprayPagesTest {

  private final TownFixture town = TownFixture.create();
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Plot orchard = ProducerFixture.plot(farmer);
  private final Pesticide pesticide = SprayFixture.pesticide(town.county(), 14);

  @Test
  void theOfficerWritesASprayDownForTheFarmerAndBothAreSeen() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    liaison.post("/console/sprays", form()).then().statusCode(303);
    TownFixture.signIn(town.inspector())
        .get("/console/sprays?producer=" + farmer.idText())
        .then()
        .statusCode(200)
        .body(containsString("测试吡虫啉"), containsString(town.liaison().name() + "代记"))
        .body(not(containsString("/console/sprays/new")));
  }

  @Test
  void aFormThatIsNotTakenComesBackWithWhatWasTyped() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    for (String dose : new String[] {"", "0", "-3", "很多", "999999999999", "1.23456"}) {
      liaison.post("/console/sprays", form("dose", dose)).then().statusCode(422);
    }
    for (String unit : new String[] {"", "POUND"}) {
      liaison.post("/console/sprays", form("doseUnit", unit)).then().statusCode(422);
    }
    liaison
        .post(
            "/console/sprays", form("sprayedOn", LocalDate.now(Lang.CHINA).plusDays(1).toString()))
        .then()
        .statusCode(422)
        .body(containsString("不能在今天之后"));
    liaison.post("/console/sprays", form("pesticide", "")).then().statusCode(422);
  }

  @Test
  void somebodyElsesPlotProducerAndRecordAreNotFound() {
    Plot neighbours = ProducerFixture.plot(ProducerFixture.farmer(town.village()));
    TownFixture.signIn(town.liaison())
        .post("/console/sprays", form("plot", neighbours.idText()))
        .then()
        .statusCode(404);
    Spray spray =
        SprayFixture.spray(
            farmer, orchard, pesticide, LocalDate.now(Lang.CHINA), town.liaisonFor(farmer.id()));
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().liaison());
    stranger.post("/console/sprays", form()).then().statusCode(404);
    stranger.get("/console/sprays?producer=" + farmer.idText()).then().statusCode(404);
    String correct = "/console/sprays/" + Ids.toText(spray.id()) + "/correct";
    stranger.get(correct).then().statusCode(404);
    stranger.post(correct, Map.of("what", "none", "reason", "别人家的")).then().statusCode(404);
    AccountFixture.Person other = AccountFixture.with(Role.FARMER, town.village());
    ProducerFixture.farmerOf(other.id(), town.village());
    other.signIn().post(correct, Map.of("what", "none", "reason", "邻居的")).then().statusCode(404);
  }

  @Test
  void anInspectorLooksAtSpraysAndWritesNone() {
    TownFixture.signIn(town.inspector()).post("/console/sprays", form()).then().statusCode(403);
  }

  @Test
  void aCorrectionOverThePagesStrikesTheOldRecord() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    Spray spray =
        SprayFixture.spray(
            farmer, orchard, pesticide, LocalDate.now(Lang.CHINA), town.liaisonFor(farmer.id()));
    String correct = "/console/sprays/" + spray.idText() + "/correct";
    liaison.get(correct).then().statusCode(200).body(containsString("value=\"30\""));
    Map<String, String> form = form("dose", "45");
    liaison.post(correct, form).then().statusCode(422);
    form.put("reason", "数记错了");
    liaison.post(correct, form).then().statusCode(303);
    liaison
        .get("/console/sprays?producer=" + farmer.idText())
        .then()
        .body(containsString("已经更正，不再算数"), containsString("45 毫升/亩"), containsString("数记错了"));
  }

  @Test
  void theCountyKeepsItsTableOfPesticidesAndNobodyElseDoes() {
    ConsoleClient county = TownFixture.signIn(town.admin());
    Map<String, String> typed =
        new HashMap<>(
            Map.of(
                "tradeName", "乐果乳油（演示）",
                "registrationNumber", "ｐｄ20081234",
                "activeIngredient", "乐果",
                "category", "010302",
                "intervalDays", "10"));
    county.post("/console/pesticides", typed).then().statusCode(303);
    county
        .get("/console/pesticides")
        .then()
        .body(containsString("PD20081234"), containsString("禁用"));
    for (String days : new String[] {"-1", "366", "1.5", "x"}) {
      typed.put("intervalDays", days);
      county.post("/console/pesticides", typed).then().statusCode(422);
    }
    TownFixture.signIn(town.liaison()).get("/console/pesticides").then().statusCode(403);
    TownFixture.signIn(TownFixture.create().admin())
        .post("/console/pesticides/" + pesticide.idText() + "/end", Map.of())
        .then()
        .statusCode(404);
    county
        .post("/console/pesticides/" + pesticide.idText() + "/end", Map.of())
        .then()
        .statusCode(303);
    county.get("/console/pesticides").then().body(not(containsString("测试吡虫啉")));
  }

  private Map<String, String> form() {
    return new HashMap<>(
        Map.of(
            "producer", farmer.idText(),
            "pesticide", pesticide.idText(),
            "plot", orchard.idText(),
            "dose", "30",
            "doseUnit", "ML_PER_MU",
            "sprayedOn", LocalDate.now(Lang.CHINA).toString()));
  }

  private Map<String, String> form(String field, String value) {
    Map<String, String> form = form();
    form.put(field, value);
    return form;
  }
}
