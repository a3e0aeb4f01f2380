package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.trace.CommitmentCertificate.Basis;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;

/** What goes over the wire: headers, sizes, kinds of answer. */
@QuarkusTest
class ScanAnswerTest {

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  @Inject LotService lots;

  private final TownFixture town = TownFixture.create();
  private final ScanClient phone = new ScanClient();

  @Test
  void theFirstResponseIsSmallAndSetsNoCookie() {
    ScanClient.Answer page = phone.get(fullPage());
    assertTrue(page.wire().length <= 14_000, () -> page.wire().length + " bytes");
    assertEquals(String.valueOf(page.wire().length), page.header("Content-Length"));
    assertNull(page.header("Set-Cookie"));
    assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
    assertEquals("no-cache", page.header("Cache-Control"));
    assertEquals("nosniff", page.header("X-Content-Type-Options"));
  }

  @Test
  void onlyThePagesOwnStyleMayApplyAndOnlyTheServicesOwnScriptMayRun() throws Exception {
    ScanClient.Answer page = phone.get(fullPage());
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.text());
    assertTrue(style.find());
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + hash
            + "'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        page.header("Content-Security-Policy"));
    assertEquals(
        List.of("<script src=\"/scan.js\" defer></script>"),
        Pattern.compile("<script.*?</script>", Pattern.DOTALL)
            .matcher(page.text())
            .results()
            .map(MatchResult::group)
            .toList());
    assertFalse(Pattern.compile("\\son\\w+=|\\sstyle=").matcher(page.text()).find());
  }

  @Test
  void whoTakesNoGzipGetsTheSamePagePlain() {
    String path = ownLink(fullPage());
    String page = phone.get(path).text();
    for (String accepted : new String[] {"identity", "gzip;q=0", "deflate"}) {
      ScanClient.Answer plain =
          phone.send("GET", path, "Accept", "text/html", "Accept-Encoding", accepted);
      assertEquals(page, new String(plain.wire(), StandardCharsets.UTF_8), accepted);
      assertEquals(String.valueOf(plain.wire().length), plain.header("Content-Length"));
    }
  }

  @Test
  void thePageIsTheSameOverHttp2() {
    String path = ownLink(fullPage());
    ScanClient.Answer page = phone.getByHttp2(path);
    assertEquals(HttpClient.Version.HTTP_2, page.response().version());
    assertEquals(phone.get(path).text(), page.text());
    assertTrue(page.wire().length <= 14_000, () -> page.wire().length + " bytes");
  }

  @Test
  void headAnswersAsGetWithoutABody() {
    String path = ownLink(fullPage());
    ScanClient.Answer page = phone.get(path);
    ScanClient.Answer head =
        phone.send("HEAD", path, "Accept", "text/html", "Accept-Encoding", "gzip");
    assertEquals(200, head.status());
    assertArrayEquals(new byte[0], head.wire());
    assertEquals(page.header("Content-Length"), head.header("Content-Length"));
    assertEquals(page.header("Content-Type"), head.header("Content-Type"));
  }

  @Test
  void takesNothingButGetHeadAndOptions() {
    String path = fullPage();
    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      ScanClient.Answer answer = phone.send(method, path);
      assertEquals(405, answer.status(), method);
      assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"));
    }
  }

  @Test
  void saysTheSameInJsonWithEachMemberOnce() throws IOException {
    String path = fullPage();
    ScanClient.Answer answer = phone.json(path);
    assertEquals("application/json", answer.header("Content-Type"));
    JsonNode lot = STRICT.readTree(answer.text());
    assertEquals("CERTIFIED", lot.get("state").textValue());
    assertEquals("崔家桥镇", lot.get("certification").get("township").textValue());
    assertEquals(15_000_000, lot.get("quantityGrams").longValue());
    assertEquals(path.substring(path.length() - 20), lot.get("serial").textValue());
    assertEquals(0, lot.get("scans").longValue());
    assertTrue(lot.get("commitment").get("text").textValue().startsWith("我承诺"));
    assertEquals("HARVESTED", lot.get("timeline").get(0).get("type").textValue());
    assertNull(lot.get("lotId"));
  }

  @Test
  void browsersThatAlsoTakeJsonGetThePage() {
    ScanClient.Answer answer =
        phone.send("GET", fullPage(), "Accept", "text/html,application/json;q=0.9,*/*;q=0.8");
    assertEquals("text/html; charset=utf-8", answer.header("Content-Type"));
    assertEquals("Accept, Accept-Language, Accept-Encoding", answer.header("Vary"));
  }

  /** The link of a label with everything that a page may show. */
  private String fullPage() {
    Lot lot = LotFixture.draft(town, 15_000_000);
    lots.commit(lot.id(), Basis.OWN_TEST, "19900001234", town.liaisonFor(lot.producerId()));
    return RollFixture.path(town, LotFixture.certify(town, LotFixture.submit(town, lot)));
  }

  /** The lot's own link: no count on it that changes between two looks. */
  private static String ownLink(String label) {
    return label.replaceAll("/21/.*", "");
  }
}
