package org.xiangpin.mass;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.order.Together;
import org.xiangpin.shared.Lang;
import org.xiangpin.stock.Stock;
import org.xiangpin.stock.StockService;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** The kilograms of a lot add up, whoever asks for how much and at the same time as whom. */
@QuarkusTest
class MassBalanceTest {

  private static final ListingTerms TERMS = new ListingTerms("测试黄桃", null, 680, 500, 500);

  @Inject StockService stock;

  private final TownFixture town = TownFixture.create();

  @Test
  void certificationOpensTheBalanceWithTheLotsWeight() {
    LotMass mass = MassFixture.of(LotFixture.certified(town, 5_000));
    assertEquals(5_000, mass.inGrams());
    assertEquals(5_000, mass.freeGrams());
  }

  @Test
  void theLastGramMayBeTakenAndNotOneMore() {
    Lot lot = LotFixture.certified(town, 5_000);
    MassFixture.take(lot, MassUse.PASSED_ON, 3_000, town.liaison());
    MassFixture.take(lot, MassUse.DESTROYED, 1_500, town.liaison());
    MassFixture.take(lot, MassUse.SHRUNK, 500, town.liaison());
    MassExceeded refusal =
        assertThrows(
            MassExceeded.class, () -> MassFixture.take(lot, MassUse.OFFERED, 1, town.liaison()));
    assertEquals(409, refusal.status());
    assertEquals(0, MassFixture.of(lot).freeGrams());
  }

  @Test
  void theRefusalNamesTheKilogramsThatAreFree() {
    Lot lot = LotFixture.certified(town, 5_000);
    MassExceeded refusal =
        assertThrows(
            MassExceeded.class,
            () -> MassFixture.take(lot, MassUse.PASSED_ON, 6_000, town.liaison()));
    assertTrue(refusal.in(Lang.ZH).contains("还剩 5 公斤"), refusal.in(Lang.ZH));
    assertTrue(refusal.in(Lang.EN).contains("5 kg are free"), refusal.in(Lang.EN));
    assertEquals(5_000L, refusal.details().get(0).facts().get("freeGrams"));
  }

  @Test
  void whatWasRefusedIsKeptForTheInspectorUntilSomebodyHasSeenIt() {
    Lot lot = LotFixture.certified(town, 5_000);
    assertThrows(
        MassExceeded.class, () -> MassFixture.take(lot, MassUse.PASSED_ON, 6_000, town.liaison()));
    List<MassBreach> kept = breaches(lot);
    assertEquals(1, kept.size());
    assertEquals(6_000, kept.get(0).askedGrams());
    assertEquals(5_000, kept.get(0).freeGrams());
    assertEquals(town.liaison().name(), kept.get(0).actorName());
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.get("/console").then().statusCode(200).body(containsString("/console/breaches"));
    inspector.get("/console/breaches").then().body(containsString(lot.code()));
    String page = "/console/lots/" + lot.idText();
    inspector.get(page).then().statusCode(200).body(containsString("要 6 公斤"));
    TownFixture.signIn(town.liaison()).get(page).then().body(not(containsString("要 6 公斤")));
    inspector.get(page);
    inspector.post("/console/breaches/" + lot.idText() + "/noted", Map.of()).then().statusCode(303);
    assertTrue(breaches(lot).get(0).isNoted());
    inspector.get("/console").then().body(not(containsString("/console/breaches")));
  }

  @Test
  void nobodyButTheInspectorsOfTheTownNotesABreach() {
    Lot lot = LotFixture.certified(town, 5_000);
    assertThrows(
        MassExceeded.class, () -> MassFixture.take(lot, MassUse.PASSED_ON, 6_000, town.liaison()));
    String path = "/console/breaches/" + lot.idText() + "/noted";
    TownFixture.signIn(town.liaison()).post(path, Map.of()).then().statusCode(403);
    TownFixture elsewhere = TownFixture.create();
    TownFixture.signIn(elsewhere.inspector()).post(path, Map.of()).then().statusCode(404);
  }

