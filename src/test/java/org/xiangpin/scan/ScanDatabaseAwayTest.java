package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.launch.DatabaseOnAWire;
import org.xiangpin.shared.Eventually;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** The database goes away and comes back while the service runs. */
@QuarkusTest
@TestProfile(DatabaseOnAWire.Profile.class)
class ScanDatabaseAwayTest {

  @Test
  void saysSoInsteadOfAnOldStateAndRecoversWithoutARestart() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    ScanClient phone = new ScanClient();
    assertEquals("这批黄桃已由崔家桥镇核验", phone.get(label).headline());
    try {
      DatabaseOnAWire.cut();
      // a state that may have changed meanwhile is not shown for longer than a second
      Eventually.within(Duration.ofSeconds(8), () -> phone.get(label).status() == 503);
      ScanClient.Answer page = phone.get(label);
      assertEquals("暂时查不了", page.headline());
      assertTrue(page.text().contains("不是标签的问题"));
      assertEquals("5", page.header("Retry-After"));
      ScanClient.Answer json = phone.json(path(lot));
      assertEquals(503, json.status());
      assertTrue(json.text().contains("\"code\":\"database-away\""));
      assertEquals(400, phone.get("/01/123").status());
      assertEquals(404, phone.get("/01/06901234567892").status());
      String guess = label.substring(0, label.length() - 2) + "00";
      assertEquals("未知：我们没有发过这个编码", phone.get(guess).headline());
      // one more device opens it while its scan can't be written
      new ScanClient().get(label);
    } finally {
      DatabaseOnAWire.mend();
    }
    Eventually.within(
        Duration.ofSeconds(20), () -> phone.get(label).headline().equals("这批黄桃已由崔家桥镇核验"));
    LotFixture.suspend(town, lot);
    assertEquals("这批黄桃的认证暂停了", phone.get(label).headline());
    // the five seconds that a count may lag are for a database that is there
    Eventually.within(
        Duration.ofSeconds(20), () -> phone.json(label).text().contains("\"scans\":1"));
  }
}
