package org.xiangpin.residue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.residue.ResidueStanding.Kind;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.spray.HarvestTooSoon;
import org.xiangpin.spray.SprayFixture;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.CommitmentCertificate.Basis;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;

/** What tests found, and what they stand in the way of. */
@QuarkusTest
class ResidueTest {

  private static final String CMA = "211700000001";
  private static final String OTHER_CMA = "211700000002";

  @Inject ResidueRecords records;
  @Inject LotService lots;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.submitted(town, 5_000);

  @Test
  void aTestBelowTheThresholdIsNoPositiveAndNeverNoResidue() {
    RapidTest test = test(499);
    assertFalse(test.isPositive());
    assertEquals("速测未见阳性", test.resultText(Lang.ZH));
    assertEquals(Kind.CLEAR, standing());
    assertEquals(LotState.CERTIFIED, LotFixture.certify(town, lot).state());
  }

  @Test
  void aPositiveTestThatWasNotRepeatedKeepsTheLotFromBeingVouchedFor() {
    assertTrue(test(500).isPositive());
    assertEquals(Kind.TO_REPEAT, standing());
    ResidueUnresolved refusal =
        assertThrows(ResidueUnresolved.class, () -> LotFixture.certify(town, lot));
    assertTrue(refusal.in(Lang.ZH).contains("50%"), refusal.in(Lang.ZH));
    assertThrows(
        ResidueUnresolved.class,
        () ->
            lots.commit(
                lot.id(), Basis.OWN_TEST, "19900009999", town.liaisonFor(lot.producerId())));
  }

  @Test
  void aRepeatThatIsNotPositiveResolvesIt() {
    RapidTest first = test(620);
    RapidTest repeat = test(120);
    assertEquals(first.id(), repeat.repeatsId());
    assertEquals(Kind.CLEAR, standing());
    assertEquals(LotState.CERTIFIED, LotFixture.certify(town, lot).state());
  }

  @Test
  void afterTwoPositivesOnlyALaboratoryResolvesIt() {
    test(620);
    test(700);
    test(10);
    assertEquals(Kind.TO_LABORATORY, standing());
    assertThrows(ResidueUnresolved.class, () -> LotFixture.certify(town, lot));
    ResidueFixture.report(lot, true, CMA, "R-1", town.inspector());
    assertEquals(Kind.PASSED, standing());
    assertEquals(LotState.CERTIFIED, LotFixture.certify(town, lot).state());
  }

  @Test
  void aSampleThatWasDrawnBeforeThePositiveTestSaysNothingOfIt() {
    Lot old = harvestedYesterday();
    LocalDate yesterday = Times.today(clock).minusDays(1);
    ResidueFixture.test(old, 620, town.inspector());
    records.report(
        old.id(), ResidueFixture.facts(true, CMA, "R-2", yesterday), null, town.inspector());
    assertEquals(Kind.TO_REPEAT, standing(old));
  }

  @Test
  void aTestByAnotherMethodIsNoRepeat() {
    test(620);
    RapidTest gold =
        records.test(
            lot.id(),
            new RapidTest.Facts(RapidMethod.COLLOIDAL_GOLD, "试纸", 0, "王检测", Times.now(clock)),
            town.inspector());
    assertNull(gold.repeatsId());
    assertEquals(Kind.TO_REPEAT, standing());
  }

  @Test
  void aFailingReportStaysInTheWayUntilAnotherLaboratoryOverturnsIt() {
    LabReport failed = ResidueFixture.report(lot, false, CMA, "R-3", town.inspector());
    assertEquals(Kind.FAILED, standing());
    ResidueFixture.report(lot, true, OTHER_CMA, "R-4", town.inspector());
    assertEquals(Kind.FAILED, standing());
    assertThrows(ResidueUnresolved.class, () -> LotFixture.certify(town, lot));
    LocalDate today = Times.today(clock);
    assertThrows(
        InvalidInput.class,
        () ->
            records.report(
                lot.id(),
                ResidueFixture.facts(true, CMA, "R-5", today),
                failed.id(),
                town.admin()));
    records.report(
        lot.id(), ResidueFixture.facts(true, OTHER_CMA, "R-6", today), failed.id(), town.admin());
    assertEquals(Kind.PASSED, standing());
  }

