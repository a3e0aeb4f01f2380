package org.xiangpin.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;

/** The lot's way from state to state, who may take which step, and what is recorded. */
@QuarkusTest
class LotLifeTest {

  private static final String REASON = "复检发现问题";

  @Inject LotService lots;
  @Inject CertificationService certifications;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();

  /** Every step, and where it leads from the states in which it may be taken. */
  private final Map<String, BiConsumer<TownFixture, Lot>> steps =
      Map.of(
          "submit", (t, lot) -> lots.submit(lot.id(), t.liaison()),
          "certify", LotFixture::certify,
          "return", (t, lot) -> certifications.sendBack(lot.id(), REASON, t.inspector()),
          "refuse", (t, lot) -> certifications.refuse(lot.id(), REASON, t.inspector()),
          "suspend", LotFixture::suspend,
          "lift", (t, lot) -> certifications.lift(lot.id(), REASON, t.inspector()),
          "revoke", LotFixture::revoke);

  private static final Map<String, LotState> ALLOWED =
      Map.of(
          "DRAFT submit", LotState.SUBMITTED,
          "RETURNED submit", LotState.SUBMITTED,
          "SUBMITTED certify", LotState.CERTIFIED,
          "SUBMITTED return", LotState.RETURNED,
          "SUBMITTED refuse", LotState.REFUSED,
          "CERTIFIED suspend", LotState.SUSPENDED,
          "SUSPENDED lift", LotState.CERTIFIED,
          "SUSPENDED revoke", LotState.REVOKED);

  @Test
  void everyStepIsTakenFromItsStatesOnlyAndARefusedOneChangesNothing() {
    for (LotState from : LotState.values()) {
      for (String step : steps.keySet()) {
        Lot lot = in(from);
        List<TraceEvent> before = events(lot);
        LotState expected = ALLOWED.get(from + " " + step);
        if (expected == null) {
          assertThrows(
              WrongState.class, () -> steps.get(step).accept(town, lot), from + " " + step);
          assertEquals(from, LotFixture.again(lot).state(), from + " " + step);
          assertEquals(before.size(), events(lot).size());
        } else {
          steps.get(step).accept(town, lot);
          assertEquals(expected, LotFixture.again(lot).state(), from + " " + step);
          assertEquals(before.size() + 1, events(lot).size());
        }
      }
    }
  }

  @Test
  void anEventHasTwoClocks() {
    Producer farmer = ProducerFixture.farmer(town.village());
    LocalDate day = Times.today(clock).minusDays(3);
    LotFacts facts = new LotFacts(ProducerFixture.product(town.county()), null, day, 5_000);
    Instant before = Times.now(clock);
    TraceEvent harvested = events(lots.enter(farmer, facts, town.liaison())).get(0);
    assertEquals(TraceEventType.HARVESTED, harvested.type());
    assertEquals(day.atStartOfDay(Lang.CHINA).toInstant(), harvested.happenedAt());
    assertTrue(!harvested.recordedAt().isBefore(before));
    assertEquals(5_000, harvested.quantityGrams());
  }

  @Test
  void actingForAFarmerIsRecordedAsWhoAndForWhom() {
    Lot lot = LotFixture.submitted(town, 5_000);
    for (TraceEvent event : events(lot)) {
      assertEquals(town.liaison().accountId(), event.actorId());
      assertEquals(town.liaison().name(), event.actorName());
      assertEquals(Role.LIAISON_OFFICER, event.actorRole());
      assertEquals(lot.producerId(), event.onBehalfOfProducerId());
    }
  }

  @Test
  void refusesToJudgeOnesOwnLot() {
    Producer inspectorsOwn = ProducerFixture.farmerOf(town.inspector().accountId(), town.village());
    Lot lot =
        LotFixture.submit(
            town,
            LotFixture.draft(town, inspectorsOwn, ProducerFixture.product(town.county()), 5_000));
    assertThrows(NotAllowed.class, () -> LotFixture.certify(town, lot));
    assertThrows(NotAllowed.class, () -> certifications.refuse(lot.id(), REASON, town.inspector()));
    certifications.certify(lot.id(), LotFixture.today(), town.otherInspector());
    assertEquals(LotState.CERTIFIED, LotFixture.again(lot).state());
  }

  @Test
  void refusesToJudgeALotThatOneEnteredOrSubmitted() {
    Lot lot = LotFixture.draft(town, 5_000);
    lots.submit(lot.id(), town.inspector());
    assertThrows(NotAllowed.class, () -> LotFixture.certify(town, lot));
    assertEquals(LotState.SUBMITTED, LotFixture.again(lot).state());
  }

  @Test
  void revokingTakesASecondPerson() {
    Lot lot = LotFixture.suspended(town);
    assertThrows(NotAllowed.class, () -> certifications.revoke(lot.id(), REASON, town.inspector()));
    assertEquals(LotState.SUSPENDED, LotFixture.again(lot).state());
    certifications.revoke(lot.id(), REASON, town.admin());
    assertEquals(LotState.REVOKED, LotFixture.again(lot).state());
  }

