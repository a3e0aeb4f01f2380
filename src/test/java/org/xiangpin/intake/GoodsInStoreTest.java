package org.xiangpin.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xiangpin.lineage.LineageFixture.of;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.lineage.SourceNotValid;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.mass.MassExceeded;
import org.xiangpin.mass.MassFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.recall.RecallService;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.LotState;

/** What was taken in, and what may be done with it. */
@QuarkusTest
class GoodsInStoreTest {

  @Inject LotService lots;
  @Inject RecallService recalls;
  @Inject LotGraph graph;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());

  @Test
  void goodsThatAreNotCertifiedYetAreTakenInButNotUsedBefore() {
    Lot lot = LotFixture.draft(town, farmer, peaches, 5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, lot, 5_000));
    assertThrows(SourceNotValid.class, () -> IntakeFixture.repack(town, station, received, 5_000));
    LotFixture.certify(town, LotFixture.submit(town, lot));
    assertEquals(4_900, IntakeFixture.repack(town, station, received, 5_000).quantityGrams());
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
    assertThrows(SourceNotValid.class, () -> IntakeFixture.repack(town, station, received, 3_000));
  }

  @Test
  void aRecallOfTheSourceHoldsTheGoodsTakenIn() {
    Lot lot = certified(5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, lot, 3_000));
    recalls.open(lot.id(), "买家投诉", town.inspector());
    assertEquals(LotState.HELD, LotFixture.again(received).state());
    assertThrows(SourceNotValid.class, () -> IntakeFixture.repack(town, station, received, 3_000));
  }

  @Test
  void whoSellsGoodsAsTheyCameIssuesACertificateFirst() {
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, certified(5_000), 3_000));
    assertThrows(WrongState.class, () -> lots.submit(received.id(), town.liaisonFor(station.id())));
    IntakeFixture.commit(town, received);
    assertEquals(
        LotState.CERTIFIED, LotFixture.certify(town, LotFixture.submit(town, received)).state());
    assertEquals(3_000, MassFixture.of(received).freeGrams());
  }

  private Lot certified(long grams) {
    return LotFixture.certified(town, farmer, peaches, grams);
  }
}
