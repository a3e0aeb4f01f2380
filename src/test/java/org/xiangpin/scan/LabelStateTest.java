package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.custody.CustodyFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.traceability.Base32;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelSerials;

/** What a page says of its label: not in use yet, void, never issued. */
@QuarkusTest
class LabelStateTest {

  private static final String CERTIFIED = "这批黄桃已由崔家桥镇核验";
  private static final String NOT_IN_USE = "这枚标签还没有启用";
  private static final String VOID = "这枚标签已经作废";

  @Inject DataSource database;
  @Inject TestClock clock;
  @Inject ScanRoute route;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 1_000);
  private final ScanClient phone = new ScanClient();

  @Test
  void aLabelThatWasNotHandedOutSaysSoAndIsInUseAsSoonAsItIs() {
    LabelRoll roll = RollFixture.order(town, lot, 4);
    List<String> labels = RollFixture.paths(roll);
    assertEquals(NOT_IN_USE, phone.get(labels.get(0)).headline());
    assertTrue(phone.json(labels.get(0)).text().contains("\"label\":\"NOT_IN_USE\""));
    assertFalse(phone.get(labels.get(0)).text().contains("标签在册"));
    CustodyFixture.handOut(town, roll, 1, 2);
    assertEquals(CERTIFIED, phone.get(labels.get(0)).headline());
    assertEquals(CERTIFIED, phone.get(labels.get(1)).headline());
    assertEquals(NOT_IN_USE, phone.get(labels.get(2)).headline());
    assertEquals(CERTIFIED, phone.get(ScanPageTest.path(lot)).headline(), "the lot's own page");
  }

  @Test
  void aLostLabelIsVoidAtOnceAndItsNeighbourIsNot() {
    LabelRoll roll = RollFixture.issue(town, lot, 3);
    List<String> labels = RollFixture.paths(roll);
    assertEquals(CERTIFIED, phone.get(labels.get(1)).headline());
    CustodyFixture.lose(town, roll, 2, 2);
    assertEquals(VOID, phone.get(labels.get(1)).headline());
    assertEquals(CERTIFIED, phone.get(labels.get(2)).headline());
    assertFalse(phone.get(ScanPageTest.path(lot)).words().contains("标签作废"), "not in the timeline");
  }

  @Test
  void aStoppedLotIsSaidBeforeAnythingOfTheLabel() {
    LabelRoll roll = RollFixture.order(town, lot, 1);
    LotFixture.suspend(town, lot);
    assertEquals("这批黄桃的认证暂停了", phone.get(RollFixture.paths(roll).get(0)).headline());
  }

  @Test
  void aSerialOfARollThatWasNeverIssuedIsNotInUse() throws SQLException {
    String label = RollFixture.path(town, lot);
    assertEquals(CERTIFIED, phone.get(label).headline());
    // whoever stole the key can make serials, but not issue rolls
    change(
        "delete from custody_step where roll_id in (select id from label_roll where lot_id = ?)");
    touch();
    Eventually.within(Duration.ofSeconds(1), () -> phone.get(label).headline().equals(NOT_IN_USE));
  }

  @Test
  void whatAnotherNodeHandsOutOrVoidsIsSeenWithinASecond() throws SQLException {
    LabelRoll roll = RollFixture.order(town, lot, 1);
    String label = RollFixture.paths(roll).get(0);
    assertEquals(NOT_IN_USE, phone.get(label).headline());
    // as another process does it: its rows and the lot's touch, no event of ours
    change(
        "update custody_step set kind = 'ISSUED', holder_id = 1, holder_name = 'x' where roll_id"
            + " in (select id from label_roll where lot_id = ?)");
    touch();
    Eventually.within(Duration.ofSeconds(1), () -> phone.get(label).headline().equals(CERTIFIED));
  }

  @Test
  void theStateOfALabelInMemoryCostsNoStatement() throws SQLException {
    List<String> inStock = RollFixture.paths(RollFixture.order(town, lot, 2));
    LabelRoll lost = RollFixture.issue(town, lot, 2);
    CustodyFixture.lose(town, lost, 1, 1);
    List<String> labels = List.of(inStock.get(0), RollFixture.paths(lost).get(0));
    for (String label : labels) {
      phone.get(label);
      Eventually.within(
          Duration.ofSeconds(5), () -> phone.json(label).text().contains("\"scans\":1"));
      phone.get(label);
    }
    try (StatementLog log = StatementLog.start(database)) {
      for (int i = 0; i < 50; i++) {
        assertEquals(NOT_IN_USE, phone.get(labels.get(0)).headline());
        assertEquals(VOID, phone.get(labels.get(1)).headline());
      }
      assertEquals(List.of(), log.naming(lot.code(), lot.id().toString(), "custody_step"));
    }
  }

  /**
   * Through the code with which the route decides, without the network between: over HTTP a million
   * would take minutes, and {@code ScanLinkTest} does ten thousand of them so.
   */
  @Test
  void aMillionGuessedLinksHitNothingAndAskTheDatabaseNothing() throws SQLException {
    String real = RollFixture.path(town, lot);
    String serial = real.substring(real.length() - LabelSerials.LENGTH);
    LabelSerials strangersKey = new LabelSerials(new byte[32]);
    Gtin gtin = Gtin.parse(lot.gtin());
    try (StatementLog log = StatementLog.start(database)) {
      long hits =
          IntStream.range(0, 1_000_000)
              .parallel()
              .mapToObj(i -> guess(i, gtin, serial, strangersKey))
              .filter(path -> !path.equals(real))
              .map(path -> ScanRoute.parse(path))
              .filter(link -> route.position(link).isPresent())
              .count();
      assertEquals(0, hits);
      assertEquals(List.of(), log.naming(lot.code(), lot.id().toString()));
    }
    DigitalLink link = ScanRoute.parse(real);
    assertTrue(route.position(link).isPresent(), "the one that was issued is found this way");
  }

  /** A third each: another end, another roll or index with the real end, a stranger's key. */
  private String guess(int i, Gtin gtin, String serial, LabelSerials strangersKey) {
    Random random = new Random(i);
    String guessed =
        switch (i % 3) {
          case 0 -> serial.substring(0, 15) + Base32.encode(random.nextInt(1 << 25), 5);
          case 1 -> Base32.encode(random.nextLong(1L << 35), 7) + serial.substring(7);
          default -> strangersKey.serial(gtin, lot.code(), 1, i + 1);
        };
    return ScanPageTest.path(lot) + "/21/" + guessed;
  }

  private void touch() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update lot set changed_at = ? where id = ?")) {
      update.setObject(1, Times.utc(Times.now(clock)));
      update.setLong(2, lot.id());
      update.executeUpdate();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, lot.id());
      assertTrue(update.executeUpdate() > 0);
    }
  }
}