  @Test
  void aFailingReportRecallsNothingByItself() {
    Lot certified = LotFixture.certify(town, lot);
    ResidueFixture.report(certified, false, CMA, "R-7", town.inspector());
    assertEquals(LotState.CERTIFIED, LotFixture.again(certified).state());
    Lot suspended = LotFixture.suspend(town, certified);
    assertThrows(
        ResidueUnresolved.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> certifications().lift(suspended.id(), "查过了", town.otherInspector())));
  }

  @Test
  void aMadeLotAnswersForTheTestsAndSpraysOfItsSources() {
    Lot source = LotFixture.certify(town, lot);
    Lot made =
        LineageFixture.make(
                StepKind.REPACK,
                ProducerFixture.farmer(town.village()),
                town.liaison(),
                List.of(LineageFixture.of(source, 1_000)),
                1_000)
            .get(0);
    SprayFixture.spray(
        source.producer(),
        source.plot(),
        SprayFixture.pesticide(town.county(), 14),
        source.harvestedOn(),
        town.liaisonFor(source.producerId()));
    assertThrows(HarvestTooSoon.class, () -> commit(made));
    ResidueFixture.report(source, false, CMA, "R-8", town.inspector());
    assertEquals(
        source.code(),
        assertThrows(ResidueUnresolved.class, () -> bar().against(made).ifPresent(this::raise))
            .in(Lang.ZH)
            .substring(3, 13));
  }

  @Test
  void ofTwoTestsAtTheSameMomentOneRepeatsTheOther() {
    for (int round = 0; round < 5; round++) {
      Lot raced = LotFixture.submitted(town, 5_000);
      List<RapidTest> both =
          Together.call(
              2,
              i ->
                  () ->
                      records.test(
                          raced.id(),
                          ResidueFixture.facts(600 + i, raced.changedAt()),
                          town.inspector()));
      assertEquals(1, both.stream().filter(t -> t.repeatsId() != null).count());
      assertEquals(Kind.TO_LABORATORY, standing(raced));
    }
  }

  @Test
  void aMadeLotDoesNotAnswerForTheFieldsOfWhoMadeIt() {
    Lot source = LotFixture.certify(town, lot);
    Producer packer = ProducerFixture.farmer(town.village());
    Lot made =
        LineageFixture.make(
                StepKind.REPACK,
                packer,
                town.liaison(),
                List.of(LineageFixture.of(source, 1_000)),
                1_000)
            .get(0);
    SprayFixture.spray(
        packer,
        null,
        SprayFixture.pesticide(town.county(), 14),
        source.harvestedOn(),
        town.liaisonFor(packer.id()));
    commit(made);
    boolean committed =
        QuarkusTransaction.requiringNew()
            .call(() -> CommitmentCertificate.ofLot(made.id()).isPresent());
    assertTrue(committed);
  }

  @Test
  void valuesTimesAndNamesThatCannotBeAreRefused() {
    Instant now = Times.now(clock);
    for (int permille : new int[] {-1, 1001}) {
      assertRefused("value", ResidueFixture.facts(permille, now));
    }
    assertRefused("testedOn", ResidueFixture.facts(10, now.plusSeconds(60)));
    assertRefused("testedOn", ResidueFixture.facts(10, now.minusSeconds(3 * 86_400)));
    assertRefused(
        "operator", new RapidTest.Facts(RapidMethod.ENZYME_INHIBITION, "仪器", 10, " ", now));
    assertRefused("kit", new RapidTest.Facts(RapidMethod.ENZYME_INHIBITION, null, 10, "王", now));
    assertRefused("method", new RapidTest.Facts(null, "仪器", 10, "王", now));
  }

  @Test
  void reportsThatContradictThemselvesAreRefused() {
    LocalDate today = Times.today(clock);
    List<LabItem> over = LabItem.parse("毒死蜱 0.06 0.05");
    assertReportRefused("passed", new LabReport.Facts("中心", CMA, "R", today, today, true, over));
    assertReportRefused("passed", new LabReport.Facts("中心", CMA, "R", today, today, null, over));
    assertReportRefused(
        "issuedOn", new LabReport.Facts("中心", CMA, "R", today, today.plusDays(1), false, over));
    assertReportRefused(
        "sampledOn", new LabReport.Facts("中心", CMA, "R", today, today.minusDays(1), false, over));
    assertReportRefused(
        "sampledOn", new LabReport.Facts("中心", CMA, "R", today.minusDays(9), today, false, over));
    assertReportRefused(
        "cmaNumber", new LabReport.Facts("中心", "没有", "R", today, today, false, over));
    for (String items : new String[] {"", "毒死蜱 0.02", "毒死蜱 -1 0.05", "毒死蜱 0.02 0", "a b c"}) {
      assertThrows(InvalidInput.class, () -> LabItem.parse(items), items);
    }
  }

  @Test
  void theSameReportIsTakenOnce() {
    ResidueFixture.report(lot, true, CMA, "R-9", town.inspector());
    assertThrows(
        WrongState.class, () -> ResidueFixture.report(lot, true, CMA, "R-9", town.inspector()));
  }

  @Test
  void testsAndReportsAreStepsOfTheLotInThePublicLog() {
    test(125);
    ResidueFixture.report(lot, true, CMA, "R-10", town.inspector());
    List<TraceEvent> steps = QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id()));
    for (TraceEventType type : List.of(TraceEventType.TESTED, TraceEventType.LAB_REPORTED)) {
      TraceEvent step = steps.stream().filter(e -> e.type() == type).findFirst().orElseThrow();
      assertNotNull(step.logPlace());
    }
  }

  @Test
  void theFactsForTheLogTellTheResultAndNobodysName() {
    String facts = test(125).facts().toString();
    assertTrue(facts.contains("valuePermille=125"), facts);
    assertTrue(facts.contains("thresholdPermille=500"), facts);
    assertTrue(facts.contains("NO_POSITIVE"), facts);
    assertFalse(facts.contains("王检测"), facts);
  }

  private RapidTest test(int permille) {
    return ResidueFixture.test(lot, permille, town.inspector());
  }

  private Kind standing() {
    return standing(lot);
  }

  private static Kind standing(Lot of) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ResidueStanding.of(RapidTest.of(List.of(of.id())), LabReport.of(List.of(of.id())))
                    .kind());
  }

  private Lot harvestedYesterday() {
    return lots.enter(
        lot.producer(),
        new org.xiangpin.trace.LotFacts(
            lot.product(), lot.plot(), Times.today(clock).minusDays(1), 5_000),
        town.liaisonFor(lot.producerId()));
  }

  private void commit(Lot made) {
    lots.commit(
        made.id(), Basis.QUALITY_CONTROL, "19900009999", town.liaisonFor(made.producerId()));
  }

  private void raise(RuntimeException refusal) {
    throw refusal;
  }

  private static ResidueBar bar() {
    return io.quarkus.arc.Arc.container().instance(ResidueBar.class).get();
  }

  private static org.xiangpin.trace.CertificationService certifications() {
    return io.quarkus.arc.Arc.container()
        .instance(org.xiangpin.trace.CertificationService.class)
        .get();
  }

  private void assertRefused(String field, RapidTest.Facts facts) {
    InvalidInput refusal =
        assertThrows(InvalidInput.class, () -> records.test(lot.id(), facts, town.inspector()));
    assertNotNull(refusal.at(field, Lang.ZH), refusal.in(Lang.ZH));
  }

  private void assertReportRefused(String field, LabReport.Facts facts) {
    InvalidInput refusal =
        assertThrows(
            InvalidInput.class, () -> records.report(lot.id(), facts, null, town.inspector()));
    assertNotNull(refusal.at(field, Lang.ZH), refusal.in(Lang.ZH));
  }
}