  @Test
  void afterALiftTheNextSuspensionDecidesWhoIsTheFirstPerson() {
    Lot lot = LotFixture.suspended(town);
    certifications.lift(lot.id(), "复检合格", town.inspector());
    certifications.suspend(lot.id(), REASON, town.otherInspector());
    certifications.revoke(lot.id(), REASON, town.inspector());
    assertEquals(LotState.REVOKED, LotFixture.again(lot).state());
  }

  @Test
  void whoSubmittedALotDoesNotLiftItsSuspension() {
    Lot lot = LotFixture.suspended(town);
    Actor whoSubmitted = town.liaisonFor(lot.producerId());
    assertThrows(NotAllowed.class, () -> certifications.lift(lot.id(), "没事", whoSubmitted));
    assertEquals(LotState.SUSPENDED, LotFixture.again(lot).state());
  }

  @Test
  void everyStepAgainstALotNeedsAReason() {
    Lot submitted = LotFixture.submitted(town, 5_000);
    Lot certified = LotFixture.certified(town, 5_000);
    Lot suspended = LotFixture.suspended(town);
    Actor actor = town.otherInspector();
    for (String reason : new String[] {null, " ", "长".repeat(501)}) {
      assertThrows(
          InvalidInput.class, () -> certifications.sendBack(submitted.id(), reason, actor));
      assertThrows(InvalidInput.class, () -> certifications.refuse(submitted.id(), reason, actor));
      assertThrows(InvalidInput.class, () -> certifications.suspend(certified.id(), reason, actor));
      assertThrows(InvalidInput.class, () -> certifications.lift(suspended.id(), reason, actor));
      assertThrows(InvalidInput.class, () -> certifications.revoke(suspended.id(), reason, actor));
    }
  }

  @Test
  void aCertificationNamesTheTownshipTheInspectorAndItsDays() {
    Lot lot = LotFixture.certified(town, 5_000);
    Certification certification =
        QuarkusTransaction.requiringNew().call(() -> Certification.ofLot(lot.id()).orElseThrow());
    assertEquals(town.township(), certification.townshipCode());
    assertEquals(town.inspector().name(), certification.issuerName());
    assertEquals(LotFixture.today(), certification.issuedOn());
    assertEquals(LotFixture.today().plusDays(30), certification.validUntil());
    assertTrue(certification.number().startsWith(town.township().substring(0, 9) + "-"));
  }

  @Test
  void aCertificationHoldsFromTodayForAtMostTwoYears() {
    Lot lot = LotFixture.submitted(town, 5_000);
    LocalDate today = LotFixture.today();
    for (LocalDate day : new LocalDate[] {null, today.minusDays(1), today.plusDays(731)}) {
      assertThrows(
          InvalidInput.class, () -> certifications.certify(lot.id(), day, town.inspector()));
    }
    certifications.certify(lot.id(), today.plusDays(730), town.inspector());
    assertEquals(LotState.CERTIFIED, LotFixture.again(lot).state());
  }

  @Test
  void ofManyWhoCertifyAtOnceOneDoes() {
    Lot lot = LotFixture.submitted(town, 5_000);
    AtomicInteger certified = new AtomicInteger();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              try {
                LotFixture.certify(town, lot);
                certified.incrementAndGet();
              } catch (WrongState late) {
                // what the others are told
              }
            });
    assertEquals(1, certified.get());
    assertEquals(1, events(lot).stream().filter(e -> e.type() == TraceEventType.CERTIFIED).count());
  }

  @Test
  void everyStepChangesTheTimeOfTheLastChangeEvenWhenTheClockWentBack() {
    Lot lot = LotFixture.draft(town, 5_000);
    clock.advance(Duration.ofHours(-1));
    try {
      Lot submitted = LotFixture.submit(town, lot);
      assertTrue(submitted.changedAt().isAfter(lot.changedAt()));
    } finally {
      clock.reset();
    }
  }

  @Test
  void aLotThatIsNotThereIsNotFound() {
    assertThrows(NotFound.class, () -> lots.submit(1L, town.liaison()));
    assertThrows(NotFound.class, () -> certifications.refuse(1L, REASON, town.inspector()));
  }

  /** A lot of the town in this state. */
  private Lot in(LotState state) {
    return switch (state) {
      case DRAFT -> LotFixture.draft(town, 5_000);
      case SUBMITTED -> LotFixture.submitted(town, 5_000);
      case RETURNED -> after("return", LotFixture.submitted(town, 5_000));
      case REFUSED -> after("refuse", LotFixture.submitted(town, 5_000));
      case CERTIFIED -> LotFixture.certified(town, 5_000);
      case SUSPENDED -> LotFixture.suspended(town);
      case REVOKED -> LotFixture.revoke(town, LotFixture.suspended(town));
      case HELD -> LotFixture.held(town);
      case RECALLED -> LotFixture.recalled(town);
    };
  }

  private Lot after(String step, Lot lot) {
    steps.get(step).accept(town, lot);
    return LotFixture.again(lot);
  }

  private static List<TraceEvent> events(Lot lot) {
    return QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id()));
  }
}
