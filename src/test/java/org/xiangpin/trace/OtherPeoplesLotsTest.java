package org.xiangpin.trace;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.Actor;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;

/** Over HTTP: what is not one's own is as if it were not there. */
@QuarkusTest
class OtherPeoplesLotsTest {

  private final TownFixture town = TownFixture.create();

  @Test
  void anInspectorOfAnotherTownshipDoesNotFindTheLot() {
    Lot lot = LotFixture.submitted(town, LotFixture.GRAMS);
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().inspector());
    String decision = "/console/certification/" + lot.idText();
    stranger.get(decision).then().statusCode(404);
    stranger
        .post(decision, Map.of("decision", "certify", "validUntil", LocalDate.now().toString()))
        .then()
        .statusCode(404);
    stranger.get("/console/lots/" + lot.idText()).then().statusCode(404);
    assertEquals(LotState.SUBMITTED, state(lot));
  }

  @Test
  void theCountyIsNotOfferedWhatOnlyTheTownshipMayDo() {
    Lot lot = LotFixture.submitted(town, LotFixture.GRAMS);
    ConsoleClient county = TownFixture.signIn(town.admin());
    county
        .get("/console/lots/" + lot.idText())
        .then()
        .statusCode(200)
        .body(not(containsString("/console/certification/")));
    county
        .get("/console/certification")
        .then()
        .statusCode(200)
        .body(not(containsString(lot.idText())));
    county
        .get("/console/certification/" + lot.idText())
        .then()
        .statusCode(200)
        .body(containsString("只有本乡镇的核验员可以核验"))
        .body(not(containsString("name=\"decision\"")));
  }

  @Test
  void aFarmerFindsOnlyHisOwnLots() {
    AccountFixture.Person person = AccountFixture.with(Role.FARMER, town.village());
    Producer own = ProducerFixture.farmerOf(person.id(), town.village());
    Lot mine =
        LotFixture.draft(town, own, ProducerFixture.product(town.county()), LotFixture.GRAMS);
    Lot others = LotFixture.draft(town, LotFixture.GRAMS);
    ConsoleClient farmer = person.signIn();
    farmer.get("/console/lots/" + mine.idText()).then().statusCode(200);
    farmer
        .get("/console/lots")
        .then()
        .body(containsString(mine.idText()))
        .body(not(containsString(others.idText())));
    for (String path : List.of("", "/edit", "/commitment")) {
      farmer.get("/console/lots/" + others.idText() + path).then().statusCode(404);
    }
    farmer.post("/console/lots/" + others.idText() + "/submit", Map.of()).then().statusCode(404);
    farmer.get("/console/producers/" + others.producer().idText()).then().statusCode(404);
    assertEquals(LotState.DRAFT, state(others));
  }

  @Test
  void nobodyCertifiesALotOfHisOwn() {
    Actor inspector = town.inspector();
    Producer own = ProducerFixture.farmerOf(inspector.accountId(), town.village());
    Lot lot = LotFixture.draft(town, own, ProducerFixture.product(town.county()), LotFixture.GRAMS);
    TownFixture.signIn(town.liaison())
        .post("/console/lots/" + lot.idText() + "/submit", Map.of())
        .then()
        .statusCode(303);
    TownFixture.signIn(inspector)
        .post(
            "/console/certification/" + lot.idText(),
            Map.of("decision", "certify", "validUntil", LocalDate.now().plusDays(30).toString()))
        .then()
        .statusCode(422)
        .body(containsString("不能核验自己"));
    assertEquals(LotState.SUBMITTED, state(lot));
  }

  @Test
  void aLiaisonOfficerOfAnotherVillageEntersNothingHere() {
    Producer producer = ProducerFixture.farmer(town.village());
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().liaison());
    stranger
        .post(
            "/console/lots",
            Map.of("producer", producer.idText(), "harvestedOn", "2026-01-01", "quantity", "1"))
        .then()
        .statusCode(404);
    stranger
        .post("/console/producers/" + producer.idText() + "/story", Map.of("story", "别人写的"))
        .then()
        .statusCode(404);
  }

  @Test
  void aFormThatIsNotTakenComesBackWithWhatWasTyped() {
    Producer producer = ProducerFixture.farmer(town.village());
    ProducerFixture.product(town.county());
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    for (String typed : List.of("0", "-5", "三万", "999999999999999")) {
      liaison
          .post(
              "/console/lots",
              Map.of(
                  "producer",
                  producer.idText(),
                  "product",
                  anyProduct(liaison, producer),
                  "harvestedOn",
                  "2026-01-01",
                  "quantity",
                  typed))
          .then()
          .statusCode(422)
          .body(containsString("value=\"" + typed + "\""))
          .body(containsString("quantity-error"));
    }
  }

  private static String anyProduct(ConsoleClient liaison, Producer producer) {
    String form = liaison.get("/console/lots/new?producer=" + producer.idText()).asString();
    var matcher = Pattern.compile("name=\"product\" value=\"(\\w+)\"").matcher(form);
    matcher.find();
    return matcher.group(1);
  }

  private static LotState state(Lot lot) {
    return QuarkusTransaction.requiringNew().call(() -> Lot.<Lot>findById(lot.id()).state());
  }
}
