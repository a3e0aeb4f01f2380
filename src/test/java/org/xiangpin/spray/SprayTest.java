package org.xiangpin.spray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.Actor;
import org.xiangpin.account.TownFixture;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.CertificationService;
import org.xiangpin.trace.CommitmentCertificate.Basis;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;

/** What was sprayed, and what it keeps from being harvested and vouched for. */
@QuarkusTest
class SprayTest {

  @Inject LotService lots;
  @Inject CertificationService certification;
  @Inject SprayRecords records;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Plot orchard = ProducerFixture.plot(farmer);
  private final Product peaches = ProducerFixture.product(town.county());
  private final Actor liaison = town.liaisonFor(farmer.id());
  private final Pesticide fourteenDays = SprayFixture.pesticide(town.county(), 14);

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aHarvestBeforeTheSafeDayIsRefusedAndOnThatDayItIsNot() {
    spray(orchard, daysAgo(13));
    HarvestTooSoon refusal = assertThrows(HarvestTooSoon.class, () -> enter(orchard, today()));
    String told = refusal.in(Lang.ZH);
    assertTrue(told.contains("吡虫啉"), told);
    assertTrue(told.contains("桃园"), told);
    assertTrue(told.contains("14 天"), told);
    assertTrue(told.contains(Lang.ZH.date(daysAgo(13))), told);
    assertTrue(told.contains(Lang.ZH.date(daysAgo(-1))), told);
    assertNotNull(refusal.at("harvestedOn", Lang.EN));
    clock.advance(java.time.Duration.ofDays(1));
    assertNotNull(enter(orchard, today()));
  }

  @Test
  void aHarvestBeforeTheSprayIsNotTouchedByIt() {
    spray(orchard, daysAgo(1));
    assertNotNull(enter(orchard, daysAgo(2)));
    assertThrows(HarvestTooSoon.class, () -> enter(orchard, daysAgo(1)));
  }

  @Test
  void anotherPlotOfTheFarmerIsHarvestedAsBefore() {
    spray(orchard, daysAgo(1));
    assertNotNull(enter(ProducerFixture.plot(farmer), today()));
  }

  @Test
  void aSprayWithoutPlotCountsForAllPlotsOfTheCropAndForNoOtherCrop() {
    spray(null, daysAgo(1));
    assertThrows(HarvestTooSoon.class, () -> enter(orchard, today()));
    assertThrows(HarvestTooSoon.class, () -> enter(null, today()));
    Product greens =
        ProducerFixture.product(town.county(), "010409", "青菜", "Greens", null, "vegetables");
    assertNotNull(lots.enter(farmer, new LotFacts(greens, null, today(), 5_000), liaison));
  }

  @Test
  void aHarvestFromNoOnePlotAnswersForAllOfThem() {
    spray(orchard, daysAgo(1));
    assertThrows(HarvestTooSoon.class, () -> enter(null, today()));
  }

  @Test
  void aPesticideForAllVegetablesCountsForLeafyOnes() {
    Pesticide forVegetables = SprayFixture.pesticide(town.county(), "0104", "阿维菌素", 7);
    SprayFixture.spray(farmer, null, forVegetables, daysAgo(1), liaison);
    Product greens =
        ProducerFixture.product(town.county(), "010409", "青菜", "Greens", null, "vegetables");
    assertThrows(
        HarvestTooSoon.class,
        () -> lots.enter(farmer, new LotFacts(greens, null, today(), 5_000), liaison));
    assertNotNull(enter(orchard, today()));
  }

  @Test
  void aCorrectedDayOfHarvestIsJudgedAgain() {
    spray(orchard, daysAgo(5));
    Lot lot = enter(orchard, daysAgo(6));
    LotFacts later = new LotFacts(peaches, orchard, today(), 5_000);
    assertThrows(HarvestTooSoon.class, () -> lots.correct(lot.id(), later, liaison, null));
    assertEquals(daysAgo(6), LotFixture.again(lot).harvestedOn());
  }

