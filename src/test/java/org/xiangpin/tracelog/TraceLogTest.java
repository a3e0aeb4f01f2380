package org.xiangpin.tracelog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.shared.TestClock;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.Tile;

@QuarkusTest
class TraceLogTest {

  @Inject TraceLog log;
  @Inject LogGrowth growth;
  @Inject Checkpoints checkpoints;
  @Inject TestClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void anEntryIsInTheLogOnceItsTransactionIsThrough() {
    byte[] entry = LogFixture.entry();
    LogPlace place = LogFixture.append(entry);
    SignedState state = LogFixture.sign();
    long index = log.provenIndexOf(place).orElseThrow();
    assertTrue(index < state.size());
    assertArrayEquals(entry, PublishedLog.entries(state.size()).get((int) index));
  }

  @Test
  void anEntryWhoseTransactionIsUndoneNeverEntersTheLog() {
    growth.grow();
    long size = LogFixture.sign().size();
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      log.append(LogFixture.entry());
                      throw new IllegalStateException("undone");
                    }));
    assertEquals(0, growth.grow());
    assertEquals(size, LogFixture.sign().size());
  }

  @Test
  void entriesOfOneHandInStandNextToEachOther() {
    List<byte[]> entries = LogFixture.entries(300);
    List<LogPlace> places = LogFixture.append(entries);
    SignedState state = LogFixture.sign();
    List<byte[]> published = PublishedLog.entries(state.size());
    long first = log.provenIndexOf(places.get(0)).orElseThrow();
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(first + i, log.provenIndexOf(places.get(i)).orElseThrow());
      assertArrayEquals(entries.get(i), published.get((int) first + i));
    }
  }

  @Test
  void entriesHandedInByAVersionThatDidNotHashThemAreTakenAsWell() {
    List<byte[]> entries = LogFixture.entries(300);
    List<LogPlace> places = LogFixture.append(entries);
    for (LogPlace place : Set.copyOf(places)) {
      LogFixture.asRoot("update log_batch set hashes = null where id = " + place.batch());
    }
    SignedState state = LogFixture.sign();
    List<byte[]> published = PublishedLog.entries(state.size());
    for (int i = 0; i < entries.size(); i++) {
      int index = log.provenIndexOf(places.get(i)).orElseThrow().intValue();
      assertArrayEquals(entries.get(i), published.get(index));
    }
    assertEquals(state.root(), PublishedLog.provenRoot(state.size()));
  }

  @Test
  void nodesThatGrowTheLogAtTheSameTimeNeverForkIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<LogPlace> places = new ArrayList<>();
    try {
      List<Future<List<LogPlace>>> handedIn = new ArrayList<>();
      List<Future<Long>> grown = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int count = 1 + i % 7;
        handedIn.add(threads.submit(() -> LogFixture.append(LogFixture.entries(count))));
        grown.add(threads.submit(growth::grow));
      }
      for (Future<List<LogPlace>> each : handedIn) {
        places.addAll(each.get());
      }
      for (Future<Long> each : grown) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
    SignedState state = LogFixture.sign();
    Set<Long> indexes = new HashSet<>();
    places.forEach(place -> indexes.add(log.provenIndexOf(place).orElseThrow()));
    assertEquals(places.size(), indexes.size());
    assertEquals(state.root(), PublishedLog.provenRoot(state.size()));
  }

  @Test
  void aStateIsSignedAtMostEveryTenSecondsAndOnlyWhenSomethingCame() {
    LogFixture.append(LogFixture.entry());
    SignedState first = LogFixture.sign();
    clock.advance(Duration.ofMinutes(1));
    assertEquals(Optional.empty(), checkpoints.sign());
    LogFixture.append(LogFixture.entry());
    growth.grow();
    assertEquals(first.size() + 1, checkpoints.sign().orElseThrow().size());
    LogFixture.append(LogFixture.entry());
    growth.grow();
    clock.advance(Duration.ofSeconds(9));
    assertEquals(Optional.empty(), checkpoints.sign());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(first.size() + 2, checkpoints.sign().orElseThrow().size());
  }

  @Test
  void aProofIsAllThatAnOutsiderNeedsBesideTheKey() {
    byte[] entry = LogFixture.entry();
    LogPlace place = LogFixture.append(entry);
    LogFixture.append(LogFixture.entries(5));
    LogFixture.sign();
    long index = log.provenIndexOf(place).orElseThrow();
    LogProof proof = LogProof.parse(PublishedLog.bytes("/log/proof/" + index));
    byte[] carried = java.util.Base64.getDecoder().decode(proof.extra().orElseThrow());
    assertArrayEquals(entry, carried);
    proof.verify(carried, LogPolicy.of(PublishedLog.key()));
  }

  @Test
  void anEntryCanBeProvedFromTheSignedStateOnThatCoversIt() {
    List<LogPlace> places = LogFixture.append(LogFixture.entries(3));
    assertEquals(Optional.empty(), log.provenIndexOf(places.get(0)), "it waits");
    growth.grow();
    assertEquals(Optional.empty(), log.provenIndexOf(places.get(0)), "nothing signed covers it");
    SignedState state = LogFixture.sign();
    for (LogPlace place : places) {
      long index = log.provenIndexOf(place).orElseThrow();
      assertTrue(index < state.size() && log.prove(index).isPresent());
    }
    long last = log.provenIndexOf(places.get(2)).orElseThrow();
    assertEquals(state.size() - 1, last);
  }

  @Test
  void everySignedStateGoesOnFromTheOneBefore() {
    Checkpoint last = null;
    for (int count : new int[] {1, 2, 255, 256, 257, 3}) {
      LogFixture.append(LogFixture.entries(count));
      LogFixture.sign();
      Checkpoint now = PublishedLog.checkpoint();
      if (last != null) {
        PublishedLog.tree(now.size()).consistency(last.size()).verify(last.root(), now.root());
      }
      last = now;
    }
  }

  @Test
  void nothingIsShownThatNoSignedStateCovers() {
    LogFixture.append(LogFixture.entries(3));
    long size = LogFixture.sign().size();
    LogFixture.append(LogFixture.entry());
    growth.grow();
    Tile signed = Tile.of(size, 0, size / Tile.FULL);
    Tile beyond = Tile.of(size + 1, 0, size / Tile.FULL);
    if (signed.width() > 0 && size % Tile.FULL > 0) {
      given().get("/log/" + signed.path()).then().statusCode(200);
    }
    given().get("/log/" + beyond.path()).then().statusCode(404);
    given().get("/log/proof/" + size).then().statusCode(404);
  }

  @Test
  void tilesMayBeKeptForEverAndReadFromAnyPage() {
    LogFixture.append(LogFixture.entry());
    SignedState state = LogFixture.sign();
    String path = "/log/" + Tile.of(state.size(), 0, 0).path();
    byte[] before =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .header("Cache-Control", containsString("immutable"))
            .header("Access-Control-Allow-Origin", "*")
            .extract()
            .asByteArray();
    LogFixture.append(LogFixture.entries(2));
    LogFixture.sign();
    assertArrayEquals(before, PublishedLog.bytes(path));
  }

  @Test
  void otherSpellingsOfAPathAreNotFound() {
    for (String path :
        List.of(
            "tile/0/0",
            "tile/9/000",
            "tile/0/x000/001",
            "tile/entries/000.p/999",
            "tile/-1/000",
            "proof/999999999",
            "proof/abc",
            "tile/0/000.p/0",
            "tile/0/x999/x999/x999/x999/999")) {
      given().get("/log/" + path).then().statusCode(404);
    }
  }
}
