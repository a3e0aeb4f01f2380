package org.xiangpin.tracelog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.shared.TestClock;

/** Somebody with the database's root password changes the log, and it is not gone on. */
@QuarkusTest
class ChangedLogTest {

  @Inject LogKeeper keeper;
  @Inject Checkpoints checkpoints;
  @Inject TestClock clock;

  private SignedState before;

  @BeforeEach
  void fillAndRemember() {
    LogFixture.append(LogFixture.entries(20));
    before = LogFixture.sign();
    LogFixture.asRoot(
        "drop table if exists kept_tile, kept_head, kept_checkpoint",
        "create table kept_tile as select * from log_tile",
        "create table kept_head as select * from log_head",
        "create table kept_checkpoint as select * from log_checkpoint");
  }

  @AfterEach
  void putBack() {
    LogFixture.asRoot(
        "delete from log_tile",
        "insert into log_tile select * from kept_tile",
        "delete from log_head",
        "insert into log_head select * from kept_head",
        "insert ignore into log_checkpoint select * from kept_checkpoint",
        "drop table kept_tile, kept_head, kept_checkpoint");
    keeper.keep();
    assertNull(keeper.alarm());
    clock.reset();
  }

  @Test
  void aTileThatIsNotThatOfTheRootStopsTheLog() {
    LogFixture.asRoot(
        "update log_tile set hashes = concat(x'00', substring(hashes, 2)) where level = 0"
            + " order by tile_index desc limit 1");
    assertStops("no longer have the root");
  }

  @Test
  void aTileThatIsGoneStopsTheLog() {
    LogFixture.asRoot("delete from log_tile where level = 0 order by tile_index desc limit 1");
    assertStops("is gone");
  }

  @Test
  void aSizeThatIsSmallerThanWhatWasSignedStopsTheLog() {
    LogFixture.asRoot(
        "update log_head set size = 0,"
            + " root = x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'");
    keeper.keep();
    assertTrue(keeper.alarm().contains("when it signed"), keeper.alarm());
  }

  private void assertStops(String why) {
    LogFixture.append(LogFixture.entry());
    clock.advance(Checkpoints.BETWEEN);
    keeper.keep();
    assertTrue(keeper.alarm().contains(why), keeper.alarm());
    assertEquals(before.size(), checkpoints.newest().orElseThrow().size());
    given()
        .get("/q/health/well")
        .then()
        .statusCode(503)
        .body(containsString("public log"))
        .body("status", equalTo("DOWN"));
  }
}
