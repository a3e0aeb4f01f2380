package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.label.SigningKeyFixture;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.tracelog.LogFixture;

/** What the page says of the label's signature and of the public log. */
@QuarkusTest
class ScanCheckedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject DataSource database;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final ScanClient phone = new ScanClient();

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void theStepThatDecidesIsProvedByAFileThatThePageOffers() throws IOException {
    Lot lot = LotFixture.certified(town, 15_000_000);
    LogFixture.sign();
    JsonNode facts = JSON.readTree(phone.json(path(lot)).text());
    String file = facts.at("/proof/path").textValue();
    String html = phone.get(path(lot)).text();
    assertTrue(html.contains("href=\"" + file + "\""), html);
    assertTrue(html.contains("proof=" + facts.at("/proof/index").asLong() + "\""), html);
    assertTrue(html.contains("“乡镇核验通过”这一步写进了公开日志"), html);

    LogProof proof = LogProof.parse(phone.get(file).text());
    byte[] entry = Base64.getDecoder().decode(proof.extra().orElseThrow());
    proof.verify(entry, LogPolicy.of(NoteKey.parse(phone.get("/log/key").text().strip())));
    JsonNode said = JSON.readTree(entry);
    assertEquals("CERTIFIED", said.get("type").textValue());
    assertEquals(lot.code(), said.get("lot").textValue());
    assertEquals(facts.at("/certification/number"), said.at("/certification/number"));
  }

  @Test
  void whatNoSignedStateCoversYetIsNotSaidToBeProved() {
    String html = phone.get(path(LotFixture.certified(town, 1_000))).text();
    assertFalse(html.contains("公开日志"), html);
    String draft = phone.get(path(LotFixture.draft(town, 1_000))).text();
    assertFalse(draft.contains("公开日志"), draft);
  }

  @Test
  void theSignatureOfALabelIsCheckedAndSaidSo() {
    Lot lot = LotFixture.certified(town, 1_000);
    String signed = pathAndQuery(RollFixture.signedLinks(town, lot, 1).get(0));
    assertSays(signed, "签名对得上");
    assertSays(signed + "&lang=zh&from=timeline", "签名对得上");
    String html = phone.get(signed).text();
    assertTrue(
        html.contains("/verify/#link=https%3A%2F%2F") || html.contains("#link=http%3A"), html);
    assertTrue(
        html.contains("?" + signed.replaceAll(".*\\?", "") + "&amp;lang=en"),
        "the other language keeps the signature");
  }

  @Test
  void aSignatureThatDoesNotFitIsSaidSoWithoutAccusingAnybody() {
    Lot lot = LotFixture.certified(town, 1_000);
    List<String> links = RollFixture.signedLinks(town, lot, 2);
    String first = pathAndQuery(links.get(0));
    String second = pathAndQuery(links.get(1));
    String mixed = first.replaceAll("\\?.*", "") + second.replaceAll(".*\\?", "?");
    for (String wrong : new String[] {mixed, first + "&17=270101"}) {
      assertSays(wrong, "签名对不上");
      assertEquals("这枚标签的签名对不上", phone.get(wrong).headline(), "before that the lot is certified");
    }
    for (String damaged : new String[] {first + "A", first.replaceAll("s=.*", "s=")}) {
      assertSays(damaged, "签名对不上");
      assertEquals("这批黄桃已由崔家桥镇核验", phone.get(damaged).headline(), "a chat may cut a link");
    }
    assertTrue(phone.json(mixed).text().contains("\"label\":\"MISSIGNED\""));
    String plain = phone.get(first.replaceAll("\\?.*", "")).text();
    assertFalse(plain.contains("签名"), plain);
  }

  @Test
  void aKeyThatIsRevokedNoLongerCounts() {
    Lot lot = LotFixture.certified(town, 1_000);
    String signed = pathAndQuery(RollFixture.signedLinks(town, lot, 1).get(0));
    assertSays(signed, "签名对得上");
    SigningKeyFixture.revokeNewest(town.county());
    assertSays(signed, "签名的钥匙现在不作数");
  }

  @Test
  void aSignedPageInMemoryAsksTheDatabaseNothing() throws SQLException {
    Lot lot = LotFixture.certified(town, 1_000);
    LogFixture.sign();
    String signed = pathAndQuery(RollFixture.signedLinks(town, lot, 1).get(0));
    ScanClient preview = new ScanClient("a preview bot");
    preview.get(signed);
    try (StatementLog log = StatementLog.start(database)) {
      for (int i = 0; i < 50; i++) {
        assertEquals(200, preview.get(signed).status());
      }
      assertEquals(List.of(), log.naming(lot.code(), lot.id().toString()));
    }
  }

  private void assertSays(String signed, String words) {
    String html = phone.get(signed).text();
    assertTrue(html.contains(words), () -> signed + "\n" + html);
  }

  private static String pathAndQuery(String link) {
    URI uri = URI.create(link);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