  @Test
  void ofManyWhoWantTheLastKilogramOneGetsIt() {
    Lot lot = LotFixture.certified(town, 5_000);
    MassFixture.take(lot, MassUse.PASSED_ON, 4_000, town.liaison());
    List<Boolean> got =
        Together.call(
            24,
            i ->
                () -> {
                  MassUse use = MassUse.values()[i % 4];
                  try {
                    MassFixture.take(lot, use, 1_000, town.liaison());
                    return true;
                  } catch (MassExceeded refused) {
                    return false;
                  }
                });
    assertEquals(1, got.stream().filter(g -> g).count());
    assertEquals(0, MassFixture.of(lot).freeGrams());
    assertEquals(23, breaches(lot).size());
  }

  @Test
  void aListingOffersWhatIsFreeAndNotTheWholeLot() {
    Lot lot = LotFixture.certified(town, 5_000);
    MassFixture.take(lot, MassUse.PASSED_ON, 2_000, town.liaison());
    list(lot);
    assertEquals(3_000, onHand(lot));
    assertEquals(0, MassFixture.of(lot).freeGrams());
    Lot gone = LotFixture.certified(town, 5_000);
    MassFixture.take(gone, MassUse.PASSED_ON, 5_000, town.liaison());
    assertThrows(MassExceeded.class, () -> list(gone));
  }

  @Test
  void weighingAgainMovesBetweenTheShopAndTheLosses() {
    Lot lot = LotFixture.certified(town, 5_000);
    list(lot);
    correct(lot, -1_000);
    assertEquals(4_000, MassFixture.of(lot).offeredGrams());
    assertEquals(1_000, MassFixture.of(lot).shrunkGrams());
    correct(lot, 400);
    assertEquals(4_400, MassFixture.of(lot).offeredGrams());
    assertEquals(600, MassFixture.of(lot).shrunkGrams());
    assertFalse(
        QuarkusTransaction.requiringNew().call(Stock::listOfferedOtherwise).contains(lot.id()));
  }

  @Test
  void whatWasPassedOnDoesNotComeBackIntoTheShopByWeighingAgain() {
    Lot lot = LotFixture.certified(town, 5_000);
    MassFixture.take(lot, MassUse.PASSED_ON, 2_000, town.liaison());
    list(lot);
    assertThrows(MassExceeded.class, () -> correct(lot, 1_000));
    assertEquals(3_000, onHand(lot));
    assertEquals(1_000, breaches(lot).get(0).askedGrams());
  }

  @Test
  void labelsAreForNoMoreThanTheLotWeighs() {
    Lot lot = LotFixture.certified(town, 5_000);
    RollFixture.issue(town, lot, 9, 500);
    assertThrows(MassExceeded.class, () -> RollFixture.issue(town, lot, 2, 500));
    RollFixture.issue(town, lot, 1, 500);
    assertEquals(5_000, MassFixture.of(lot).labelledGrams());
    assertEquals(5_000, MassFixture.of(lot).freeGrams());
    assertFalse(
        QuarkusTransaction.requiringNew()
            .call(LabelRoll::listLabelledOtherwise)
            .contains(lot.id()));
  }

  @Test
  void labelsIssuedBeforeCertificationCountAfterItAsWell() {
    Lot lot = LotFixture.submitted(town, 5_000);
    RollFixture.issue(town, lot, 10, 500);
    LotFixture.certify(town, lot);
    assertEquals(5_000, MassFixture.of(lot).labelledGrams());
    assertThrows(MassExceeded.class, () -> RollFixture.issue(town, lot, 1, 1));
  }

  private static List<MassBreach> breaches(Lot lot) {
    return QuarkusTransaction.requiringNew().call(() -> MassBreach.ofLot(lot.id()));
  }

  private static long onHand(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Stock.ofLot(lot.id()).orElseThrow().onHandGrams());
  }

  private Listing list(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> stock.list(Lot.findById(lot.id()), TERMS, town.liaison()));
  }

  private void correct(Lot lot, long grams) {
    stock.correct(lot.id(), grams, "重新过秤", town.liaison(), null);
  }
}
