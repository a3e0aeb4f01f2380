package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Pages from memory: no statement, and never an old state. */
@QuarkusTest
class ScanMemoryTest {

  @Inject DataSource database;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final ScanClient phone = new ScanClient();

  /** Two for the lot and its place, two for its tests and reports; what its page tells beside. */
  @Test
  void aLotsPageCostsFourStatementsAtFirstALabelsOneMoreAndThenNone() throws SQLException {
    Lot lot = LotFixture.certified(town, 1_000);
    List<String> labels = RollFixture.paths(town, lot, 2);
    try (StatementLog log = StatementLog.start(database)) {
      String[] traces = {lot.code(), lot.id().toString(), town.village(), town.township()};
      phone.get(path(lot));
      assertTrue(log.naming(traces).size() <= 4, () -> all(log, traces));
      phone.get(labels.get(0));
      assertTrue(log.naming(traces).size() <= 5, () -> all(log, traces));
      phone.get(labels.get(1));
      int cold = log.naming(traces).size();
      assertTrue(cold <= 6, () -> all(log, traces));
      // the first scan's tally is written and read once; from then on nothing is asked
      Eventually.within(
          Duration.ofSeconds(5), () -> phone.json(labels.get(1)).text().contains("\"scans\":1"));
      phone.get(labels.get(0));
      phone.get(labels.get(1));
      List<String> warm = log.naming(traces);
      for (int i = 0; i < 50; i++) {
        assertEquals(200, phone.get(path(lot)).status());
        assertEquals(200, phone.get(labels.get(0)).status());
        assertEquals(200, phone.get(labels.get(1)).status());
      }
      assertEquals(warm, log.naming(traces));
    }
  }

  @Test
  void aRevocationOnThisNodeIsSeenAtOnce() {
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    assertEquals("这批黄桃已由崔家桥镇核验", phone.get(label).headline());
    LotFixture.suspend(town, lot);
    assertEquals("这批黄桃的认证暂停了", phone.get(label).headline());
    LotFixture.revoke(town, lot);
    assertEquals("这批黄桃的认证已经撤销", phone.get(label).headline());
    assertEquals("这批黄桃的认证已经撤销", phone.get(path(lot)).headline());
  }

  @Test
  void aRevocationOnAnotherNodeIsSeenWithinASecond() throws SQLException {
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    for (int i = 0; i < 5; i++) {
      String state = i % 2 == 0 ? "SUSPENDED" : "CERTIFIED";
      String headline = i % 2 == 0 ? "这批黄桃的认证暂停了" : "这批黄桃已由崔家桥镇核验";
      assertTrue(!phone.get(label).headline().equals(headline));
      changeElsewhere(lot, state);
      Eventually.within(Duration.ofSeconds(1), () -> phone.get(label).headline().equals(headline));
    }
  }

  @Test
  void aLotThatWasUnknownAppearsWithinASecondOfItsSubmission() {
    Product product = ProducerFixture.product(town.county());
    Eventually.within(
        Duration.ofSeconds(1), () -> phone.get("/01/" + product.gtin()).status() == 200);
    Lot lot = LotFixture.draft(town, ProducerFixture.farmer(town.village()), product, 1_000);
    assertEquals("这批黄桃还没有核验", phone.get(path(lot)).headline());
  }

  /** As another process does it: the row and its event in one transaction, no event of ours. */
  private void changeElsewhere(Lot lot, String state) throws SQLException {
    LocalDateTime now = LocalDateTime.ofInstant(Times.now(clock), ZoneOffset.UTC);
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update lot set state = ?, changed_at = ? where id = ?")) {
      update.setString(1, state);
      update.setObject(2, now);
      update.setLong(3, lot.id());
      assertEquals(1, update.executeUpdate());
    }
  }

  private static String all(StatementLog log, String... traces) {
    try {
      return String.join("\n", log.naming(traces));
    } catch (SQLException e) {
      return e.toString();
    }
  }
}
