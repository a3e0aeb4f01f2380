package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** What no label says and no buyer's phone sends, written byte by byte, to the public addresses. */
@QuarkusTest
class HostileScanTest {

  @Inject DataSource database;

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scan/code",
        "/scan/code/",
        "/scan/code//",
        "/scan/code/00/106141412345678908",
        "/scan/code/01/09520123456788",
        "/scan/code/01/09520123456788/10/A/21/%0D%0ASet-Cookie:x",
        "/x/../scan/code/01/09520123456788/10/A/21/B",
        "/bought",
        "/bought/01/09520123456788/21/A",
        "/bought/01/09520123456788/10/%00/21/A",
        "/bought/8004/952132189",
        "/8004/952132189?01=09520123456780",
        "/8010/95213211?01=09520123456780",
        "/8020/A?01=1",
        "/00/106141412345678908?01=09520123456780",
        "/414/9521321000010?01=09520123456780",
        "/417/9521321000010?01=09520123456780&17=999999",
        "/253/9521321000010X?02=09520123456780",
        "/01/09520123456780",
        "/%30%31/09520123456780",
        "/01/%30%39%35",
        "/01/09520123456788?17=999999",
        "/01/09520123456788/10/ABC?17=999999&17=1",
        "/01/09520123456788?linkType=",
        "/log/tile/8/000",
        "/log/tile/63/000",
        "/log/tile/99999999999999999999/000",
        "/log/tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "/log/tile/0/000.p/0",
        "/log/tile/0/000.p/256",
        "/log/tile/entries/x999/x999/x999/x999/x999/999",
        "/log/entries/%00",
        "/log/proof/999999999999999999",
        "/log/proof/-1",
        "/photo/.jpg",
        "/photo/%00.jpg",
        "/photo/ZZZZZZZZZZZZZ.jpg",
        "/photo/../console.jpg",
        "/epcis/v2/lots/01/02",
        "/loc/430722111229",
        "/obj/x"
      })
  void whatIsNoneOfOursIsRefusedInASentence(String path) throws IOException {
    for (String accept : new String[] {"text/html", "application/json", "%", ";;,q=,*/*;q=1."}) {
      String answer =
          RawRequest.send("GET " + path + " HTTP/1.1", "Host: localhost", "Accept: " + accept);
      assertTrue(answer.startsWith("HTTP/1.1 4"), path + " " + accept + ": " + answer);
      assertFalse(body(answer).isBlank(), path + " " + accept + ": " + answer);
      assertFalse(answer.contains("\nSet-Cookie:x"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scan/code/%",
        "/bought/%zz",
        "/01/09520123456788?lang=%zz",
        "/01/09520123456788?s=%zz&lang=%",
        "/01/09520123456788?linkType=gs1:pip&lang=%zz"
      })
  void whatIsNoAddressNeverComesToUs(String path) throws IOException {
    String answer = RawRequest.send("GET " + path + " HTTP/1.1", "Host: localhost");
    assertTrue(answer.startsWith("HTTP/1.1 400"), path + ": " + answer);
  }

  @Test
  void compressedTextOfAnyKindIsNeverAFaultOfOurs() throws IOException {
    Random random = new Random(20261125);
    for (int i = 0; i < 400; i++) {
      byte[] bits = new byte[6 + random.nextInt(24)];
      random.nextBytes(bits);
      if (i % 2 == 0) {
        bits[0] = 1; // begins like the key 01
      }
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
      String path = (i % 3 == 0 ? "/01/09520123456788/" : "/") + text + "?01=09520123456780";
      String answer = RawRequest.send("GET " + path + " HTTP/1.1", "Host: localhost");
      assertTrue(answer.startsWith("HTTP/1.1 4"), path + ": " + answer);
    }
  }

  @Test
  void aFormThatCannotBeReadIsTheSendersMistakeAndNothingIsKept() throws IOException {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 1_000);
    LabelRoll roll = RollFixture.issueWithCodes(town, lot, 1);
    String label = RollFixture.paths(roll).get(0);
    for (String page : new String[] {"/bought" + label, "/scan/code" + label, "/scan/seen"}) {
      for (String body : new String[] {"shop=%zz", "code=%", "label=%1", "at=%&label=" + label}) {
        String answer = post(page, body);
        assertTrue(answer.startsWith("HTTP/1.1 400"), page + " " + body + ": " + answer);
        assertTrue(body(answer).contains("表单"), answer);
      }
    }
    String console =
        TownFixture.signIn(town.inspector()).get("/console/scans/" + lot.idText()).asString();
    assertFalse(console.contains("%zz"), console);
  }

  @Test
  void guessedLabelsAskTheDatabaseNothingByWhicheverAddress() throws SQLException {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    String start = label.substring(0, label.length() - 12);
    ScanClient phone = new ScanClient();
    phone.get(label + "?linkType=linkset");
    Random random = new Random(20261125);
    try (StatementLog log = StatementLog.start(database)) {
      for (int i = 0; i < 100; i++) {
        String guess =
            start + String.format("%012d", random.nextLong(1_000_000_000_000L)).replace('9', 'X');
        assertEquals(200, phone.get(guess).status());
        phone.get(guess + "?s=1.AAAA");
        phone.get(guess + "?linkType=gs1:epcis");
        phone.send("HEAD", guess, "Accept", "application/linkset+json");
        assertEquals(404, phone.get("/scan/code" + guess).status());
        assertEquals(404, phone.post("/bought" + guess, Map.of("shop", "x")).status());
        assertEquals(404, phone.post("/scan/seen", Map.of("label", guess)).status());
      }
      assertEquals(List.of(), log.naming(lot.code(), lot.id().toString()));
    }
  }

  @Test
  void aPlaceThatIsRefusedIsNamedInTheAnswer() {
    ScanClient phone = new ScanClient();
    TownFixture town = TownFixture.create();
    String label = RollFixture.path(town, LotFixture.certified(town, 1_000));
    ScanClient.Answer refused =
        phone.post("/scan/seen", Map.of("label", label, "at", "28.91,111.92"));
    assertEquals(400, refused.status());
    assertTrue(refused.text().contains("一位小数"), refused.text());
  }

  private static String post(String page, String body) throws IOException {
    return RawRequest.send(
        "POST " + page + " HTTP/1.1",
        "Host: localhost",
        FORM,
        "Connection: close",
        "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static String body(String answer) throws IOException {
    int at = answer.indexOf("\r\n\r\n");
    return at < 0 ? "" : new String(answer.substring(at + 4).getBytes("ISO-8859-1"), "UTF-8");
  }
}
