package org.xiangpin.recall;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.lineage.LineageFixture.of;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.SourceNotValid;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotState;

/** Who holds, who decides, and what becomes of the lots. */
@QuarkusTest
class RecallTest {

  private static final String WHY = "买家投诉";

  @Inject RecallService recalls;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());

  @Test
  void whoOpenedItDoesNotDecideIt() {
    Recall recall = recalls.open(certified().id(), WHY, town.inspector());
    assertThrows(NotAllowed.class, () -> recalls.confirm(recall.id(), WHY, town.inspector()));
    assertThrows(NotAllowed.class, () -> recalls.lift(recall.id(), WHY, town.inspector()));
    recalls.confirm(recall.id(), WHY, town.admin());
  }

  @Test
  void aLiftedRecallLeavesEachLotAsItWas() {
    Lot lot = certified();
    Lot draft = made(lot);
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    assertEquals(LotState.HELD, state(lot));
    assertEquals(LotState.HELD, state(draft));
    recalls.lift(recall.id(), "复检合格", town.otherInspector());
    assertEquals(LotState.CERTIFIED, state(lot));
    assertEquals(LotState.DRAFT, state(draft));
  }

  @Test
  void aLotThatWasSuspendedBeforeIsSuspendedAgainWhenTheRecallIsLifted() {
    Lot lot = LotFixture.suspend(town, certified());
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    recalls.lift(recall.id(), "复检合格", town.otherInspector());
    assertEquals(LotState.SUSPENDED, state(lot));
  }

  @Test
  void aLotHeldByTwoRecallsIsFreeWhenBothAreLifted() {
    Lot a = certified();
    Lot b = certified();
    Lot both =
        LineageFixture.make(
                StepKind.MERGE, farmer, town.liaison(), List.of(of(a, 1_000), of(b, 1_000)), 2_000)
            .get(0);
    Recall first = recalls.open(a.id(), WHY, town.inspector());
    Recall second = recalls.open(b.id(), WHY, town.inspector());
    recalls.lift(first.id(), "合格", town.otherInspector());
    assertEquals(LotState.HELD, state(both));
    recalls.lift(second.id(), "合格", town.otherInspector());
    assertEquals(LotState.DRAFT, state(both));
  }

  @Test
  void whatOneRecallMadeFinalAnotherDoesNotLift() {
    Lot a = certified();
    Lot b = certified();
    Lot both =
        LineageFixture.make(
                StepKind.MERGE, farmer, town.liaison(), List.of(of(a, 1_000), of(b, 1_000)), 2_000)
            .get(0);
    Recall first = recalls.open(a.id(), WHY, town.inspector());
    Recall second = recalls.open(b.id(), WHY, town.inspector());
    recalls.confirm(first.id(), "超标", town.otherInspector());
    recalls.lift(second.id(), "合格", town.otherInspector());
    assertEquals(LotState.RECALLED, state(both));
    assertEquals(LotState.CERTIFIED, state(b));
  }

  @Test
  void aRevokedLotStaysRedWhileItsRecallIsOpen() {
    Lot lot = LotFixture.revoke(town, LotFixture.suspend(town, certified()));
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    assertEquals(LotState.REVOKED, state(lot));
    recalls.confirm(recall.id(), "超标", town.otherInspector());
    assertEquals(LotState.RECALLED, state(lot));
  }

  @Test
  void nothingIsMadeOfAHeldLotAndItIsNotSubmittedOrLiftedBySomebodyElsesStep() {
    Lot lot = certified();
    recalls.open(lot.id(), WHY, town.inspector());
    assertThrows(SourceNotValid.class, () -> made(lot));
    assertThrows(WrongState.class, () -> LotFixture.suspend(town, lot));
  }

  @Test
  void aLotIsRecalledOnceAtATime() {
    Lot lot = certified();
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    assertThrows(WrongState.class, () -> recalls.open(lot.id(), WHY, town.otherInspector()));
    recalls.confirm(recall.id(), WHY, town.otherInspector());
    assertThrows(WrongState.class, () -> recalls.open(lot.id(), WHY, town.otherInspector()));
    assertThrows(WrongState.class, () -> recalls.confirm(recall.id(), WHY, town.otherInspector()));
  }

  @Test
  void aReasonIsNeededAndALotThatIsThere() {
    Lot lot = certified();
    assertThrows(InvalidInput.class, () -> recalls.open(lot.id(), " ", town.inspector()));
    assertThrows(NotFound.class, () -> recalls.open(1L, WHY, town.inspector()));
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    assertThrows(InvalidInput.class, () -> recalls.confirm(recall.id(), "", town.otherInspector()));
  }

  @Test
  void notMoreIsFoundThanTheLotHadNorDestroyedThanWasFound() {
    Lot lot = certified();
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    assertThrows(WrongState.class, () -> find(recall, lot, 1_000, 0));
    recalls.confirm(recall.id(), WHY, town.otherInspector());
    assertThrows(InvalidInput.class, () -> find(recall, lot, 0, 0));
    assertThrows(InvalidInput.class, () -> find(recall, lot, 5_001, 0));
    assertThrows(InvalidInput.class, () -> find(recall, lot, 1_000, 1_001));
    find(recall, lot, 3_000, 1_000);
    find(recall, lot, 2_000, 4_000);
    assertThrows(InvalidInput.class, () -> find(recall, lot, 1, 0));
    assertThrows(InvalidInput.class, () -> find(recall, certified(), 1, 0));
    RecallLot counted =
        QuarkusTransaction.requiringNew().call(() -> RecallLot.of(recall.id()).get(0));
    assertEquals(5_000, counted.foundGrams());
    assertEquals(5_000, counted.destroyedGrams());
    recalls.close(recall.id(), "结束", town.inspector());
    assertThrows(WrongState.class, () -> recalls.close(recall.id(), "再结束", town.inspector()));
  }

  @Test
  void whatIsMadeWhileTheRecallIsOpenedIsHeldToo() {
    Lot lot = certified();
    AtomicReference<Recall> opened = new AtomicReference<>();
    Together.call(
        9,
        i ->
            () -> {
              if (i == 8) {
                opened.set(recalls.open(lot.id(), WHY, town.inspector()));
                return true;
              }
              try {
                LineageFixture.make(
                    StepKind.REPACK, farmer, town.liaison(), List.of(of(lot, 100)), 100);
                return true;
              } catch (SourceNotValid held) {
                return false;
              }
            });
    List<Lot> made =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    Lot.list(
                        "producer.id = ?1 and made = true and state <> ?2",
                        farmer.id(),
                        LotState.HELD));
    assertTrue(made.isEmpty());
    assertTrue(opened.get() != null);
  }

  @Test
  void twoInspectorsGoThroughThePages() {
    Lot lot = certified();
    ConsoleClient first = TownFixture.signIn(town.inspector());
    String form = "/console/recalls/new?lot=" + lot.idText();
    first.get("/console/lots/" + lot.idText()).then().body(containsString(form));
    first.get(form).then().statusCode(200).body(containsString("马上停下"));
    first
        .post("/console/recalls", Map.of("lot", lot.idText(), "reason", ""))
        .then()
        .statusCode(422);
    String page =
        first
            .post("/console/recalls", Map.of("lot", lot.idText(), "reason", WHY))
            .then()
            .statusCode(303)
            .extract()
            .header("Location")
            .replaceAll("^https?://[^/]+", "");
    first.get(page).then().statusCode(200).body(not(containsString("value=\"confirm\"")));
    first.post(page, Map.of("step", "confirm", "reason", WHY)).then().statusCode(422);
    ConsoleClient second = TownFixture.signIn(town.otherInspector());
    second.get("/console").then().body(containsString("/console/recalls"));
    second.get("/console/recalls").then().statusCode(200).body(containsString(lot.code()));
    second.get(page).then().statusCode(200).body(containsString("value=\"confirm\""));
    second.post(page, Map.of("step", "confirm", "reason", WHY)).then().statusCode(303);
    second
        .post(page, Map.of("step", "find", "lot", lot.idText(), "found", "4", "destroyed", "2"))
        .then()
        .statusCode(303);
    second.get(page).then().statusCode(200).body(containsString("已召回，在找回"));
    second.post(page, Map.of("step", "close", "reason", "都找回了")).then().statusCode(303);
    second.get(page).then().body(containsString("都找回了"));
    second.get(page + "/notice").then().statusCode(200).body(containsString(lot.code()));
  }

  @Test
  void othersTownsAndTheProducersSideDoNotRecall() {
    Lot lot = certified();
    Recall recall = recalls.open(lot.id(), WHY, town.inspector());
    String page = "/console/recalls/" + recall.number();
    TownFixture elsewhere = TownFixture.create();
    ConsoleClient stranger = TownFixture.signIn(elsewhere.inspector());
    stranger.get(page).then().statusCode(404);
    stranger
        .post("/console/recalls", Map.of("lot", lot.idText(), "reason", WHY))
        .then()
        .statusCode(404);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer.get(page).then().statusCode(200);
    officer.post(page, Map.of("step", "confirm", "reason", WHY)).then().statusCode(404);
    officer.get("/console/recalls").then().statusCode(403);
    officer
        .post("/console/recalls", Map.of("lot", lot.idText(), "reason", WHY))
        .then()
        .statusCode(403);
  }

  private void find(Recall recall, Lot lot, long found, long destroyed) {
    recalls.find(recall.id(), lot.id(), found, destroyed, town.inspector());
  }

  private Lot certified() {
    return LotFixture.certified(town, farmer, peaches, 5_000);
  }

  private Lot made(Lot lot) {
    return LineageFixture.make(
            StepKind.REPACK, farmer, town.liaison(), List.of(of(lot, 1_000)), 1_000)
        .get(0);
  }

  private static LotState state(Lot lot) {
    return LotFixture.again(lot).state();
  }
}
