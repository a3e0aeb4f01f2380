package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.assertInOrder;
import static org.xiangpin.scan.ScanPageTest.path;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.traceability.Base32;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelSerials;

/** Links as they come: misread, mistyped, guessed, decorated. */
@QuarkusTest
class ScanLinkTest {

  private static final String UNKNOWN = "未知：我们没有发过这个编码";

  @Inject DataSource database;

  private final TownFixture town = TownFixture.create();
  private final ScanClient phone = new ScanClient();

  @Test
  void aWrongCheckDigitIsExplainedOnA400Page() {
    String gtin = gtin();
    char wrong = gtin.charAt(13) == '5' ? '6' : '5';
    String misread = gtin.substring(0, 13) + wrong;
    ScanClient.Answer page = phone.get("/01/" + misread + "/10/26080K7M3X");
    assertEquals(400, page.status());
    assertEquals("这个编码读错了一位", page.headline());
    assertInOrder(page.words(), "现在怎么办", "再扫一次", "你扫的编码", misread);
    assertEquals("application/problem+json", phone.json("/01/" + misread).header("Content-Type"));
  }

  @Test
  void whatIsNoDigitalLinkIsA400Page() {
    String gtin = gtin();
    for (String bad :
        new String[] {
          "/01/abc",
          "/01/12345",
          "/01/" + gtin + "/10",
          "/01/" + gtin + "/21/X/10/Y",
          "/01/" + gtin + "/10/" + "A".repeat(21),
          "/01/" + gtin + "/10/%00",
          "/01/" + gtin + "/10/A?10=B",
          "/01/" + gtin + "/10/A?x=1&17=261331",
          "/01/" + gtin + "/10/A?999",
          "/01/x/01/" + gtin + "/10/A",
          "/01/" + gtin + "//10/A",
          "/01/",
        }) {
      ScanClient.Answer page = phone.get(bad);
      assertEquals(400, page.status(), bad);
      assertEquals("这个编码读不通", page.headline(), bad);
    }
  }

  @Test
  void aGtinThatNobodyUsesIs404() {
    ScanClient.Answer page = phone.get("/01/06901234567892/10/26080K7M3X");
    assertEquals(404, page.status());
    assertEquals("没有找到这个产品", page.headline());
    assertEquals(404, phone.json("/01/06901234567892").status());
  }

  @Test
  void aLotThatWeNeverIssuedIsUnknownAndTheFirstSentenceSaysSo() {
    String gtin = gtin();
    ScanClient.Answer page = phone.get("/01/" + gtin + "/10/260807ZZZZ");
    assertEquals(200, page.status());
    assertEquals(UNKNOWN, page.headline());
    assertInOrder(page.words(), "现在怎么办", "你扫的编码", gtin, "260807ZZZZ");
    assertEquals(
        "{\"state\":\"UNKNOWN\",\"gtin\":\"" + gtin + "\",\"lot\":\"260807ZZZZ\"}",
        phone.json("/01/" + gtin + "/10/260807ZZZZ").text());
  }

  @Test
  void aProductWithoutALotAsksForTheLot() {
    String gtin = gtin();
    ScanClient.Answer page = phone.get("/01/" + gtin);
    assertInOrder(page.words(), "黄桃（锦绣）", "没说是哪一批", "现在没有在卖的", gtin);
    assertTrue(phone.json("/01/" + gtin).text().startsWith("{\"gtin\":\"" + gtin + "\""));
  }

  @Test
  void aSerialOfAnotherLotIsUnknown() {
    Lot one = LotFixture.certified(town, 1_000);
    Lot other = LotFixture.certified(town, 1_000);
    String serial = RollFixture.path(town, one).replaceAll(".*/", "");
    ScanClient.Answer foreign = phone.get(path(other) + "/21/" + serial);
    assertEquals(UNKNOWN, foreign.headline());
    String asPrinted = serial.replaceAll("(.....)(?=.)", "$1 ");
    assertTrue(foreign.words().contains(asPrinted), "as it stands under the code");
  }

  @Test
  void tenThousandGuessedSerialsHitNothingAndAskTheDatabaseNothing() throws SQLException {
    Lot lot = LotFixture.certified(town, 1_000);
    String real = RollFixture.path(town, lot);
    assertEquals("这批黄桃已由崔家桥镇核验", phone.get(real).headline());
    LabelSerials strangersKey = new LabelSerials(new byte[32]);
    Random random = new Random(1);
    long before = StatementLog.statements(database);
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(
            i -> {
              String serial =
                  i % 2 == 0
                      ? real.substring(real.length() - 20, real.length() - 5)
                          + Base32.encode(random.nextInt(1 << 25), 5)
                      : strangersKey.serial(Gtin.parse(lot.gtin()), lot.code(), 1, i + 1);
              ScanClient.Answer answer = phone.json(path(lot) + "/21/" + serial);
              assertTrue(
                  answer.text().startsWith("{\"state\":\"UNKNOWN\"") || real.endsWith(serial),
                  answer.text());
            });
    // timers of the service ask a few times a second; one statement a guess would be 10,000
    long asked = StatementLog.statements(database) - before;
    assertTrue(asked < 1_000, () -> asked + " statements");
  }

  @Test
  void slipsOfTheHandAreForgiven() {
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    String code = lot.code();
    String escaped = "%" + Integer.toHexString(code.charAt(0)) + code.substring(1);
    for (String link :
        new String[] {
          label + "/",
          label.toLowerCase(),
          label.replace("/10/" + code, "/10/" + escaped),
          label + "?from=singlemessage&isappinstalled=0",
          label + "?s=k.abc&utm_source=wechat",
          label + "?17=261231&3103=005000&s=k.abc",
          label + "?from=10=20;x17=1",
          label + "?",
        }) {
      ScanClient.Answer page = phone.get(link);
      assertEquals(200, page.status(), link);
      assertEquals("这批黄桃已由崔家桥镇核验", page.headline(), link);
      assertTrue(page.text().contains("标签在册"), link);
    }
  }

  @Test
  void whatStoodInTheLinkIsShownAsText() {
    String gtin = gtin();
    ScanClient.Answer page = phone.get("/01/" + gtin + "/10/%3Cb%3EX%26");
    assertFalse(page.text().contains("<b>X"));
    assertTrue(page.text().toUpperCase().contains("&LT;B&GT;X&AMP;"));
  }

  /** A product of which there are lots. */
  private String gtin() {
    return LotFixture.draft(town, 1_000).gtin();
  }
}
