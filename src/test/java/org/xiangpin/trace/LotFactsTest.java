package org.xiangpin.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.Actor;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.CommitmentCertificate.Basis;

/** What the producer's side states about a lot, and the promise it gives. */
@QuarkusTest
class LotFactsTest {

  @Inject LotService lots;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Product product = ProducerFixture.product(town.county());
  private final Actor liaison = town.liaisonFor(farmer.id());

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void refusesAHarvestInTheFutureJudgedInChina() {
    clock.set(Instant.parse("2026-08-06T16:30:00Z"));
    LocalDate todayInChina = LocalDate.of(2026, 8, 7);
    enter(todayInChina, 5_000);
    assertRefused("harvestedOn", () -> enter(todayInChina.plusDays(1), 5_000));
    assertRefused("harvestedOn", () -> enter(todayInChina.minusYears(2).minusDays(1), 5_000));
    assertRefused("harvestedOn", () -> enter(null, 5_000));
  }

  @Test
  void refusesAWeightOfNothingLessOrTooMuch() {
    LocalDate today = LotFixture.today();
    for (long grams : new long[] {0, -1, 10_000_000_001L, 1_000_000_000_000_000L}) {
      assertRefused("quantity", () -> enter(today, grams));
    }
    assertEquals(10_000_000_000L, enter(today, 10_000_000_000L).quantityGrams());
    assertEquals(1, enter(today, 1).quantityGrams());
  }

  @Test
  void refusesAPlotOfAnotherProducer() {
    Plot neighbours = ProducerFixture.plot(ProducerFixture.farmer(town.village()));
    LotFacts facts = new LotFacts(product, neighbours, LotFixture.today(), 5_000);
    assertRefused("plot", () -> lots.enter(farmer, facts, liaison));
  }

  @Test
  void refusesAProductOfAnotherCounty() {
    Product foreign = ProducerFixture.product(TownFixture.create().county());
    LotFacts facts = new LotFacts(foreign, null, LotFixture.today(), 5_000);
    assertRefused("product", () -> lots.enter(farmer, facts, liaison));
  }

  @Test
  void aLotsCodeHasNoLettersThatLookLikeDigits() {
    for (int i = 0; i < 50; i++) {
      String code = enter(LotFixture.today(), 5_000).code();
      assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{10}"), code);
    }
  }

  @Test
  void aMistakeIsFollowedByACorrectionAndBothStay() {
    Lot lot = enter(LotFixture.today(), 5_000);
    lots.correct(lot.id(), facts(7_500), liaison, "少称了一筐");
    assertEquals(7_500, LotFixture.again(lot).quantityGrams());
    List<TraceEvent> events = QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id()));
    assertEquals(TraceEventType.HARVESTED, events.get(0).type());
    assertEquals(5_000, events.get(0).quantityGrams());
    assertEquals(TraceEventType.CORRECTED, events.get(1).type());
    assertEquals(7_500, events.get(1).quantityGrams());
    assertEquals("少称了一筐", events.get(1).reason());
  }

  @Test
  void refusesChangesOnceSubmitted() {
    Lot lot = LotFixture.submit(town, enter(LotFixture.today(), 5_000));
    assertThrows(WrongState.class, () -> lots.correct(lot.id(), facts(7_500), liaison, "改"));
    assertEquals(5_000, LotFixture.again(lot).quantityGrams());
  }

  @Test
  void refusesAnotherWeightOnceTheCommitmentIsGiven() {
    Lot lot = enter(LotFixture.today(), 5_000);
    lots.commit(lot.id(), Basis.OWN_TEST, "19900001234", liaison);
    assertThrows(WrongState.class, () -> lots.correct(lot.id(), facts(7_500), liaison, "改"));
  }

  @Test
  void aCompanyAndACooperativeCommitBeforeTheySubmitAndAFarmerMay() {
    for (Producer producer :
        List.of(
            ProducerFixture.company(town.village()), ProducerFixture.cooperative(town.village()))) {
      Lot lot = LotFixture.draft(town, producer, product, 5_000);
      assertThrows(WrongState.class, () -> LotFixture.submit(town, lot));
      assertEquals(LotState.DRAFT, LotFixture.again(lot).state());
      lots.commit(lot.id(), Basis.QUALITY_CONTROL, "19900001234", liaison);
      assertEquals(LotState.SUBMITTED, LotFixture.submit(town, lot).state());
    }
    assertEquals(
        LotState.SUBMITTED, LotFixture.submit(town, enter(LotFixture.today(), 5_000)).state());
  }

  @Test
  void theCommitmentKeepsWhatItWasGivenFor() {
    Lot lot = enter(LotFixture.today(), 15_000_000);
    CommitmentCertificate given =
        lots.commit(lot.id(), Basis.COMMISSIONED_TEST, " 19900001234 ", liaison);
    assertEquals("黄桃（锦绣）", given.productName());
    assertEquals(15_000_000, given.quantityGrams());
    assertTrue(given.origin().endsWith("崔家桥镇永固村"), given.origin());
    assertEquals(LotFixture.today(), given.issuedOn());
    assertEquals(farmer.name(), given.committingParty());
    assertEquals("19900001234", given.contact());
    assertEquals(CommitmentCertificate.TEXT, given.commitmentText());
  }

  @Test
  void refusesASecondCommitmentOneWithoutBasisOrContactAndOneForARefusedLot() {
    Lot lot = enter(LotFixture.today(), 5_000);
    assertRefused("basis", () -> lots.commit(lot.id(), null, "19900001234", liaison));
    assertRefused("contact", () -> lots.commit(lot.id(), Basis.OWN_TEST, " ", liaison));
    assertRefused("contact", () -> lots.commit(lot.id(), Basis.OWN_TEST, "call me", liaison));
    lots.commit(lot.id(), Basis.OWN_TEST, "19900001234", liaison);
    assertThrows(
        WrongState.class, () -> lots.commit(lot.id(), Basis.OWN_TEST, "19900001234", liaison));
    Lot refused = LotFixture.refused("速测阳性");
    assertThrows(
        WrongState.class, () -> lots.commit(refused.id(), Basis.OWN_TEST, "19900001234", liaison));
  }

  private Lot enter(LocalDate harvestedOn, long grams) {
    return lots.enter(farmer, new LotFacts(product, null, harvestedOn, grams), liaison);
  }

  private LotFacts facts(long grams) {
    return new LotFacts(product, null, LotFixture.today(), grams);
  }

  private static void assertRefused(String field, Runnable step) {
    Refusal refusal = assertThrows(InvalidInput.class, step::run);
    assertEquals(field, refusal.details().get(0).pointer());
  }
}
