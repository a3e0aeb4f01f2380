package org.xiangpin.field;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.mark.MarkFixture;
import org.xiangpin.residue.ResidueFixture;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.spray.Spray;
import org.xiangpin.spray.SprayFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** What buyers may know of a lot's field, and what inspectors are told of it. */
@QuarkusTest
class FieldFactsTest {

  @Inject FieldRecords records;
  @Inject LotGraph graph;
  @Inject TestClock clock;
  @Inject ObjectMapper json;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 5_000);

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void ofALotWithoutRecordsNothingIsClaimed() {
    FieldFacts facts = facts(lot);
    assertNull(facts.lastTest());
    assertEquals(List.of(), facts.marks());
    assertEquals(0, facts.sprays().records());
    assertNull(facts.sprays().lastSafeFrom());
  }

  @Test
  void theLastTestIsToldInWordsThatSayNoMoreThanItCan() {
    ResidueFixture.test(lot, 620, town.inspector());
    assertEquals("速测阳性，正在复查", facts(lot).lastTest().words(Lang.ZH));
    ResidueFixture.test(lot, 125, town.inspector());
    FieldFacts.LastTest test = facts(lot).lastTest();
    assertEquals("速测未见阳性", test.words(Lang.ZH));
    assertEquals("有机磷、氨基甲酸酯类", test.sees());
    ResidueFixture.report(lot, true, "211700000001", "F-1", town.inspector());
    assertEquals(FieldFacts.By.LABORATORY, facts(lot).lastTest().by());
  }

  @Test
  void noPesticideOperatorOrProducerIsNamed() throws Exception {
    spray(lot, lot.harvestedOn().minusDays(30), 14);
    ResidueFixture.test(lot, 125, town.inspector());
    String text = json.writeValueAsString(facts(lot));
    for (String secret : List.of("吡虫啉", "王检测", town.liaison().name(), lot.producer().name())) {
      assertFalse(text.contains(secret), text);
    }
    assertFalse(text.contains("无农残"), text);
  }

  @Test
  void spraysAreCountedWithTheDayFromWhichTheHarvestWasSafe() {
    LocalDate harvest = lot.harvestedOn();
    spray(lot, harvest.minusDays(40), 14);
    spray(lot, harvest.minusDays(30), 7);
    FieldFacts.SpraysKept kept = facts(lot).sprays();
    assertEquals(2, kept.records());
    assertEquals(harvest.minusDays(23), kept.lastSafeFrom());
    assertTrue(kept.kept());
    spray(lot, harvest.minusDays(1), 7);
    assertFalse(facts(lot).sprays().kept());
  }

  @Test
  void aMarkIsHiddenTheDayAfterItsLast() {
    LocalDate today = Times.today(clock);
    MarkFixture.ofCounty(lot.product(), today, today.plusDays(1), town.admin());
    assertEquals(1, facts(lot).marks().size());
    clock.advance(Duration.ofDays(1));
    assertEquals(1, facts(lot).marks().size());
    clock.advance(Duration.ofDays(1));
    assertEquals(0, facts(lot).marks().size());
  }

  @Test
  void aMadeLotTellsOfTheFieldsOfItsSources() {
    spray(lot, lot.harvestedOn().minusDays(40), 14);
    Lot made =
        LineageFixture.make(
                StepKind.REPACK,
                lot.producer(),
                town.liaison(),
                List.of(LineageFixture.of(lot, 1_000)),
                1_000)
            .get(0);
    assertEquals(1, facts(made).sprays().records());
  }

  @Test
  void aSprayRecordedAfterCertificationIsShownToTheInspectorAndGoneWhenWithdrawn() {
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.get("/console").then().body(not(containsString("/console/late-sprays")));
    Spray late = spray(lot, lot.harvestedOn().minusDays(2), 14);
    inspector.get("/console").then().body(containsString("/console/late-sprays"));
    inspector.get("/console/late-sprays").then().body(containsString(lot.code()));
    inspector
        .get("/console/lots/" + lot.idText())
        .then()
        .body(containsString("离用药太近"), containsString("起才能采收"));
    TownFixture.signIn(TownFixture.create().inspector())
        .get("/console/late-sprays")
        .then()
        .body(not(containsString(lot.code())));
    SprayFixture.records()
        .withdraw(lot.producer(), late.id(), "记到别家去了", town.liaisonFor(lot.producerId()));
    inspector.get("/console/late-sprays").then().body(not(containsString(lot.code())));
  }

  @Test
  void aSprayThatKeptItsIntervalIsNotLate() {
    spray(lot, lot.harvestedOn().minusDays(14), 14);
    TownFixture.signIn(town.inspector())
        .get("/console/late-sprays")
        .then()
        .body(not(containsString(lot.code())));
  }

  private Spray spray(Lot of, LocalDate day, int days) {
    return SprayFixture.spray(
        of.producer(),
        of.plot(),
        SprayFixture.pesticide(town.county(), days),
        day,
        town.liaisonFor(of.producerId()));
  }

  private FieldFacts facts(Lot of) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Lot lot = Lot.findById(of.id());
              return records.of(lot, graph.grownIn(lot));
            });
  }
}
