package org.xiangpin.sampling;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.residue.ResidueFixture;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.spray.SprayFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Which lots a plan picks, why, and that everybody's turn comes. */
@QuarkusTest
class SamplingTest {

  private static final long SEED = 42;

  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void theSameSeedGivesTheSamePlanAndAnotherOneAnotherOrder() {
    for (int i = 0; i < 8; i++) {
      lotOf(farmer());
    }
    List<Long> first = lots(draw(8, SEED));
    assertEquals(8, first.size());
    assertEquals(first, lots(draw(8, SEED)));
    assertEquals(first.subList(0, 3), lots(draw(3, SEED)));
    Set<List<Long>> orders = new HashSet<>();
    for (long seed = 0; seed < 5; seed++) {
      orders.add(lots(draw(8, seed)));
    }
    assertNotEquals(1, orders.size());
  }

  @Test
  void aProducerWithAFindingComesBeforeOneWithout() {
    Producer clean = farmer();
    Producer found = farmer();
    ResidueFixture.test(lotOf(clean), 100, town.inspector());
    ResidueFixture.test(lotOf(found), 700, town.inspector());
    lotOf(clean);
    Lot risky = lotOf(found);
    for (long seed = 0; seed < 10; seed++) {
      SamplingPlan plan = draw(2, seed);
      assertEquals(risky.id(), plan.picks().get(0).lotId());
      assertTrue(plan.picks().get(0).reasons(Lang.ZH).get(0).startsWith("近期检出过问题"));
    }
  }

  @Test
  void backDatedAndMissingRecordsCount() {
    Producer late = farmer();
    SprayFixture.spray(
        late,
        null,
        SprayFixture.pesticide(town.county(), 3),
        today().minusDays(60),
        town.liaisonFor(late.id()));
    Lot lateLot = lotOf(late);
    Lot silentLot = lotOf(farmer());
    SamplingPlan plan = draw(2, SEED);
    assertEquals(5, risk(plan, lateLot).late);
    assertEquals(0, risk(plan, lateLot).missing);
    assertEquals(15, risk(plan, silentLot).missing);
  }

  @Test
  void nobodysSecondLotIsTestedBeforeEverybodysFirst() {
    Producer big = farmer();
    LotFixture.submit(town, LotFixture.draft(town, big, peaches, 50_000_000));
    LotFixture.submit(town, LotFixture.draft(town, big, peaches, 50_000_000));
    Lot small = lotOf(farmer());
    assertTrue(lots(draw(2, SEED)).contains(small.id()));
  }

  @Test
  void inTheEndEverybodysTurnComes() {
    List<Producer> producers = List.of(farmer(), farmer(), farmer(), farmer());
    Lot bad = lotOf(producers.get(0));
    ResidueFixture.test(bad, 800, town.inspector());
    ResidueFixture.test(bad, 100, town.inspector());
    Set<Long> sampled = new HashSet<>();
    for (int month = 0; month < 12 && sampled.size() < producers.size(); month++) {
      Map<Long, Lot> harvest = new java.util.HashMap<>();
      for (Producer producer : producers) {
        Lot lot = lotOf(producer);
        harvest.put(lot.id(), lot);
      }
      Long picked = lots(draw(1, month)).get(0);
      assertNotNull(harvest.get(picked));
      sampled.add(harvest.get(picked).producerId());
      ResidueFixture.test(harvest.get(picked), 50, town.inspector());
      clock.advance(Duration.ofDays(31));
    }
    assertEquals(producers.size(), sampled.size());
  }

  @Test
  void aPickIsTickedOffByATestAndATestedLotIsNotPicked() {
    Lot lot = lotOf(farmer());
    Lot other = lotOf(farmer());
    SamplingPlan plan = draw(2, SEED);
    ResidueFixture.test(lot, 100, town.inspector());
    SamplingView view =
        QuarkusTransaction.requiringNew()
            .call(() -> SamplingView.of(SamplingPlan.findById(plan.id())));
    assertEquals(1, view.doneCount());
    assertTrue(view.lines().stream().anyMatch(l -> l.done() && l.lot().id().equals(lot.id())));
    assertEquals(List.of(other.id()), lots(draw(2, SEED)));
  }

