package org.xiangpin.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.lineage.LineageFixture.of;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.CommitmentMissing;
import org.xiangpin.lineage.IncomingCheck.Gap;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.lineage.SourceNotValid;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.mass.MassExceeded;
import org.xiangpin.mass.MassFixture;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.recall.RecallService;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.LotState;

/** Taking goods in: who asks and who agrees, what is looked at, and what is kept. */
@QuarkusTest
class IntakeTest {

  @Inject IntakeService intakes;
  @Inject LotService lots;
  @Inject RecallService recalls;
  @Inject LotGraph graph;
  @Inject EntityManager database;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whatIsTakenInLeavesTheSourceAndIsTheCollectors() {
    Lot lot = certified(5_000);
    Intake intake = IntakeFixture.taken(town, station, lot, 3_000);
    Lot received = IntakeFixture.lot(intake);
    assertEquals(IntakeState.TAKEN, intake.state());
    assertEquals(3_000, MassFixture.of(lot).passedOnGrams());
    assertEquals(2_000, MassFixture.of(lot).freeGrams());
    assertEquals(3_000, MassFixture.of(received).freeGrams());
    assertEquals(station.id(), received.producerId());
    assertEquals(lot.regionCode(), received.regionCode());
    assertTrue(received.isInStore());
    assertEquals(List.of(received.id()), graph.descendantsOf(lot.id()));
    assertFalse(graph.listPassedOnOtherwise().contains(lot.id()));
  }

  @Test
  void nothingMovesBeforeTheSellerAgrees() {
    Lot lot = certified(5_000);
    Intake intake = IntakeFixture.asked(town, station, lot, 3_000);
    assertEquals(5_000, MassFixture.of(lot).freeGrams());
    assertNull(IntakeFixture.again(intake).received());
  }

  @Test
  void whoAskedCanNotAgreeForTheSeller() {
    Lot lot = certified(5_000);
    Intake intake = IntakeFixture.asked(town, station, lot, 3_000);
    assertThrows(NotAllowed.class, () -> intakes.agree(intake.id(), town.liaisonFor(farmer.id())));
    assertEquals(5_000, MassFixture.of(lot).freeGrams());
  }

