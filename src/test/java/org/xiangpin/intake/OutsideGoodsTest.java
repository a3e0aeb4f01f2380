package org.xiangpin.intake;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.epcis.EpcisEvents;
import org.xiangpin.lineage.IncomingCheck.Gap;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.SourceNotValid;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.tracelog.LogFixture;
import org.xiangpin.tracelog.TraceLog;

/** Goods of a seller who has no lots here, and what their certificates lack. */
@QuarkusTest
class OutsideGoodsTest {

  @Inject IntakeService intakes;
  @Inject TraceLog log;
  @Inject EpcisEvents events;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void goodsFromOutsideBecomeAMarkedLotThatIsCertifiedBeforeItIsUsed() {
    Intake intake =
        IntakeFixture.outside(
            town, station, peaches, ProducerKind.COMPANY, IntakeFixture.paper(), 5_000);
    Lot lot = IntakeFixture.lot(intake);
    assertEquals("湖北省宜昌市", lot.outsideOrigin());
    assertTrue(intake.gaps().isEmpty());
    assertThrows(SourceNotValid.class, () -> IntakeFixture.repack(town, station, lot, 1_000));
    IntakeFixture.commit(town, lot);
    assertEquals("湖北省宜昌市", IntakeFixture.certificateOf(lot).origin());
    LotFixture.certify(town, LotFixture.submit(town, lot));
    Lot packed = IntakeFixture.repack(town, station, lot, 1_000);
    assertEquals("湖北省宜昌市", packed.outsideOrigin());
    assertTrue(packed.origin().endsWith("永固村、湖北省宜昌市"), packed.origin());
  }

  @Test
  void whereItGrewIsInThePublicLogAsASaltedHashOnly() {
    Lot lot = IntakeFixture.lot(grownAt("宜昌市张三家"));
    LogFixture.sign();
    TraceEvent step = QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id())).get(0);
    assertEquals(TraceEventType.TAKEN_IN, step.type());
    assertEquals("宜昌市张三家", step.reason());
    String leaf =
        new String(
            Base64.getDecoder()
                .decode(
                    log.prove(log.provenIndexOf(step.logPlace()).orElseThrow())
                        .flatMap(LogProof::extra)
                        .orElseThrow()),
            StandardCharsets.UTF_8);
    assertTrue(leaf.contains("\"outside\":{\"grams\":5000}"), leaf);
    assertFalse(leaf.contains("张三"), leaf);
    String event = events.find(step.epcisId()).orElseThrow().json();
    assertFalse(event.contains("张三"), event);
  }

  @Test
  void ofManyPlacesOnlyWholeOnesAreNamed() {
    String far = "省".repeat(158);
    Lot a = sold(grownAt(far));
    Lot b = sold(grownAt("𠮷林"));
    Lot mixed =
        LineageFixture.make(
                StepKind.MERGE,
                station,
                town.liaisonFor(station.id()),
                List.of(LineageFixture.of(a, 1_000), LineageFixture.of(b, 1_000)),
                2_000)
            .get(0);
    assertEquals(far, mixed.outsideOrigin());
  }

  @Test
  void aPlaceHasAWord() {
    for (String none : new String[] {null, " ", "、", "——"}) {
      InvalidInput refusal = assertThrows(InvalidInput.class, () -> grownAt(none));
      assertEquals("origin", refusal.details().get(0).pointer());
    }
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
    String path = IntakeFixture.location(officer.post("/console/intake/outside", fields));
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

  private Intake grownAt(String origin) {
    return IntakeFixture.grownAt(origin, town, station, peaches, 5_000);
  }

  /** Committed to and certified, as goods from outside must be. */
  private Lot sold(Intake intake) {
    Lot lot = IntakeFixture.lot(intake);
    IntakeFixture.commit(town, lot);
    return LotFixture.certify(town, LotFixture.submit(town, lot));
  }
}
