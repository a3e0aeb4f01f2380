package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/**
 * The list of a conformant resolver (GS1-Conformant Resolver 1.2 §5), in its order, and what GS1's
 * test suite asks.
 */
@QuarkusTest
class ResolverTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VOC = "https://ref.gs1.org/voc/";
  private static final String LINKSET = "application/linkset+json";
  private static final JsonSchema LINKSET_SCHEMA = schema("linkset");

  @Inject XiangpinConfig config;

  private final TownFixture town = TownFixture.create();
  private final ScanClient machine = new ScanClient("resolver test");

  @Test
  void allQualifiersOfASupportedKeyAreSupported() {
    Lot lot = LotFixture.certified(town, 1_000);
    String gtin = "/01/" + lot.gtin();
    String label = RollFixture.path(town, lot).replaceAll(".*/", "");
    for (String path :
        new String[] {
          gtin,
          gtin + "/22/2A",
          gtin + "/10/" + lot.code(),
          gtin + "/22/2A/10/" + lot.code(),
          gtin + "/21/" + label,
          gtin + "/22/2A/10/" + lot.code() + "/21/" + label,
          gtin + "/235/TP-1",
        }) {
      assertEquals(200, machine.get(path).status(), path);
      assertAnchor(gtin, linkset(path), path);
    }
  }

  @Test
  void optionsNamesTheMethodsToAnyOrigin() {
    for (String path : new String[] {gtinPath(), "/00/106141412345678908", description()}) {
      ScanClient.Answer answer = machine.send("OPTIONS", path, "Origin", "https://shop.example");
      assertEquals(204, answer.status(), path);
      assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"));
      assertEquals("*", answer.header("Access-Control-Allow-Origin"));
      assertEquals("GET, HEAD, OPTIONS", answer.header("Access-Control-Allow-Methods"));
      assertEquals("Accept, Accept-Language", answer.header("Access-Control-Allow-Headers"));
    }
  }

  @Test
  void headAnswersAsGetWithoutABody() {
    Lot lot = LotFixture.certified(town, 1_000);
    for (String path :
        new String[] {
          gtinPath(),
          path(lot) + "?linkType=linkset",
          path(lot) + "?linkType=gs1:pip",
          description()
        }) {
      ScanClient.Answer get = machine.send("GET", path, "Accept", "*/*");
      ScanClient.Answer head = machine.send("HEAD", path, "Accept", "*/*");
      assertEquals(get.status(), head.status(), path);
      assertEquals(get.header("Content-Type"), head.header("Content-Type"), path);
      assertEquals(get.header("Content-Length"), head.header("Content-Length"), path);
      assertEquals(get.header("Location"), head.header("Location"), path);
      assertEquals(0, head.wire().length);
    }
  }

  @Test
  void anyOriginMayReadEveryAnswerAndItsLinks() {
    Lot lot = LotFixture.certified(town, 1_000);
    for (String path :
        new String[] {
          path(lot),
          RollFixture.path(town, lot),
          gtinPath(),
          gtinPath() + "?linkType=linkset",
          path(lot) + "?linkType=gs1:pip&lang=en",
          path(lot) + "?linkType=gs1:pip",
          path(lot) + "?linkType=gs1:jws",
          "/01/06901234567892",
          "/00/106141412345678908",
          "/01/123",
          description(),
        }) {
      ScanClient.Answer answer = machine.send("GET", path, "Origin", "https://shop.example");
      assertEquals("*", answer.header("Access-Control-Allow-Origin"), path);
      assertTrue(answer.header("Access-Control-Expose-Headers").contains("Link"), path);
      assertNull(answer.header("Set-Cookie"));
    }
  }

  @Test
  void aSyntaxErrorIs400AndSaysWhichKeyWhereAndWhichRule() throws IOException {
    String gtin = gtinPath().substring(4);
    for (String[] bad :
        new String[][] {
          {"/01/" + gtin + "/foo", ""},
          {"/01/" + gtin + "/21/A/10/B", "QUALIFIER"},
          {"/01/" + gtin + "/17/261231", "QUALIFIER"},
          {"/01/" + gtin + "?10=A", "QUALIFIER_IN_QUERY"},
          {"/01/" + gtin + "?17=261332", "DATE"},
          {"/01/" + gtin + "/10/%00", "CHARACTER_SET"},
          {"/01/" + gtin.substring(1), "LENGTH"},
          {"/00/106141412345678909", "CHECK_DIGIT"},
          {"/414/123", "LENGTH"},
          {"/8006/" + gtin + "0000", "PIECE_OF_TOTAL"},
        }) {
      for (String query : new String[] {"", "linkType=linkset"}) {
        String link = bad[0] + (query.isEmpty() ? "" : bad[0].contains("?") ? "&" : "?") + query;
        ScanClient.Answer answer =
            machine.send("GET", link, "Accept", "application/linkset+json,application/json");
        assertEquals(400, answer.status(), link);
        assertEquals("application/problem+json", answer.header("Content-Type"));
        JsonNode error = JSON.readTree(answer.text()).at("/errors/0");
        assertTrue(error.get("position").isInt(), answer::text);
        assertTrue(error.get("rule").textValue().contains(bad[1]), answer::text);
        ScanClient.Answer page = machine.get(link);
        assertEquals(400, page.status(), link);
        assertTrue(page.text().contains(error.get("rule").textValue()), link);
      }
    }
  }

  @Test
  void aKeyOfWhichNothingIsKnownIsASimple404() {
    for (String path :
        new String[] {
          "/01/06901234567892",
          "/01/06901234567892/10/A?linkType=linkset",
          "/00/106141412345678908",
          "/414/0614141123452/254/1",
          "/417/0614141123452",
          "/8003/00614141123452A",
          "/8004/0614141A",
          "/253/0614141123452",
        }) {
      ScanClient.Answer json = machine.send("GET", path, "Accept", LINKSET);
      assertEquals(404, json.status(), path);
      assertEquals("application/problem+json", json.header("Content-Type"), path);
      assertEquals(404, machine.get(path).status(), path);
    }
  }

  @Test
  void aCompressedLinkIsAnsweredAsThePlainOneAndNamesIt() {
    ScanClient.Answer answer = machine.get("/ARHKVAdpQg?linkType=linkset");
    assertEquals(404, answer.status());
    assertSameAs("/01/09780345418913", answer);
    ScanClient.Answer other = machine.get("/ABeRcNWtKMPA");
    assertEquals(404, other.status());
    assertEquals("这里没有这个编码", other.headline());
    assertSameAs("/00/106141412345678908", other);
  }

  @Test
  void aCompressedLinkOfOursShowsTheLotAndHasItsPlainAnchors() throws IOException {
    Lot lot = LotFixture.certified(town, 1_000);
    String compressed = CompressedFixture.of(lot.gtin(), lot.code());
    ScanClient.Answer page = machine.get("/" + compressed);
    assertEquals("这批黄桃已由崔家桥镇核验", page.headline());
    assertSameAs(path(lot), page);
    ScanClient.Answer links = machine.send("GET", "/" + compressed, "Accept", LINKSET);
    assertAnchor(path(lot), JSON.readTree(links.text()), compressed);
    String half = "/01/" + lot.gtin() + "/" + CompressedFixture.lotOnly(lot.code());
    assertEquals("这批黄桃已由崔家桥镇核验", machine.get(half).headline());
    assertSameAs(path(lot), machine.get(half));
  }

  @Test
  void noPageOfOursIsTakenForACompressedLink() {
    for (String path :
        new String[] {
          "/console",
          "/verify",
          "/verify/",
          "/log",
          "/api",
          "/q",
          "/photo",
          "/photos",
          "/sign-in",
          "/invitation",
          "/benchmark",
          "/certificate",
          "/recall",
          "/producers",
          "/epcis",
          "/favicon.svg",
          "/app.css",
          "/robots.txt",
          "/abcdefghijkl",
        }) {
      assertTrue(KeyRoute.expanded(path).isEmpty(), path);
      assertFalse(links(machine.get(path)).contains("owl:sameAs"), path);
    }
  }

  @Test
  void aLinksetIsReturnedWithoutARedirect() {
    Lot lot = LotFixture.certified(town, 1_000);
    for (String[] asked :
        new String[][] {
          {path(lot) + "?linkType=linkset", "*/*"},
          {path(lot) + "?linkType=all", "*/*"},
          {path(lot), LINKSET},
          {path(lot) + "?linkType=gs1:pip", LINKSET},
          {path(lot) + "?linkType=linkset&17=261231&s=x", "application/json"},
        }) {
      ScanClient.Answer answer = machine.send("GET", asked[0], "Accept", asked[1]);
      assertEquals(200, answer.status(), asked[0]);
      assertEquals(
          asked[1].equals("application/json") ? asked[1] : LINKSET, answer.header("Content-Type"));
      assertTrue(answer.header("Vary").contains("Accept"), asked[0]);
      assertTrue(answer.text().startsWith("{\"linkset\":[{\"anchor\":"), answer::text);
    }
  }

  @Test
  void aBrowserSeesTheLinksAsAPage() {
    Lot lot = LotFixture.certified(town, 1_000);
    ScanClient.Answer page = machine.get(path(lot) + "?linkType=linkset");
    assertEquals(200, page.status());
    assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
    assertTrue(page.text().contains("href=\"" + url(path(lot)) + "?lang=zh\""), page::text);
  }

  @Test
  void linkedDataHasItsContextWithin() throws IOException {
    JsonNode links =
        JSON.readTree(
            machine
                .send("GET", gtinPath() + "?linkType=linkset", "Accept", "application/ld+json")
                .text());
    assertEquals(
        "https://ref.gs1.org/standards/resolver/linkset-context",
        links.get("@context").textValue());
  }

  @Test
  void theLinksetValidatesAgainstTheSchemaAndHasLinksOfEachLevel() {
    Lot lot = LotFixture.certified(town, 1_000);
    JsonNode links = linkset(RollFixture.path(town, lot));
    assertEquals(List.of(), List.copyOf(LINKSET_SCHEMA.validate(links)));
    assertEquals(
        List.of(url(path(lot)), url("/01/" + lot.gtin())),
        links.get("linkset").findValuesAsText("anchor"));
    JsonNode first = links.at("/linkset/0");
    assertEquals("黄桃（锦绣），批号 " + lot.code(), first.get("description").textValue());
    for (String type :
        new String[] {"traceability", "certificationInfo", "recallStatus", "epcis"}) {
      assertTrue(first.has(VOC + type), type);
    }
    assertTrue(links.at("/linkset/1").has(VOC + "pip"));
  }

  @Test
  void everyLinkSaysWhatItIsInWhichLanguageAndLeadsToUs() {
    JsonNode links = linkset(path(LotFixture.certified(town, 1_000)));
    int pages = 0;
    for (JsonNode thing : links.get("linkset")) {
      assertFalse(thing.get("description").textValue().isBlank());
      for (JsonNode ofType : thing) {
        for (JsonNode link : ofType) {
          assertTrue(link.get("href").textValue().startsWith(config.publicUrl() + "/"));
          assertFalse(link.get("title").textValue().isBlank());
          if (link.path("type").asText().equals("text/html")) {
            assertTrue(link.get("hreflang").get(0).textValue().matches("zh|en"), link::toString);
            pages++;
          }
        }
      }
    }
    assertTrue(pages >= 12, "" + pages);
  }

  @Test
  void everyPageThatALinkLeadsToIsThere() {
    JsonNode links = linkset(path(LotFixture.certified(town, 1_000)));
    for (String href : links.findValuesAsText("href")) {
      String local = href.substring(config.publicUrl().length());
      int expected = local.startsWith("/epcis") ? 401 : 200;
      assertEquals(expected, machine.get(local).status(), href);
    }
  }

  @Test
  void theEventsOfALotTakeTheQueryThatIsPassedOn() {
    Lot lot = LotFixture.certified(town, 1_000);
    ScanClient.Answer answer =
        machine.send("GET", path(lot) + "?linkType=gs1:epcis", "Accept", "application/ld+json");
    assertEquals(307, answer.status());
    String local = answer.header("Location").substring(config.publicUrl().length());
    assertTrue(local.endsWith("/events?linkType=gs1:epcis"), local);
    ScanClient.Answer events =
        machine.send(
            "GET",
            local,
            "Authorization",
            "Bearer " + ShopFixture.shared().key(Set.of("trace:read")),
            "Accept",
            "application/ld+json");
    assertEquals(200, events.status(), events::text);
  }

  @Test
  void oneMeterCountsLinksOfOtherKeysAndOneTheCompressedOnes() {
    for (int i = 0; i < 5; i++) {
      machine.get("/414/bad" + i);
      machine.get("/ARHKVAdpQg?" + i);
    }
    String meters = machine.send("GET", "/q/metrics").text();
    assertTrue(meters.contains("/{key}/{link}"), meters);
    assertFalse(meters.contains("/414/"), meters);
  }

  @Test
  void eachThingHasOneDefaultLinkWithATitleOnlyWhichIsDescribedElsewhere() {
    JsonNode links = linkset(path(LotFixture.certified(town, 1_000)));
    for (JsonNode thing : links.get("linkset")) {
      JsonNode defaults = thing.get(VOC + "defaultLink");
      assertEquals(1, defaults.size());
      List<String> members = new ArrayList<>();
      defaults.get(0).fieldNames().forEachRemaining(members::add);
      assertEquals(List.of("href", "title"), members);
      String href = defaults.get(0).get("href").textValue();
      String described = thing.has(VOC + "pip") ? "pip" : "traceability";
      assertTrue(thing.get(VOC + described).findValuesAsText("href").contains(href));
      for (JsonNode multi : thing.get(VOC + "defaultLinkMulti")) {
        assertTrue(
            thing
                .get(VOC + described)
                .findValuesAsText("href")
                .contains(multi.get("href").textValue()));
      }
    }
  }

  @Test
  void theLinksetPointsToItsJsonLdContextAndEveryAnswerToTheLinkset() {
    Lot lot = LotFixture.certified(town, 1_000);
    ScanClient.Answer links = machine.send("GET", path(lot), "Accept", LINKSET);
    assertTrue(
        links(links)
            .contains(
                "<https://ref.gs1.org/standards/resolver/linkset-context>;"
                    + " rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\""));
    for (String path :
        new String[] {
          path(lot),
          RollFixture.path(town, lot),
          gtinPath(),
          path(lot) + "?linkType=gs1:pip&lang=zh"
        }) {
      assertTrue(
          links(machine.get(path))
              .contains("<?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\""),
          path);
    }
  }

  @Test
  void aLotThatIsUnknownHasTheLinksOfItsProductAndThePageSaysUnknown() {
    String gtin = gtinPath();
    for (String path :
        new String[] {gtin + "/10/260807ZZZZ", gtin + "/10/260807ZZZZ/21/X", gtin + "/21/X"}) {
      assertEquals(
          List.of(url(gtin)), linkset(path).get("linkset").findValuesAsText("anchor"), path);
    }
    assertTrue(machine.get(gtin + "/10/260807ZZZZ").headline().startsWith("未知"));
  }

  @Test
  void aWantedTypeThatIsThereIsRedirectedTo() {
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    String product = url("/01/" + lot.gtin());
    String lots = url(path(lot));
    for (String[] asked :
        new String[][] {
          {label, "gs1:pip", product + "?lang=en"},
          {label, "https://gs1.org/voc/pip", product + "?lang=en"},
          {path(lot), "gs1:pip", product + "?lang=en"},
          {label, "gs1:traceability", lots + "?lang=en"},
          {label, "gs1:certificationInfo", lots + "?lang=en"},
          {"/01/" + lot.gtin(), "gs1:certificationInfo", url("/verify/") + "?lang=en"},
          {label, "gs1:recallStatus", lots},
          {label, "gs1:defaultLink", lots + "?lang=zh"},
          {label, "gs1:defaultLinkMulti", lots + "?lang=en"},
          {"/01/" + lot.gtin() + "/10/ZZZ", "gs1:pip", product + "?lang=en"},
        }) {
      ScanClient.Answer answer = asEnglish(asked[0] + "?linkType=" + asked[1]);
      assertEquals(307, answer.status(), asked[1]);
      String and = asked[2].contains("?") ? "&" : "?";
      assertEquals(asked[2] + and + "linkType=" + asked[1], answer.header("Location"));
    }
  }

  @Test
  void whoFollowsARedirectArrivesAtOnce() {
    Lot lot = LotFixture.certified(town, 1_000);
    String label = RollFixture.path(town, lot);
    for (String type :
        new String[] {"pip", "traceability", "certificationInfo", "recallStatus", "defaultLink"}) {
      ScanClient.Answer answer = asEnglish(label + "?linkType=gs1:" + type + "&s=1.x");
      String target = answer.header("Location").substring(config.publicUrl().length());
      ScanClient.Answer arrived = asEnglish(target);
      assertEquals(200, arrived.status(), target);
      assertEquals(
          type.equals("recallStatus") ? "application/json" : "text/html; charset=utf-8",
          arrived.header("Content-Type"),
          target);
    }
  }

  @Test
  void aWantedTypeThatIsNotThereIs404() {
    String gtin = gtinPath();
    for (String type :
        new String[] {"gs1:jws", "schema:url", "https://example.org/t", "gs1:epcis"}) {
      ScanClient.Answer json =
          machine.send("GET", gtin + "?linkType=" + type, "Accept", "application/json");
      assertEquals(404, json.status(), type);
      assertEquals("application/problem+json", json.header("Content-Type"));
      ScanClient.Answer page = machine.get(gtin + "?linkType=" + type);
      assertEquals(404, page.status(), type);
      assertEquals("没有这种链接", page.headline());
      assertTrue(page.text().contains("gs1:pip"), "what there is");
    }
  }

  @Test
  void ofSeveralTypesTheFirstThatIsThereCounts() {
    ScanClient.Answer answer =
        asEnglish(path(LotFixture.certified(town, 1_000)) + "?linkType=gs1:jws&linkType=gs1:pip");
    assertEquals(307, answer.status());
    assertTrue(answer.header("Location").contains("?lang=en&"));
  }

  @Test
  void whatIsNoLinkTypeIs400() {
    String gtin = gtinPath();
    for (String query :
        new String[] {
          "linkType=",
          "linkType",
          "linkType=pip",
          "linkType=gs1:p%00",
          "linkType=%E4%B8%AD",
          "linkType=gs1:pip&".repeat(9),
          "linkType=gs1:x&".repeat(1_000)
        }) {
      ScanClient.Answer answer =
          machine.send("GET", gtin + "?" + query, "Accept", "application/json");
      assertEquals(400, answer.status(), query);
      assertTrue(answer.text().contains("invalid-link-type"), answer::text);
      assertEquals(400, machine.get(gtin + "?" + query).status(), query);
    }
  }

  @Test
  void severalThatFitAlikeAre300WithTheListAsALinkset() throws IOException {
    Lot lot = LotFixture.certified(town, 1_000);
    ScanClient.Answer answer =
        machine.send("GET", path(lot) + "?linkType=gs1:pip", "Accept", "*/*");
    assertEquals(300, answer.status());
    assertEquals(LINKSET, answer.header("Content-Type"));
    JsonNode links = JSON.readTree(answer.text());
    assertEquals(List.of(), List.copyOf(LINKSET_SCHEMA.validate(links)));
    assertEquals(2, links.at("/linkset/0").get(VOC + "pip").size());
    ScanClient.Answer page =
        machine.send("GET", path(lot) + "?linkType=gs1:pip", "Accept", "text/html");
    assertEquals(300, page.status());
    assertEquals("请选一个", page.headline());
  }

  @Test
  void acceptAndAcceptLanguageDecideAmongLinksOfAType() {
    String lot = path(LotFixture.certified(town, 1_000));
    String label = lot + "?linkType=gs1:traceability";
    assertTrue(
        text(label, "text/html", "zh-CN,en;q=0.5").contains("Location: " + url(lot) + "?lang=zh"));
    assertTrue(text(label, "text/html", "en").contains("Location: " + url(lot) + "?lang=en"));
    assertTrue(text(label, "application/json", "en").startsWith("200 application/json"));
    assertTrue(text(label, "text/html", "fr").startsWith("300"));
    assertTrue(text(label + "&lang=en", "text/html", "zh").startsWith("200 text/html"));
  }

  @Test
  void theWholeQueryIsPassedOnAndNothingElseGetsIntoTheAnswer() {
    Lot lot = LotFixture.certified(town, 1_000);
    String query =
        "foo=bar;17=261231&s=k.x&u=https://evil.example/&c=%0D%0ASet-Cookie:%20a=b&z=%E4%B8%AD";
    ScanClient.Answer answer = asEnglish(path(lot) + "?" + query + "&linkType=gs1:pip");
    assertEquals(307, answer.status());
    assertEquals(
        url("/01/" + lot.gtin()) + "?lang=en&" + query + "&linkType=gs1:pip",
        answer.header("Location"));
    assertNull(answer.header("Set-Cookie"));
  }

  @Test
  void aHostThatSomebodyMadeUpLeadsNowhereElse() throws IOException {
    Lot lot = LotFixture.certified(town, 1_000);
    String answer =
        RawRequest.send(
            "GET " + path(lot) + "?linkType=gs1:pip&lang=en HTTP/1.1",
            "Host: evil.example",
            "X-Forwarded-Host: evil.example");
    assertTrue(answer.startsWith("HTTP/1.1 307"), answer);
    assertFalse(answer.contains("evil.example"), answer);
  }

  @Test
  void strangeBytesInTheQueryDoNoHarm() throws IOException {
    String gtin = gtinPath();
    for (String query :
        new String[] {
          "linkType=gs1:pip&lang=en&x=\u00e4\u00ff",
          "linkType=gs1:pip&lang=%zz",
          "a=%&linkType=linkset",
          "lang=%zz",
          "%",
          "a=%u1234",
          "linkType=linkset&" + "a&".repeat(5_000)
        }) {
      String answer = RawRequest.send("GET " + gtin + "?" + query + " HTTP/1.1", "Host: x");
      assertTrue(answer.matches("(?s)HTTP/1.1 (200|300|307|400) .*"), query + "\n" + answer);
    }
    String long1 =
        RawRequest.send(
            "GET " + gtin + "?" + "linkType=gs1:pip&".repeat(100_000) + " HTTP/1.1", "Host: x");
    assertTrue(long1.isEmpty() || long1.matches("(?s)HTTP/1.[01] 414 .*"), long1);
  }

  @Test
  void theDescriptionFileValidatesAndPromisesNoMoreThanThereIs() throws IOException {
    ScanClient.Answer answer = machine.send("GET", description(), "Accept", "application/json");
    assertEquals("application/json", answer.header("Content-Type"));
    JsonNode file = JSON.readTree(answer.text());
    assertEquals(List.of(), List.copyOf(schema("description").validate(file)));
    assertEquals(config.publicUrl(), file.get("resolverRoot").textValue());
    assertEquals("[\"01\"]", file.get("supportedPrimaryKeys").toString());
    assertFalse(file.get("linkTypeDefaultCanBeLinkset").booleanValue());
    assertEquals(
        "[{\"namespace\":\"https://ref.gs1.org/voc/\",\"prefix\":\"gs1:\"}]",
        file.get("supportedLinkType").toString());
    assertEquals("县农业农村局（测试）", file.at("/contact/fn").textValue());
  }

  @Test
  void aSlashAtTheEndChangesNothing() {
    Lot lot = LotFixture.certified(town, 1_000);
    assertEquals(linkset(path(lot)), linkset(path(lot) + "/"));
    assertEquals(
        asEnglish(path(lot) + "?linkType=gs1:pip").header("Location"),
        asEnglish(path(lot) + "/?linkType=gs1:pip").header("Location"));
  }

  @Test
  void otherMethodsAreRefused() {
    for (String path : new String[] {gtinPath(), "/414/0614141123452", description()}) {
      ScanClient.Answer answer = machine.send("POST", path);
      assertEquals(405, answer.status(), path);
      assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"), path);
    }
  }

  @Test
  void noErrorIsSentAs200() {
    for (String path :
        new String[] {
          gtinPath() + "/foo",
          "/01/06901234567892",
          "/00/106141412345678909",
          gtinPath() + "?linkType=gs1:jws",
          gtinPath() + "?linkType=x"
        }) {
      assertTrue(machine.get(path).status() >= 400, path);
      assertTrue(machine.json(path).status() >= 400, path);
    }
  }

  private ScanClient.Answer asEnglish(String path) {
    return machine.send(
        "GET", path, "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en-GB,en;q=0.9");
  }

  private String text(String path, String accept, String language) {
    ScanClient.Answer a = machine.send("GET", path, "Accept", accept, "Accept-Language", language);
    return a.status() + " " + a.header("Content-Type") + " Location: " + a.header("Location");
  }

  private JsonNode linkset(String path) {
    ScanClient.Answer answer = machine.send("GET", path, "Accept", LINKSET);
    assertEquals(200, answer.status(), answer::text);
    try {
      return JSON.readTree(answer.text());
    } catch (IOException e) {
      throw new IllegalStateException(answer.text(), e);
    }
  }

  private void assertAnchor(String path, JsonNode links, String asked) {
    assertTrue(links.get("linkset").findValuesAsText("anchor").contains(url(path)), asked);
  }

  private void assertSameAs(String path, ScanClient.Answer answer) {
    assertTrue(links(answer).contains("<" + url(path) + ">; rel=\"owl:sameAs\""), links(answer));
    assertTrue(links(answer).contains("<" + url(path) + ">; rel=\"canonical\""), links(answer));
  }

  private static String links(ScanClient.Answer answer) {
    return String.join(", ", answer.response().headers().allValues("Link"));
  }

  private String url(String path) {
    return config.publicUrl() + path;
  }

  /** Of a product of which there are lots. */
  private String gtinPath() {
    return "/01/" + LotFixture.draft(town, 1_000).gtin();
  }

  private static String description() {
    return "/.well-known/gs1resolver";
  }

  private static JsonSchema schema(String name) {
    try (InputStream in =
        ResolverTest.class.getResourceAsStream("/resolver/" + name + ".schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