  @Test
  void theDatabaseRefusesConsentByOnePersonToo() {
    Intake intake = IntakeFixture.taken(town, station, certified(5_000), 3_000);
    assertThrows(
        PersistenceException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        database
                            .createNativeQuery(
                                "update intake set decided_by = asked_by where id = ?1")
                            .setParameter(1, intake.id())
                            .executeUpdate()));
  }

  @Test
  void theSameHandOverAgreedTwiceAtOnceMovesTheGoodsOnce() {
    Lot lot = certified(5_000);
    Intake intake = IntakeFixture.asked(town, station, lot, 2_000);
    List<Boolean> agreed =
        Together.call(
            8,
            i ->
                () -> {
                  try {
                    intakes.agree(intake.id(), IntakeFixture.giver(town, lot));
                    return true;
                  } catch (WrongState settled) {
                    return false;
                  }
                });
    assertEquals(1, agreed.stream().filter(a -> a).count());
    assertEquals(3_000, MassFixture.of(lot).freeGrams());
    assertEquals(1, graph.descendantsOf(lot.id()).size());
  }

  @Test
  void collectorsWhoAgreeOnMoreThanThereIsGetNoGramTooMuch() {
    Lot lot = certified(5_000);
    List<Intake> asked =
        List.of(
            IntakeFixture.asked(town, station, lot, 3_000),
            IntakeFixture.asked(town, station, lot, 3_000));
    List<Boolean> agreed =
        Together.call(
            2,
            i ->
                () -> {
                  try {
                    intakes.agree(asked.get(i).id(), IntakeFixture.giver(town, lot));
                    return true;
                  } catch (MassExceeded refused) {
                    return false;
                  }
                });
    assertEquals(1, agreed.stream().filter(a -> a).count());
    assertEquals(2_000, MassFixture.of(lot).freeGrams());
  }

  @Test
  void moreThanTheLotIsNotAskedFor() {
    Lot lot = certified(5_000);
    InvalidInput refusal =
        assertThrows(InvalidInput.class, () -> IntakeFixture.asked(town, station, lot, 5_001));
    assertEquals("grams", refusal.details().get(0).pointer());
  }

  @Test
  void nobodyAgreesAfterTheLotWasStoppedOrRecalled() {
    Lot suspended = certified(5_000);
    Intake first = IntakeFixture.asked(town, station, suspended, 1_000);
    LotFixture.suspend(town, suspended);
    Lot recalled = certified(5_000);
    Intake second = IntakeFixture.asked(town, station, recalled, 1_000);
    LotFixture.recall(town, recalled);
    assertThrows(
        NotOffered.class, () -> intakes.agree(first.id(), IntakeFixture.giver(town, suspended)));
    assertThrows(
        NotOffered.class, () -> intakes.agree(second.id(), IntakeFixture.giver(town, recalled)));
    assertEquals(IntakeState.ASKED, IntakeFixture.again(first).state());
    assertEquals(5_000, MassFixture.of(suspended).freeGrams());
  }

  @Test
  void nobodyAgreesAfterTheCertificationRanOut() {
    Lot lot = certified(5_000);
    Intake intake = IntakeFixture.asked(town, station, lot, 1_000);
    clock.advance(Duration.ofDays(31));
    assertThrows(
        NotOffered.class, () -> intakes.agree(intake.id(), IntakeFixture.giver(town, lot)));
  }

  @Test
  void goodsOfACooperativeAreNotTakenInWithoutItsCertificate() {
    Producer cooperative = ProducerFixture.cooperative(town.village());
    Lot lot = LotFixture.draft(town, cooperative, peaches, 5_000);
    assertThrows(CommitmentMissing.class, () -> IntakeFixture.asked(town, station, lot, 1_000));
    commit(lot);
    Intake intake = IntakeFixture.taken(town, station, lot, 1_000);
    assertTrue(intake.isWithCertificate());
    assertEquals(certificateOf(lot).number(), intake.certificateNumber());
    assertTrue(intake.gaps().isEmpty());
  }

  @Test
  void aFarmersGoodsAreTakenInWithoutACertificateAndThatIsRecorded() {
    Intake intake = IntakeFixture.taken(town, station, certified(5_000), 1_000);
    assertFalse(intake.isWithCertificate());
    assertTrue(intake.gaps().isEmpty());
  }

  @Test
  void goodsThatAreNotCertifiedYetAreTakenInButNotUsedBefore() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, lot, 5_000));
    assertThrows(SourceNotValid.class, () -> repack(received, 5_000));
    LotFixture.certify(town, LotFixture.submit(town, lot));
    assertEquals(4_900, repack(received, 5_000).quantityGrams());
  }

  @Test
  void whatWasPassedOnIsNotCorrectedAway() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    IntakeFixture.taken(town, station, lot, 4_000);
    var less = new org.xiangpin.trace.LotFacts(peaches, null, lot.harvestedOn(), 3_999);
    assertThrows(
        MassExceeded.class, () -> lots.correct(lot.id(), less, town.liaisonFor(farmer.id()), null));
  }

  @Test
  void goodsTakenInAreUsedWithoutActingForTheFarmer() {
    Lot a = IntakeFixture.lot(IntakeFixture.taken(town, station, certified(5_000), 3_000));
    Lot b = IntakeFixture.lot(IntakeFixture.taken(town, station, certified(5_000), 2_000));
    Lot mixed =
        LineageFixture.make(
                StepKind.MERGE,
                station,
                town.liaisonFor(station.id()),
                List.of(of(a, 3_000), of(b, 2_000)),
                5_000)
            .get(0);
    assertEquals(4, graph.ancestorsOf(mixed.id()).size());
    assertEquals(0, MassFixture.of(a).freeGrams());
  }

  @Test
  void goodsTakenInAreNotUsedWhileTheirSourceIsStopped() {
    Lot lot = certified(5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, lot, 3_000));
    LotFixture.suspend(town, lot);
    assertThrows(SourceNotValid.class, () -> repack(received, 3_000));
  }

  @Test
  void aRecallOfTheSourceHoldsTheGoodsTakenIn() {
    Lot lot = certified(5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, lot, 3_000));
    recalls.open(lot.id(), "买家投诉", town.inspector());
    assertEquals(LotState.HELD, LotFixture.again(received).state());
    assertThrows(SourceNotValid.class, () -> repack(received, 3_000));
  }

  @Test
  void whoSellsGoodsAsTheyCameIssuesACertificateFirst() {
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, certified(5_000), 3_000));
    assertThrows(WrongState.class, () -> lots.submit(received.id(), town.liaisonFor(station.id())));
    commit(received);
    assertEquals(
        LotState.CERTIFIED, LotFixture.certify(town, LotFixture.submit(town, received)).state());
    assertEquals(3_000, MassFixture.of(received).freeGrams());
  }

  @Test
  void farmersAreNoCollectorsAndNobodyTakesHisOwn() {
    Producer other = ProducerFixture.farmer(town.village());
    assertThrows(
        InvalidInput.class, () -> IntakeFixture.asked(town, other, certified(5_000), 1_000));
    Lot own = LotFixture.certified(town, station, peaches, 5_000);
    assertThrows(InvalidInput.class, () -> IntakeFixture.asked(town, station, own, 1_000));
  }

  @Test
  void lotsOfAnotherCountyAreNotTakenIn() {
    Lot theirs = LotFixture.certified(TownFixture.create(), 5_000);
    assertThrows(InvalidInput.class, () -> IntakeFixture.asked(town, station, theirs, 1_000));
  }

  @Test
  void goodsFromOutsideBecomeAMarkedLotThatIsCertifiedBeforeItIsUsed() {
    Intake intake =
        IntakeFixture.outside(
            town, station, peaches, ProducerKind.COMPANY, IntakeFixture.paper(), 5_000);
    Lot lot = IntakeFixture.lot(intake);
    assertEquals("湖北省宜昌市", lot.outsideOrigin());
    assertTrue(intake.gaps().isEmpty());
    assertThrows(SourceNotValid.class, () -> repack(lot, 1_000));
    commit(lot);
    assertEquals("湖北省宜昌市", certificateOf(lot).origin());
    LotFixture.certify(town, LotFixture.submit(town, lot));
    Lot packed = repack(lot, 1_000);
    assertEquals("湖北省宜昌市", packed.outsideOrigin());
    assertTrue(packed.origin().endsWith("永固村、湖北省宜昌市"), packed.origin());
  }

  @Test
  void aCompanyFromOutsideMustGiveItsCertificateAlong() {
    assertThrows(
        PaperMissing.class,
        () -> IntakeFixture.outside(town, station, peaches, ProducerKind.COMPANY, null, 5_000));
    Intake farmers =
        IntakeFixture.outside(town, station, peaches, ProducerKind.FARMER, null, 5_000);
    assertFalse(farmers.isWithCertificate());
  }

  @Test
  void everyFieldThatAPaperLacksIsAGap() {
    LocalDate today = LineageFixture.today();
    assertTrue(IntakeFixture.paper().gaps().isEmpty());
    Paper blank = Paper.of(false, " ", null, "", null, "", "", null, today);
    assertEquals(List.of(Gap.values()), List.copyOf(blank.gaps()));
    assertThrows(
        InvalidInput.class,
        () -> Paper.of(true, "x", 1L, "x", today.plusDays(1), "x", "x", null, today));
    assertThrows(
        InvalidInput.class,
        () -> Paper.of(true, "x".repeat(129), 1L, "x", today, "x", "x", null, today));
  }

  @Test
  void anIncompleteCertificateIsReportedOnceAndAnsweredOnce() {
    Paper paper =
        Paper.of(true, "黄桃", 5_000L, "湖北", null, "宜昌果业", "", null, LineageFixture.today());
    Intake intake =
        IntakeFixture.outside(town, station, peaches, ProducerKind.COMPANY, paper, 5_000);
    assertEquals(List.of(Gap.ISSUED, Gap.CONTACT, Gap.BASIS), intake.gaps());
    CertificateReport report = intakes.report(intake.id(), "电话没写", town.liaisonFor(station.id()));
    assertThrows(
        WrongState.class, () -> intakes.report(intake.id(), "再报", town.liaisonFor(station.id())));
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.get("/console").then().body(containsString("不完整的合格证"));
    inspector
        .get("/console/certificate-reports")
        .then()
        .statusCode(200)
        .body(containsString("没有开具时间、没有联系方式、没有承诺依据"))
        .body(containsString("电话没写"));
    String path = "/console/certificate-reports/" + report.idText();
    TownFixture.signIn(TownFixture.create().inspector())
        .post(path, Map.of("answer", "不关我事"))
        .then()
        .statusCode(404);
    inspector.post(path, Map.of("answer", " ")).then().statusCode(422);
    inspector.post(path, Map.of("answer", "已让卖家补正")).then().statusCode(303);
    TownFixture.signIn(town.admin())
        .post(path, Map.of("answer", "第二个"))
        .then()
        .statusCode(422)
        .body(containsString("已经有人答复了"));
    TownFixture.signIn(town.liaison())
        .get("/console/intake/" + intake.idText())
        .then()
        .body(containsString("已让卖家补正"));
  }

  @Test
  void aCompleteCertificateIsNotReported() {
    Intake intake =
        IntakeFixture.outside(
            town, station, peaches, ProducerKind.COMPANY, IntakeFixture.paper(), 5_000);
    assertThrows(
        WrongState.class, () -> intakes.report(intake.id(), "", town.liaisonFor(station.id())));
  }

  @Test
  void whatWasCollectedIsKeptForSixMonthsAndTheDatabaseSaysSo() {
    Intake intake = IntakeFixture.taken(town, station, certified(5_000), 1_000);
    assertEquals(LineageFixture.today().plusMonths(6), intake.keepUntil());
    assertThrows(
        PersistenceException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        database
                            .createNativeQuery(
                                "update intake set keep_until = date_add(cast(decided_at as date),"
                                    + " interval 5 month) where id = ?1")
                            .setParameter(1, intake.id())
                            .executeUpdate()));
  }

  @Test
  void theCollectorAsksByTheLabelsLinkAndTheFarmersSideAgreesOnPages() {
    Lot lot = certified(5_000);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer.get("/console/intake/new").then().statusCode(200).body(containsString("永固服务站"));
    Map<String, String> fields = new HashMap<>();
    fields.put("collector", station.idText());
    fields.put("lot", "https://example.org" + lot.link().path() + "/21/0000?s=1");
    fields.put("grams", "4");
    String path = location(officer.post("/console/intake", fields));
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
  void goodsFromOutsideAreTypedInOnAPage() {
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer.get("/console/intake/outside").then().statusCode(200);
    Map<String, String> fields = new HashMap<>();
    fields.put("collector", station.idText());
    fields.put("sellerKind", "COMPANY");
    fields.put("sellerName", "宜昌果业");
    fields.put("origin", "湖北省宜昌市");
    fields.put("product", peaches.idText());
    fields.put("grams", "10");
    fields.put("harvestedOn", LineageFixture.today().toString());
    fields.put("withCertificate", "no");
    officer
        .post("/console/intake/outside", fields)
        .then()
        .statusCode(422)
        .body(containsString("不能收"));
    fields.put("withCertificate", "yes");
    fields.put("paperProduct", "黄桃");
    String path = location(officer.post("/console/intake/outside", fields));
    officer
        .get(path)
        .then()
        .statusCode(200)
        .body(containsString("不完整"))
        .body(containsString("value=\"report\""));
    officer.post(path, Map.of("step", "agree")).then().statusCode(422);
    officer.post(path, Map.of("step", "report")).then().statusCode(303);
    officer
        .get("/console/certificates?tab=collected")
        .then()
        .statusCode(200)
        .body(containsString(path));
  }

  @Test
  void issuedCertificatesAreListedWithTheDayUntilWhichTheyAreKept() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    commit(lot);
    CommitmentCertificate certificate = certificateOf(lot);
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

  private static String location(io.restassured.response.Response response) {
    return response
        .then()
        .statusCode(303)
        .extract()
        .header("Location")
        .replaceAll("^https?://[^/]+", "");
  }

  private Lot certified(long grams) {
    return LotFixture.certified(town, farmer, peaches, grams);
  }

  private Lot repack(Lot lot, long grams) {
    return LineageFixture.make(
            StepKind.REPACK,
            station,
            town.liaisonFor(station.id()),
            List.of(of(lot, grams)),
            grams - 100)
        .get(0);
  }

  private void commit(Lot lot) {
    lots.commit(
        lot.id(),
        CommitmentCertificate.Basis.OWN_TEST,
        "13900000000",
        town.liaisonFor(lot.producerId()));
  }

  private static CommitmentCertificate certificateOf(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> CommitmentCertificate.ofLot(lot.id()).orElseThrow());
  }
}
