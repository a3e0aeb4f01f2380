package org.xiangpin.lineage;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.lineage.LineageFixture.of;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.mass.MassExceeded;
import org.xiangpin.mass.MassFixture;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;

/** Lots that are made of others: what may be taken, what comes out, and what is remembered. */
@QuarkusTest
class LineageTest {

  @Inject LineageService lineage;
  @Inject LotService lots;
  @Inject LotGraph graph;
  @Inject jakarta.persistence.EntityManager database;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station = ProducerFixture.farmer(town.village());

  @Test
  void whatIsTakenOfTheSourcesIsPassedOnAndTheRestIsTheStepsLoss() {
    Lot a = certified(5_000);
    Lot b = certified(3_000);
    Lot mixed = make(StepKind.MERGE, List.of(of(a, 4_000), of(b, 3_000)), 6_500).get(0);
    assertEquals(LotState.DRAFT, mixed.state());
    assertTrue(mixed.isMade());
    assertEquals(6_500, mixed.quantityGrams());
    assertEquals(station.id(), mixed.producerId());
    assertEquals(1_000, MassFixture.of(a).freeGrams());
    assertEquals(3_000, MassFixture.of(b).passedOnGrams());
    LotStep step =
        QuarkusTransaction.requiringNew()
            .call(() -> LotStep.findById(graph.into(mixed.id()).get(0).stepId()));
    assertEquals(500, step.lossGrams());
    assertEquals(List.of(a.id(), b.id()), graph.ancestorsOf(mixed.id()));
    assertEquals(List.of(mixed.id()), graph.descendantsOf(a.id()));
    assertFalse(graph.listPassedOnOtherwise().contains(a.id()));
    assertFalse(graph.listPassedOnOtherwise().contains(b.id()));
  }

  @Test
  void aLotSplitInThreeHandsOnEveryGramOnce() {
    Lot lot = certified(10_000);
    List<Lot> parts = make(StepKind.SPLIT, List.of(of(lot, 10_000)), 3_333, 3_333, 3_333);
    assertEquals(3, parts.size());
    assertEquals(10_000, graph.outOf(lot.id()).stream().mapToLong(LotLink::grams).sum());
    assertFalse(graph.listPassedOnOtherwise().contains(lot.id()));
  }

  @Test
  void theHarvestOfAMixtureIsItsEarliestSources() {
    LocalDate early = LineageFixture.today().minusDays(3);
    Lot old =
        LotFixture.certify(
            town,
            LotFixture.submit(
                town,
                lots.enter(
                    farmer,
                    new LotFacts(peaches, null, early, 5_000),
                    town.liaisonFor(farmer.id()))));
    Lot mixed =
        make(StepKind.MERGE, List.of(of(certified(5_000), 5_000), of(old, 5_000)), 10_000).get(0);
    assertEquals(early, mixed.harvestedOn());
  }

  @Test
  void bothSidesRemembersTheStepAndItIsPublic() {
    Lot lot = certified(5_000);
    Lot made = make(StepKind.REPACK, List.of(of(lot, 5_000)), 4_900).get(0);
    TraceEvent out = last(lot);
    assertEquals(TraceEventType.PASSED_ON, out.type());
    assertEquals(farmer.id(), out.onBehalfOfProducerId());
    assertTrue(out.logPlace() != null);
    TraceEvent in = last(made);
    assertEquals(TraceEventType.MADE, in.type());
    assertEquals(station.id(), in.onBehalfOfProducerId());
    assertTrue(in.logPlace() != null);
    assertFalse(in.happenedAt().isAfter(in.recordedAt()));
  }

  @Test
  void aMadeLotNeedsACertificateOfItsOwnWhoeverMadeIt() {
    Lot made = make(StepKind.REPACK, List.of(of(certified(5_000), 5_000)), 5_000).get(0);
    WrongState refusal =
        assertThrows(WrongState.class, () -> lots.submit(made.id(), town.liaisonFor(station.id())));
    assertTrue(refusal.getMessage().contains("commitment certificate of their own"));
    commit(made);
    assertEquals(
        LotState.CERTIFIED, LotFixture.certify(town, LotFixture.submit(town, made)).state());
    assertEquals(5_000, MassFixture.of(made).freeGrams());
  }

  @Test
  void theFactsOfAMadeLotStand() {
    Lot made = make(StepKind.REPACK, List.of(of(certified(5_000), 5_000)), 5_000).get(0);
    LotFacts other = new LotFacts(peaches, null, LineageFixture.today(), 4_000);
    assertThrows(
        WrongState.class,
        () -> lots.correct(made.id(), other, town.liaisonFor(station.id()), null));
  }

