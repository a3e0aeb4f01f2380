package org.xiangpin.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.mass.LotMass;
import org.xiangpin.mass.MassExceeded;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.tracelog.LogFixture;
import org.xiangpin.tracelog.TraceLog;

/** Who has which labels. */
@QuarkusTest
class CustodyTest {

  @Inject CustodyService custody;
  @Inject DataSource database;
  @Inject TraceLog log;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, LotFixture.GRAMS);

  @Test
  void aRollOfAMillionIsIssuedInUnderASecondAndAKilobyte() throws SQLException {
    RollFixture.issue(town, LotFixture.certified(town, LotFixture.GRAMS), 1_000_000);
    long before = bytes();
    long start = System.nanoTime();
    LabelRoll roll = RollFixture.order(town, lot, 1_000_000);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.toMillis() < 1_000, () -> took.toMillis() + " ms");
    long bytes = bytes() - before;
    assertTrue(bytes > 0 && bytes < 1_024, () -> bytes + " bytes");
    assertEquals(1, ranges(roll).size());
  }

  @Test
  void whoPrintsARollHimselfHasItWhole() {
    LabelRoll roll = RollFixture.issue(town, lot, 100);
    Custody.Range whole = ranges(roll).get(0);
    assertEquals(List.of(whole), ranges(roll));
    assertEquals(100, whole.size());
    assertTrue(whole.isWith(town.admin().accountId()));
  }

  @Test
  void ofARollThatTheOfficeOrdersNothingIsHandedOut() {
    LabelRoll roll = RollFixture.order(town, lot, 100);
    assertEquals(List.of(Hands.IN_STOCK), ranges(roll).stream().map(Custody.Range::hands).toList());
    assertTrue(ranges(roll).get(0).isWith(null));
  }

  @Test
  void rangesAreHandedOverHandedOnSplitAndMerged() {
    LabelRoll roll = RollFixture.order(town, lot, 1_000);
    Holder officer = holder(town.liaison());
    Holder inspector = holder(town.inspector());
    custody.handOver(roll.id(), null, 101, 600, officer, town.admin());
    custody.handOver(roll.id(), officer.accountId(), 301, 400, inspector, town.liaison());
    assertEquals("1-100 - 101-300 L 301-400 I 401-600 L 601-1000 -", text(roll));
    custody.handOver(roll.id(), inspector.accountId(), 301, 400, officer, town.inspector());
    assertEquals("1-100 - 101-600 L 601-1000 -", text(roll));
    custody.handOver(roll.id(), null, 601, 1_000, officer, town.admin());
    assertEquals("1-100 - 101-1000 L", text(roll));
  }

  @Test
  void noLabelIsEverInTwoHands() {
    LabelRoll roll = RollFixture.order(town, lot, 50);
    Holder officer = holder(town.liaison());
    custody.handOver(roll.id(), null, 10, 20, officer, town.admin());
    WrongState refused =
        assertThrows(
            WrongState.class,
            () -> custody.handOver(roll.id(), null, 5, 12, holder(town.inspector()), town.admin()));
    assertTrue(refused.getMessage().contains("10–20 are with " + town.liaison().name()));
    assertEquals("1-9 - 10-20 L 21-50 -", text(roll));
  }

  @Test
  void ofManyOverlappingHandOversAtOnceOneWins() {
    LabelRoll roll = RollFixture.order(town, lot, 100);
    AtomicInteger won = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              Holder receiver = new Holder(1_000L + i, "人" + i, town.village());
              try {
                custody.handOver(roll.id(), null, 1 + i, 50 + i, receiver, town.admin());
                won.incrementAndGet();
              } catch (WrongState e) {
                refused.incrementAndGet();
              }
            });
    assertEquals(1, won.get());
    assertEquals(15, refused.get());
    assertEquals(
        50,
        ranges(roll).stream()
            .filter(r -> r.hands() == Hands.IN_HANDS)
            .mapToInt(Custody.Range::size)
            .sum());
  }

  @Test
  void spoiledLabelsGiveTheirGramsBackAndLostOnesDoNot() {
    Lot small = LotFixture.certified(town, 5_000);
    LabelRoll roll = RollFixture.issue(town, small, 10, 500);
    Long me = town.admin().accountId();
    assertThrows(MassExceeded.class, () -> RollFixture.issue(town, small, 1, 500));
    custody.voidLabels(roll.id(), me, 1, 2, CustodyStep.Kind.LOST, "风吹走了", town.admin());
    assertThrows(MassExceeded.class, () -> RollFixture.issue(town, small, 1, 500));
    custody.voidLabels(roll.id(), me, 9, 10, CustodyStep.Kind.SPOILED, "卡纸", town.admin());
    assertThrows(MassExceeded.class, () -> RollFixture.issue(town, small, 3, 500));
    RollFixture.issue(town, small, 2, 500);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertEquals(5_000, LotMass.ofLot(small.id()).orElseThrow().labelledGrams());
              assertFalse(LabelRoll.listLabelledOtherwise().contains(small.id()));
            });
  }

  @Test
  void whatIsVoidStaysVoid() {
    LabelRoll roll = RollFixture.issue(town, lot, 10);
    Long me = town.admin().accountId();
    custody.voidLabels(roll.id(), me, 3, 5, CustodyStep.Kind.SPOILED, "卡纸", town.admin());
    assertThrows(
        WrongState.class,
        () -> custody.voidLabels(roll.id(), me, 5, 6, CustodyStep.Kind.LOST, "丢", town.admin()));
    assertThrows(
        WrongState.class,
        () -> custody.handOver(roll.id(), me, 1, 3, holder(town.liaison()), town.admin()));
    assertThrows(
        WrongState.class,
        () -> custody.handOver(roll.id(), null, 3, 5, holder(town.liaison()), town.admin()));
  }

  @Test
  void aRangeLiesWithinItsRollAndAVoidHasItsReason() {
    LabelRoll roll = RollFixture.issue(town, lot, 10);
    Long me = town.admin().accountId();
    Holder officer = holder(town.liaison());
    for (int[] range : new int[][] {{0, 1}, {1, 11}, {5, 4}, {-3, 2}}) {
      assertThrows(
          InvalidInput.class,
          () -> custody.handOver(roll.id(), me, range[0], range[1], officer, town.admin()));
    }
    for (String reason : new String[] {"", " ", "长".repeat(201)}) {
      assertThrows(
          InvalidInput.class,
          () ->
              custody.voidLabels(roll.id(), me, 1, 2, CustodyStep.Kind.LOST, reason, town.admin()));
    }
    assertThrows(
        InvalidInput.class,
        () ->
            custody.voidLabels(
                roll.id(), me, 1, 2, CustodyStep.Kind.HANDED_OVER, "丢", town.admin()));
  }

  @Test
  void everyStepIsRecordedAndAVoidIsInThePublicLogWithoutNamesAndWords() throws Exception {
    LabelRoll roll = RollFixture.issue(town, lot, 10);
    Long me = town.admin().accountId();
    custody.handOver(roll.id(), me, 1, 6, holder(town.liaison()), town.admin());
    custody.voidLabels(
        roll.id(),
        town.liaison().accountId(),
        2,
        4,
        CustodyStep.Kind.LOST,
        "王家的狗叼走了",
        town.liaison());
    TraceEvent handed = step(TraceEventType.LABELS_HANDED_OVER);
    TraceEvent voided = step(TraceEventType.LABELS_VOIDED);
    assertEquals(me, handed.actorId());
    assertEquals("王家的狗叼走了", voided.reason());
    assertEquals(null, handed.logPlace());
    LogFixture.sign();
    long index = log.provenIndexOf(voided.logPlace()).orElseThrow();
    String entry =
        new String(
            Base64.getDecoder().decode(log.prove(index).orElseThrow().extra().orElseThrow()));
    JsonNode labels = new ObjectMapper().readTree(entry).get("labels");
    assertEquals("{\"fate\":\"LOST\",\"first\":2,\"last\":4,\"roll\":1}", labels.toString());
    assertFalse(entry.contains("王家"), entry);
    assertFalse(entry.contains(town.liaison().name()), entry);
  }

  /** The fold against an array with a place for each label. */
  @Test
  void rangesAgreeWithAListOfLabelsWhateverHappens() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(30);
      Hands[] each = new Hands[size + 1];
      List<CustodyStep> steps = new ArrayList<>();
      for (int n = 1; n <= 12; n++) {
        int first = n == 1 ? 1 : 1 + random.nextInt(size);
        int last = n == 1 ? size : first + random.nextInt(size - first + 1);
        CustodyStep.Kind kind =
            CustodyStep.Kind.values()[random.nextInt(CustodyStep.Kind.values().length)];
        steps.add(CustodyFixture.step(n, kind, first, last));
        for (int i = first; i <= last; i++) {
          each[i] = kind.after();
        }
        Custody now = Custody.of(steps);
        for (int i = 1; i <= size; i++) {
          assertEquals(Optional.of(each[i]), now.at(i));
        }
        assertEquals(Optional.empty(), now.at(0));
        assertEquals(Optional.empty(), now.at(size + 1));
        List<Custody.Range> ranges = now.ranges();
        for (int i = 1; i < ranges.size(); i++) {
          assertEquals(ranges.get(i - 1).last() + 1, ranges.get(i).first());
          assertFalse(ranges.get(i - 1).hands() == ranges.get(i).hands(), "merged: " + ranges);
        }
      }
    }
  }

  private TraceEvent step(TraceEventType type) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                TraceEvent.of(lot.id()).stream()
                    .filter(e -> e.type() == type)
                    .findFirst()
                    .orElseThrow());
  }

  private static List<Custody.Range> ranges(LabelRoll roll) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Custody.of(CustodyStep.ofRoll(roll.id())).ranges());
  }

  /** L for the liaison officer, I for the inspector, - for the stock. */
  private String text(LabelRoll roll) {
    StringBuilder text = new StringBuilder();
    for (Custody.Range r : ranges(roll)) {
      String who =
          r.holder() == null
              ? "-"
              : r.holder().accountId().equals(town.liaison().accountId()) ? "L" : "I";
      text.append(r.first()).append('-').append(r.last()).append(' ').append(who).append(' ');
    }
    return text.toString().strip();
  }

  private Holder holder(Actor actor) {
    return new Holder(
        actor.accountId(),
        actor.name(),
        actor.role() == Role.LIAISON_OFFICER ? town.village() : town.township());
  }

  /** Of the rows of rolls and steps, their longest columns counted as if full. */
  private long bytes() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select
                  (select coalesce(sum(8 * 6 + 4 * 3 + 2), 0) from label_roll)
                  + (select coalesce(sum(8 * 4 + 4 * 3 + length(kind)
                    + coalesce(length(holder_name), 0) + coalesce(length(region_code), 0)), 0)
                    from custody_step)
                  + (select coalesce(sum(8 * 7 + length(type) + length(actor_name)
                    + length(actor_role) + coalesce(length(reason), 0) + 16), 0)
                    from trace_event where type = 'LABELLED')
                  + (select coalesce(sum(octet_length(entries) + 32), 0) from log_file)
                """);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