  @Test
  void aSprayWrittenDownAfterTheHarvestKeepsTheLotFromBeingVouchedFor() {
    Lot lot = enter(orchard, today());
    LotFixture.submit(town, lot);
    spray(orchard, daysAgo(3));
    assertThrows(HarvestTooSoon.class, () -> certify(lot));
    assertThrows(
        HarvestTooSoon.class,
        () -> lots.commit(lot.id(), Basis.QUALITY_CONTROL, "19900009999", liaison));
  }

  @Test
  void aSuspendedLotIsNotLiftedOverASprayThatWasWrittenDownMeanwhile() {
    Lot lot = LotFixture.suspend(town, certified());
    spray(orchard, daysAgo(3));
    assertThrows(
        HarvestTooSoon.class, () -> certification.lift(lot.id(), "没问题", town.otherInspector()));
  }

  @Test
  void aBannedActiveIsWrittenDownAndKeepsTheGoodsFromSaleForGood() {
    Pesticide banned = SprayFixture.pesticide(town.county(), "010302", "40% 甲胺磷", 0);
    Spray spray = SprayFixture.spray(farmer, orchard, banned, daysAgo(90), liaison);
    assertTrue(spray.isBanned());
    assertThrows(BannedActiveUsed.class, () -> enter(orchard, today()));
  }

  @Test
  void aBanHoldsFromItsFirstDayAndOnTheCropsItNames() {
    assertFalse(BannedActives.contain("克百威", "0101", LocalDate.of(2026, 5, 31)));
    assertTrue(BannedActives.contain("克百威", "0101", LocalDate.of(2026, 6, 1)));
    assertTrue(BannedActives.contain("毒死蜱", "010409", LocalDate.of(2026, 6, 1)));
    assertFalse(BannedActives.contain("毒死蜱", "010302", LocalDate.of(2026, 6, 1)));
    assertTrue(BannedActives.contain("吡虫啉 2%、毒死蜱 20%", "0104", LocalDate.of(2026, 6, 1)));
    assertFalse(BannedActives.contain("甲基毒死蜱", "0104", LocalDate.of(2026, 6, 1)));
  }

  @Test
  void aCorrectionHoldsInThePlaceOfTheWrongRecordWhichStays() {
    Spray wrong = spray(orchard, daysAgo(3));
    records.correct(
        farmer,
        wrong.id(),
        SprayFixture.facts(fourteenDays, orchard, daysAgo(30)),
        "日子记错",
        liaison);
    assertNotNull(enter(orchard, today()));
    List<Spray> all = QuarkusTransaction.requiringNew().call(() -> Spray.of(farmer, null).items());
    assertEquals(2, all.size());
    assertEquals(wrong.id(), all.get(0).correctsId());
  }

  @Test
  void whatNeverWasIsWithdrawnWithAReasonAndOnce() {
    Spray wrong = spray(orchard, daysAgo(3));
    assertThrows(InvalidInput.class, () -> records.withdraw(farmer, wrong.id(), " ", liaison));
    Spray none = records.withdraw(farmer, wrong.id(), "记到别家去了", liaison);
    assertNotNull(enter(orchard, today()));
    assertThrows(WrongState.class, () -> records.withdraw(farmer, wrong.id(), "再来一次", liaison));
    assertThrows(WrongState.class, () -> records.withdraw(farmer, none.id(), "撤回撤回", liaison));
  }

  @Test
  void ofTwoCorrectionsAtTheSameMomentOneIsTaken() {
    for (int round = 0; round < 5; round++) {
      Spray wrong = spray(orchard, daysAgo(40));
      List<Boolean> taken =
          Together.call(
              2,
              i ->
                  () -> {
                    try {
                      records.withdraw(farmer, wrong.id(), "记错" + i, liaison);
                      return true;
                    } catch (WrongState late) {
                      return false;
                    }
                  });
      assertEquals(1, taken.stream().filter(t -> t).count());
    }
  }