  @Test
  void oneKilogramTooMuchIsRefusedAndNothingIsMade() {
    Lot a = certified(5_000);
    Lot b = certified(5_000);
    MassExceeded refusal =
        assertThrows(
            MassExceeded.class,
            () -> make(StepKind.MERGE, List.of(of(a, 5_000), of(b, 6_000)), 10_000));
    assertEquals("use-" + b.idText(), refusal.details().get(0).pointer());
    assertEquals(5_000, MassFixture.of(a).freeGrams());
    assertTrue(graph.descendantsOf(a.id()).isEmpty());
    MoreOutThanIn more =
        assertThrows(
            MoreOutThanIn.class,
            () -> make(StepKind.MERGE, List.of(of(a, 5_000), of(b, 5_000)), 11_000));
    assertEquals(409, more.status());
    assertEquals(5_000, MassFixture.of(a).freeGrams());
  }

  @Test
  void onlyCertifiedLotsThatAreNotStoppedAreUsed() {
    Lot draft = LotFixture.draft(town, farmer, peaches, 5_000);
    Lot suspended = LotFixture.suspend(town, certified(5_000));
    for (Lot lot : List.of(draft, suspended, LotFixture.held(town), LotFixture.recalled(town))) {
      assertThrows(
          SourceNotValid.class, () -> make(StepKind.REPACK, List.of(of(lot, 1_000)), 1_000));
    }
  }

  @Test
  void lotsOfAnotherCountyAreNotMixedIn() {
    TownFixture elsewhere = TownFixture.create();
    Lot theirs = LotFixture.certified(elsewhere, 5_000);
    assertThrows(
        InvalidInput.class, () -> make(StepKind.REPACK, List.of(of(theirs, 1_000)), 1_000));
  }

