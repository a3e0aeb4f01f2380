package org.xiangpin.label;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Secrets;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelPosition;
import org.xiangpin.traceability.LabelSheet;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;

/** Rolls of labels, and the keys that tell ours from others. */
@QuarkusTest
class LabelRollTest {

  @Inject LabelService labels;
  @Inject LabelKeys keys;
  @Inject Secrets secrets;

  private final TownFixture town = TownFixture.create();

  @Test
  void rollsOfALotAreNumberedFromOneByManyAtOnceWithoutADouble() {
    Lot lot = LotFixture.certified(town, 5_000);
    Set<Integer> numbers =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> RollFixture.issue(town, lot, 10).number())
            .collect(Collectors.toSet());
    assertEquals(IntStream.rangeClosed(1, 24).boxed().collect(Collectors.toSet()), numbers);
  }

  @Test
  void aRollOfALotThatWasStoppedIsNotPrintedAnyMore() {
    ConsoleClient officer = AccountFixture.with(Role.LIAISON_OFFICER, town.village()).signIn();
    Lot lot = LotFixture.certified(town, 5_000);
    LabelRoll roll = RollFixture.issue(town, lot, 10);
    String sheet = "/console/labels/" + roll.idText() + "/labels";
    officer.get(sheet).then().statusCode(200);
    officer.get("/console/labels").then().body(containsString(sheet));
    LotFixture.suspend(town, lot);
    officer.get(sheet).then().statusCode(409);
    officer.get("/console/labels").then().body(not(containsString(sheet)));
  }

  @Test
  void onlySubmittedAndCertifiedLotsGetLabels() {
    RollFixture.issue(town, LotFixture.submitted(town, 5_000), 1);
    for (Lot lot :
        List.of(
            LotFixture.draft(town, 5_000),
            LotFixture.returned("请补地块"),
            LotFixture.refused("速测阳性"),
            LotFixture.suspended(town),
            LotFixture.revoked())) {
      assertThrows(WrongState.class, () -> RollFixture.issue(town, lot, 1), lot.state().name());
    }
    assertThrows(NotFound.class, () -> labels.issue(1L, RollFacts.own(1, 1), town.admin()));
  }

  @Test
  void aRollHasOneToAMillionLabels() {
    Lot lot = LotFixture.certified(town, LotFixture.GRAMS);
    for (int size : new int[] {0, -1, 1_000_001}) {
      assertThrows(InvalidInput.class, () -> RollFixture.issue(town, lot, size));
    }
    assertEquals(1_000_000, RollFixture.issue(town, lot, 1_000_000).size());
  }

  @Test
  void everyLabelIsRecognisedAsSoonAsItsRollIsIssued() {
    Lot lot = LotFixture.certified(town, 5_000);
    Set<String> serials = new HashSet<>();
    int index = 0;
    for (String path : RollFixture.paths(town, lot, 100)) {
      DigitalLink link = link(path);
      String serial = link.serial().orElseThrow();
      assertTrue(serials.add(serial));
      assertEquals(
          Optional.of(new LabelPosition(1, ++index)), keys.verify(link.gtin(), lot.code(), serial));
    }
  }

  @Test
  void aSerialHoldsForItsLotAndItsCountyOnly() {
    Lot lot = LotFixture.certified(town, 5_000);
    DigitalLink link = link(RollFixture.path(town, lot));
    String serial = link.serial().orElseThrow();
    Gtin ours = link.gtin();
    assertTrue(keys.verify(ours, lot.code(), serial).isPresent());
    assertFalse(keys.verify(ours, "260807ZZZZ", serial).isPresent());
    Product other = ProducerFixture.product(town.county());
    assertFalse(keys.verify(Gtin.parse(other.gtin()), lot.code(), serial).isPresent());
    for (int i = 0; i < serial.length(); i++) {
      char changed = serial.charAt(i) == '7' ? '8' : '7';
      String forged = serial.substring(0, i) + changed + serial.substring(i + 1);
      assertFalse(keys.verify(ours, lot.code(), forged).isPresent(), forged);
    }
    TownFixture elsewhere = TownFixture.create();
    RollFixture.issue(elsewhere, LotFixture.certified(elsewhere, 5_000), 1);
    assertFalse(
        keys.verify(
                Gtin.parse(ProducerFixture.product(elsewhere.county()).gtin()), lot.code(), serial)
            .isPresent());
  }

  @Test
  void theKeyIsOneForTheCountyAndLiesSealedInTheDatabase() {
    RollFixture.issue(town, LotFixture.certified(town, 5_000), 1);
    RollFixture.issue(town, LotFixture.certified(town, 5_000), 1);
    List<LabelKey> all =
        QuarkusTransaction.requiringNew().call(() -> LabelKey.ofCounty(town.county()));
    assertEquals(1, all.size());
    LabelKey key = all.get(0);
    byte[] open = key.open(secrets);
    assertEquals(32, open.length);
    assertArrayEquals(open, secrets.open(key.sealedKey, "label-key:" + town.county()));
    assertThrows(
        IllegalStateException.class, () -> secrets.open(key.sealedKey, "label-key:another"));
  }

  @Test
  void issuingARollIsAStepOfTheLotsLife() {
    Lot lot = LotFixture.certified(town, 5_000);
    RollFixture.issue(town, lot, 10);
    List<TraceEvent> events = QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id()));
    TraceEvent last = events.get(events.size() - 1);
    assertEquals(TraceEventType.LABELLED, last.type());
    assertEquals(town.admin().accountId(), last.actorId());
    assertTrue(LotFixture.again(lot).changedAt().isAfter(lot.changedAt()));
  }

  @Test
  void aPartOfARollIsMadeLabelByLabel() {
    Lot lot = LotFixture.certified(town, LotFixture.GRAMS);
    LabelRoll roll = RollFixture.issue(town, lot, 1_000_000);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Iterator<LabelSheet.Label> part =
                  labels.labels(LabelRoll.findById(roll.id()), 999_999, 1_000_000, false);
              LabelSheet.Label first = part.next();
              assertTrue(first.url().startsWith("http"), first.url());
              assertTrue(first.url().endsWith("/21/" + first.serial()));
              assertEquals(
                  999_999,
                  keys.verify(Gtin.parse(lot.gtin()), lot.code(), first.serial())
                      .orElseThrow()
                      .index());
              part.next();
              assertFalse(part.hasNext());
            });
  }

  private static DigitalLink link(String path) {
    return DigitalLink.of(Gs1DigitalLink.parseUnder("https://x.example.cn", path));
  }
}