  @Test
  void daysThatCannotBeAreRefused() {
    assertRefused("sprayedOn", orchard, today().plusDays(1), 1);
    assertRefused("sprayedOn", orchard, today().minusYears(2).minusDays(1), 1);
    assertRefused("sprayedOn", orchard, null, 1);
    Plot young = workedSince(daysAgo(10));
    assertRefused("sprayedOn", young, daysAgo(11), 1);
    assertNotNull(SprayFixture.spray(farmer, young, fourteenDays, daysAgo(10), liaison));
  }

  @Test
  void nothingIsHarvestedFromAPlotBeforeItWasWorked() {
    Plot young = workedSince(daysAgo(10));
    InvalidInput refusal = assertThrows(InvalidInput.class, () -> enter(young, daysAgo(11)));
    assertNotNull(refusal.at("harvestedOn", Lang.ZH));
  }

  @Test
  void dosesThatCannotBeAreRefused() {
    assertRefused("dose", orchard, today(), 0);
    assertRefused("dose", orchard, today(), -1);
    assertRefused("dose", orchard, today(), Spray.MOST_DOSE + 1);
  }

  @Test
  void aPlotOfAnotherAndAPesticideOfAnotherCountyAreAsIfTheyWereNotThere() {
    Plot neighbours = ProducerFixture.plot(ProducerFixture.farmer(town.village()));
    assertThrows(NotFound.class, () -> spray(neighbours, today()));
    Pesticide foreign = SprayFixture.pesticide(TownFixture.create().county(), 7);
    assertThrows(
        NotFound.class, () -> SprayFixture.spray(farmer, orchard, foreign, today(), liaison));
    Spray mine = spray(orchard, daysAgo(20));
    Producer other = ProducerFixture.farmer(town.village());
    assertThrows(NotFound.class, () -> records.withdraw(other, mine.id(), "不是我的", liaison));
  }

  @Test
  void theSprayKeepsThePesticideAsItStood() {
    Spray spray = spray(orchard, daysAgo(20));
    QuarkusTransaction.requiringNew()
        .run(() -> Pesticide.<Pesticide>findById(fourteenDays.id()).end(clock));
    Spray again = QuarkusTransaction.requiringNew().call(() -> Spray.findById(spray.id()));
    assertEquals(14, again.intervalDays());
    Pesticide ended =
        QuarkusTransaction.requiringNew().call(() -> Pesticide.findById(fourteenDays.id()));
    assertThrows(
        InvalidInput.class, () -> SprayFixture.spray(farmer, orchard, ended, today(), liaison));
  }

  private Spray spray(Plot plot, LocalDate day) {
    return SprayFixture.spray(farmer, plot, fourteenDays, day, liaison);
  }

  private Lot enter(Plot plot, LocalDate day) {
    return lots.enter(farmer, new LotFacts(peaches, plot, day, 5_000), liaison);
  }

  private void certify(Lot lot) {
    certification.certify(lot.id(), today().plusDays(30), town.inspector());
  }

  private Lot certified() {
    Lot lot = enter(orchard, today());
    LotFixture.submit(town, lot);
    certify(lot);
    return lot;
  }

  private Plot workedSince(LocalDate day) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Plot plot = new Plot(farmer, "新桃园", farmer.regionCode(), 1_000);
              plot.workedSince(day, today());
              plot.persist();
              return plot;
            });
  }

  private void assertRefused(String field, Plot plot, LocalDate day, long dose) {
    SprayFacts facts = new SprayFacts(fourteenDays, plot, dose, DoseUnit.G, day);
    Refusal refusal =
        assertThrows(InvalidInput.class, () -> records.record(farmer, facts, liaison));
    assertNotNull(refusal.at(field, Lang.ZH), refusal.in(Lang.ZH));
  }

  private LocalDate daysAgo(int days) {
    return today().minusDays(days);
  }

  private LocalDate today() {
    return Times.today(clock);
  }
}