  @Test
  void goodsOfACooperativeAreNotTakenInWithoutItsCertificate() {
    Producer cooperative = ProducerFixture.cooperative(town.village());
    Lot lot = LotFixture.draft(town, cooperative, peaches, 5_000);
    commit(lot);
    LotFixture.certify(town, LotFixture.submit(town, lot));
    assertTrue(check(lot).missing().isEmpty());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery("delete from commitment_certificate where lot_id = ?1")
                    .setParameter(1, lot.id())
                    .executeUpdate());
    CommitmentMissing refusal =
        assertThrows(
            CommitmentMissing.class, () -> make(StepKind.REPACK, List.of(of(lot, 1_000)), 1_000));
    assertTrue(refusal.getMessage().contains(lot.code()));
  }

  @Test
  void aCertificateThatTellsAnotherWeightIsReportedAsIncomplete() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    commit(lot);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "update commitment_certificate set quantity_grams = 4000, contact = ''"
                            + " where lot_id = ?1")
                    .setParameter(1, lot.id())
                    .executeUpdate());
    assertEquals(2, check(lot).missing().size());
    assertFalse(check(lot).isRefused());
  }

  @Test
  void aFarmersGoodsAreTakenInWithoutACertificate() {
    assertFalse(check(certified(5_000)).isRefused());
  }

  @Test
  void eachKindOfStepHasItsNumberOfLots() {
    Lot a = certified(5_000);
    Lot b = certified(5_000);
    refused(StepKind.MERGE, List.of(of(a, 100)), 100);
    refused(StepKind.SPLIT, List.of(of(a, 100), of(b, 100)), 100, 100);
    refused(StepKind.SPLIT, List.of(of(a, 100)), 100);
    refused(StepKind.GRADE, List.of(of(a, 100), of(b, 100)), 200);
    refused(StepKind.MERGE, List.of(of(a, 100), of(b, 100)), 100, 100);
    refused(StepKind.MERGE, List.of(of(a, 100), of(a, 100)), 200);
    refused(StepKind.REPACK, List.of(of(a, 100)));
    refused(StepKind.DESTROYED, List.of(of(a, 100)), 100);
    refused(StepKind.REPACK, List.of(of(a, 0)), 100);
  }

  @Test
  void peachesDoNotBecomeSomethingElse() {
    Product other =
        ProducerFixture.product(town.county(), "010301", "柑橘", "Oranges", null, "yellow-peach");
    Transformation made =
        new Transformation(
            StepKind.REPACK,
            station,
            List.of(of(certified(5_000), 1_000)),
            List.of(LineageFixture.out(other, 1_000)),
            LineageFixture.today());
    assertThrows(InvalidInput.class, () -> lineage.transform(made, town.liaison()));
  }

  @Test
  void nothingIsMadeBeforeTheHarvestOrTomorrow() {
    Lot lot = certified(5_000);
    for (int days : new int[] {-1, 1}) {
      Transformation made =
          new Transformation(
              StepKind.REPACK,
              station,
              List.of(of(lot, 1_000)),
              List.of(LineageFixture.out(peaches, 1_000)),
              LineageFixture.today().plusDays(days));
      assertThrows(InvalidInput.class, () -> lineage.transform(made, town.liaison()));
    }
  }

  @Test
  void whatIsDestroyedOrShrinksIsTakenFromWhatIsFree() {
    Lot lot = certified(5_000);
    lineage.lose(StepKind.DESTROYED, lot.id(), 2_000, "冰雹打烂", town.liaison());
    lineage.lose(StepKind.SHRUNK, lot.id(), 500, "失水", town.liaison());
    assertEquals(2_000, MassFixture.of(lot).destroyedGrams());
    assertEquals(500, MassFixture.of(lot).shrunkGrams());
    assertEquals(TraceEventType.SHRUNK, last(lot).type());
    assertThrows(
        MassExceeded.class,
        () -> lineage.lose(StepKind.DESTROYED, lot.id(), 2_501, "再烂", town.liaison()));
    assertThrows(
        InvalidInput.class,
        () -> lineage.lose(StepKind.DESTROYED, lot.id(), 1, " ", town.liaison()));
    assertThrows(
        InvalidInput.class, () -> lineage.lose(StepKind.MERGE, lot.id(), 1, "x", town.liaison()));
    assertThrows(
        InvalidInput.class, () -> lineage.lose(StepKind.SHRUNK, lot.id(), 0, "x", town.liaison()));
  }

  @Test
  void manyWhoRepackTheLastKilogramGetItOnce() {
    Lot lot = certified(1_000);
    List<Boolean> made =
        Together.call(
            16,
            i ->
                () -> {
                  try {
                    make(StepKind.REPACK, List.of(of(lot, 1_000)), 1_000);
                    return true;
                  } catch (MassExceeded refused) {
                    return false;
                  }
                });
    assertEquals(1, made.stream().filter(m -> m).count());
    assertEquals(1, graph.descendantsOf(lot.id()).size());
  }

  @Test
  void theOfficerMakesALotOnAPageAndSeesWhereItCameFrom() {
    Lot a = certified(5_000);
    Lot b = certified(5_000);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    String form = "/console/lineage/new?lot=" + a.idText();
    officer.get("/console/lots/" + a.idText()).then().body(containsString(form));
    officer.get(form).then().statusCode(200).body(containsString(b.code()));
    Map<String, String> fields = new HashMap<>();
    fields.put("lot", a.idText());
    fields.put("kind", "MERGE");
    fields.put("use-" + a.idText(), "10");
    fields.put("use-" + b.idText(), "12");
    fields.put("product1", peaches.idText());
    fields.put("out1", "20");
    fields.put("producer", station.idText());
    fields.put("day", LineageFixture.today().toString());
    officer.post("/console/lineage", fields).then().statusCode(422).body(containsString("还剩 5 公斤"));
    fields.put("use-" + b.idText(), "10");
    String made =
        officer
            .post("/console/lineage", fields)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    String path = made.replaceAll("^https?://[^/]+", "");
    officer
        .get(path)
        .then()
        .statusCode(200)
        .body(containsString(a.code()))
        .body(containsString("重新开"))
        .body(not(containsString(path + "/edit")));
    officer
        .get(path.replace("/lots/", "/lineage/"))
        .then()
        .statusCode(200)
        .body(containsString(b.code()));
    officer
        .get("/console/lots/" + a.idText())
        .then()
        .body(containsString("物料平衡"))
        .body(containsString("看全部来去"));
  }

  @Test
  void nobodyTakesGoodsOfAProducerForWhomHeDoesNotAct() {
    Lot lot = certified(5_000);
    TownFixture elsewhere = TownFixture.create();
    String form = "/console/lineage/new?lot=" + lot.idText();
    TownFixture.signIn(elsewhere.liaison()).get(form).then().statusCode(404);
    TownFixture.signIn(town.inspector()).get(form).then().statusCode(403);
  }

  @Test
  void lossesAreTakenDownOnAPage() {
    Lot lot = certified(5_000);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer.get("/console/lineage/loss?lot=" + lot.idText()).then().statusCode(200);
    Map<String, String> fields =
        Map.of("lot", lot.idText(), "kind", "DESTROYED", "grams", "2", "reason", "烂了");
    officer.post("/console/lineage/loss", fields).then().statusCode(303);
    assertEquals(1_000, MassFixture.of(lot).destroyedGrams());
    Map<String, String> tooMuch =
        Map.of("lot", lot.idText(), "kind", "DESTROYED", "grams", "9", "reason", "烂了");
    officer.post("/console/lineage/loss", tooMuch).then().statusCode(422);
  }

  private void refused(StepKind kind, List<Portion> portions, long... out) {
    assertThrows(InvalidInput.class, () -> make(kind, portions, out), kind.name());
  }

  private List<Lot> make(StepKind kind, List<Portion> portions, long... out) {
    return LineageFixture.make(kind, station, town.liaison(), portions, out);
  }

  private Lot certified(long grams) {
    return LotFixture.certified(town, farmer, peaches, grams);
  }

  private void commit(Lot lot) {
    lots.commit(
        lot.id(),
        CommitmentCertificate.Basis.QUALITY_CONTROL,
        "19900001234",
        town.liaisonFor(lot.producerId()));
  }

  private static IncomingCheck check(Lot lot) {
    Lot read = LotFixture.again(lot);
    return QuarkusTransaction.requiringNew().call(() -> IncomingCheck.of(read));
  }

  private static TraceEvent last(Lot lot) {
    List<TraceEvent> events = QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id()));
    return events.get(events.size() - 1);
  }
}
