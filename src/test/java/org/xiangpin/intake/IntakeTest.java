package org.xiangpin.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.CommitmentMissing;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.mass.MassExceeded;
import org.xiangpin.mass.MassFixture;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** A lot changes hands: who asks and who agrees, what is looked at, and what is kept. */
@QuarkusTest
class IntakeTest {

  @Inject IntakeService intakes;
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
    IntakeFixture.commit(town, lot);
    Intake intake = IntakeFixture.taken(town, station, lot, 1_000);
    assertTrue(intake.isWithCertificate());
    assertEquals(IntakeFixture.certificateOf(lot).number(), intake.certificateNumber());
    assertTrue(intake.gaps().isEmpty());
  }

  @Test
  void aFarmersGoodsAreTakenInWithoutACertificateAndThatIsRecorded() {
    Intake intake = IntakeFixture.taken(town, station, certified(5_000), 1_000);
    assertFalse(intake.isWithCertificate());
    assertTrue(intake.gaps().isEmpty());
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

  private Lot certified(long grams) {
    return LotFixture.certified(town, farmer, peaches, grams);
  }
}
