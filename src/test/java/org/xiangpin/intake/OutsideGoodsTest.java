package org.xiangpin.intake;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.IncomingCheck.Gap;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.SourceNotValid;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Goods of a seller who has no lots here, and what their certificates lack. */
@QuarkusTest
class OutsideGoodsTest {

  @Inject IntakeService intakes;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());

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
}
