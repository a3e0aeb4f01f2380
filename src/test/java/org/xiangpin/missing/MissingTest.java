package org.xiangpin.missing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.intake.IntakeFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;

/** What is missing: each kind appears, says what to do, and goes when it is done. */
@QuarkusTest
class MissingTest {

  @Inject MissingPapers papers;
  @Inject LotService lots;
  @Inject EntityManager database;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer cooperative = ProducerFixture.cooperative(town.village());

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aCooperativesLotLacksItsCertificateUntilItIsIssued() {
    Lot lot = LotFixture.draft(town, cooperative, peaches, 5_000);
    LotFixture.draft(town, farmer, peaches, 5_000);
    assertEquals(List.of(lot.id()), found(MissingKind.CERTIFICATE));
    commit(lot);
    assertEquals(List.of(), found(MissingKind.CERTIFICATE));
  }

  @Test
  void aMixtureLacksItsCertificateAndGoodsInStoreDoNot() {
    Lot lot = LotFixture.certified(town, farmer, peaches, 5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, cooperative, lot, 2_000));
    assertEquals(List.of(), found(MissingKind.CERTIFICATE));
    Lot packed =
        LineageFixture.make(
                StepKind.REPACK,
                farmer,
                town.liaisonFor(farmer.id()),
                List.of(LineageFixture.of(received, 2_000)),
                2_000)
            .get(0);
    assertEquals(List.of(packed.id()), found(MissingKind.CERTIFICATE));
  }

  @Test
  void aCertificateThatLacksSomethingIsListed() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    commit(lot);
    assertEquals(List.of(), found(MissingKind.CERTIFICATE_GAPS));
    sql("update commitment_certificate set contact = '' where lot_id = ?1", lot.id());
    assertEquals(List.of(lot.id()), found(MissingKind.CERTIFICATE_GAPS));
  }

  @Test
  void aHarvestWithoutAPlotIsListedAsLongAsItCanBeMended() {
    Lot lot =
        lots.enter(
            farmer,
            new LotFacts(peaches, null, LineageFixture.today(), 5_000),
            town.liaisonFor(farmer.id()));
    assertEquals(List.of(lot.id()), found(MissingKind.PLOT));
    LotFixture.submit(town, lot);
    assertEquals(List.of(), found(MissingKind.PLOT));
  }

  @Test
  void aCertificationThatRanOutIsListedWhileGoodsAreLeft() {
    Lot lot = LotFixture.certified(town, farmer, peaches, 5_000);
    assertEquals(List.of(), found(MissingKind.EXPIRED));
    clock.advance(Duration.ofDays(31));
    assertEquals(List.of(lot.id()), found(MissingKind.EXPIRED));
    LineageFixture.service()
        .lose(StepKind.DESTROYED, lot.id(), 5_000, "过期", town.liaisonFor(farmer.id()));
    assertEquals(List.of(), found(MissingKind.EXPIRED));
  }

  @Test
  void phoneCreditCodeAndAddressAreAskedForAndEnteredOnThePage() {
    sql("update producer set phone = null where id = ?1", cooperative.id());
    assertEquals(List.of(cooperative.id()), found(MissingKind.CONTACT));
    assertEquals(List.of(cooperative.id()), found(MissingKind.DETAILS));
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    String page = "/console/producers/" + cooperative.idText();
    officer
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString("缺什么"))
        .body(containsString("照营业执照补上"));
    officer
        .post(
            page + "/details",
            Map.of("phone", "13900000000", "creditCode", "91430722MA4L16JQ9X", "address", "永固村1号"))
        .then()
        .statusCode(422)
        .body(containsString("18 位"));
    officer
        .post(
            page + "/details",
            Map.of("phone", "13900000000", "creditCode", "91430722MA4L16JQ98", "address", "永固村1号"))
        .then()
        .statusCode(303);
    officer.get(page).then().body(not(containsString("照营业执照补上")));
    assertEquals(List.of(), found(MissingKind.CONTACT));
    assertEquals(List.of(), found(MissingKind.DETAILS));
  }

  @Test
  void goodsTakenInWithoutOrWithAnIncompleteCertificateAreListed() {
    Lot lot = LotFixture.certified(town, farmer, peaches, 5_000);
    var without = IntakeFixture.taken(town, cooperative, lot, 1_000);
    assertEquals(List.of(without.id()), found(MissingKind.INTAKE_WITHOUT));
    var gaps = IntakeFixture.incomplete(town, cooperative, peaches, 1_000);
    assertEquals(List.of(gaps.id()), found(MissingKind.INTAKE_GAPS));
    IntakeFixture.service().report(gaps.id(), "", town.liaisonFor(cooperative.id()));
    assertEquals(List.of(), found(MissingKind.INTAKE_GAPS));
  }

  @Test
  void theListShowsWhatIsMissingInOnesOwnRegionOnly() {
    Lot lot = LotFixture.draft(town, cooperative, peaches, 5_000);
    TownFixture.signIn(town.inspector())
        .get("/console/missing?kind=CERTIFICATE")
        .then()
        .statusCode(200)
        .body(containsString(lot.code()))
        .body(containsString("去开承诺达标合格证"));
    TownFixture.signIn(TownFixture.create().inspector())
        .get("/console/missing?kind=CERTIFICATE")
        .then()
        .statusCode(200)
        .body(containsString("什么都不缺"));
  }

  @Test
  void everyKindLeadsToAPageThatIsThere() {
    LotFixture.draft(town, cooperative, peaches, 5_000);
    Lot plotless =
        lots.enter(
            farmer,
            new LotFacts(peaches, null, LineageFixture.today(), 5_000),
            town.liaisonFor(farmer.id()));
    Lot gaps = LotFixture.draft(town, farmer, peaches, 5_000);
    commit(gaps);
    sql("update commitment_certificate set contact = '' where lot_id = ?1", gaps.id());
    sql("update producer set phone = null where id = ?1", farmer.id());
    IntakeFixture.taken(
        town, cooperative, LotFixture.certified(town, farmer, peaches, 5_000), 1_000);
    IntakeFixture.incomplete(town, cooperative, peaches, 1_000);
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    for (MissingKind kind : MissingKind.values()) {
      if (kind != MissingKind.EXPIRED) {
        List<MissingPapers.Item> items = items(kind);
        assertTrue(!items.isEmpty(), kind.name());
        officer.get(items.get(0).href()).then().statusCode(200);
      }
    }
    assertEquals(plotless.id(), items(MissingKind.PLOT).get(0).about());
  }

  private List<Long> found(MissingKind kind) {
    return items(kind).stream().map(MissingPapers.Item::about).toList();
  }

  private List<MissingPapers.Item> items(MissingKind kind) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              ProducerScope scope =
                  new ProducerScope("p.regionCode = :village", Map.of("village", town.village()));
              List<MissingPapers.Item> items = papers.find(scope, kind, 50);
              assertEquals(items.size(), papers.count(scope, kind));
              return items;
            });
  }

  private void sql(String statement, Object value) {
    QuarkusTransaction.requiringNew()
        .run(() -> database.createNativeQuery(statement).setParameter(1, value).executeUpdate());
  }

  private void commit(Lot lot) {
    lots.commit(
        lot.id(),
        CommitmentCertificate.Basis.OWN_TEST,
        "13900000000",
        town.liaisonFor(lot.producerId()));
  }
}