  @Test
  void draftsOtherTownsAndOtherPeriodsAreNotPicked() {
    LotFixture.draft(town, farmer(), peaches, 5_000);
    LotFixture.submitted(TownFixture.create(), 5_000);
    assertThrows(WrongState.class, () -> draw(5, SEED));
    lotOf(farmer());
    LocalDate longAgo = today().minusDays(200);
    assertThrows(
        WrongState.class, () -> draw(town.township(), longAgo, longAgo.plusDays(10), 5, SEED));
    assertEquals(1, lots(draw(5, SEED)).size());
  }

  @Test
  void periodsAndCountsThatCannotBeAreRefused() {
    lotOf(farmer());
    assertThrows(InvalidInput.class, () -> draw(0, SEED));
    assertThrows(InvalidInput.class, () -> draw(201, SEED));
    LocalDate today = today();
    assertThrows(
        InvalidInput.class, () -> draw(town.township(), today, today.minusDays(1), 5, SEED));
    assertThrows(
        InvalidInput.class, () -> draw(town.township(), today.minusYears(2), today, 5, SEED));
  }

  @Test
  void aPlanIsDrawnOverThePagesAndIsNotAnothersToSee() {
    lotOf(farmer());
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    Map<String, String> form =
        Map.of(
            "region", town.township(),
            "from", today().minusDays(9).toString(),
            "to", today().toString(),
            "asked", "5",
            "seed", "7");
    String path =
        inspector
            .post("/console/sampling", form)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    path = path.substring(path.indexOf("/console"));
    inspector.get(path).then().statusCode(200).body(containsString("产品风险"));
    inspector.get("/console/sampling").then().body(containsString(path));
    TownFixture.signIn(TownFixture.create().inspector()).get(path).then().statusCode(404);
    TownFixture.signIn(town.liaison()).get(path).then().statusCode(403);
    for (Map.Entry<String, String> bad :
        Map.of("seed", "七", "asked", "0", "region", "000000000000", "from", "x").entrySet()) {
      Map<String, String> wrong = new java.util.HashMap<>(form);
      wrong.put(bad.getKey(), bad.getValue());
      inspector.post("/console/sampling", wrong).then().statusCode(422);
    }
  }

  @Test
  void everyPointHasItsReason() {
    lotOf(farmer());
    LotRisk risk = draw(1, SEED).picks().get(0);
    int told =
        risk.reasons(Lang.EN).stream()
            .mapToInt(r -> Integer.parseInt(r.substring(r.lastIndexOf(' ') + 1)))
            .sum();
    assertEquals(risk.score(), told);
    assertFalse(risk.reasons(Lang.ZH).isEmpty());
  }

  private Producer farmer() {
    return ProducerFixture.farmer(town.village());
  }

  /** Submitted, of today. */
  private Lot lotOf(Producer producer) {
    return LotFixture.submit(town, LotFixture.draft(town, producer, peaches, 5_000));
  }

  private SamplingPlan draw(int asked, long seed) {
    return draw(town.township(), today().minusDays(30), today(), asked, seed);
  }

  private SamplingPlan draw(String region, LocalDate from, LocalDate to, int asked, long seed) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              SamplingPlan plan =
                  new SamplingPlan(region, from, to, asked, seed, town.inspector(), clock);
              plan.persist();
              return plan;
            });
  }

  private static List<Long> lots(SamplingPlan plan) {
    return new ArrayList<>(plan.picks().stream().map(LotRisk::lotId).toList());
  }

  private static LotRisk risk(SamplingPlan plan, Lot lot) {
    return plan.picks().stream().filter(p -> p.lotId().equals(lot.id())).findFirst().orElseThrow();
  }

  private LocalDate today() {
    return Times.today(clock);
  }
}
