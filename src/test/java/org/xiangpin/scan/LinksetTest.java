package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xiangpin.label.RollFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** All links of a thing, as a linkset. */
@QuarkusTest
class LinksetTest extends ResolverAsked {

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
  void thePageOfLinksSpeaksTheReadersLanguageAndNoMachines() {
    Lot lot = LotFixture.certified(town, 1_000);
    String english = machine.get(path(lot) + "?linkType=linkset&lang=en").text();
    assertTrue(english.contains("Where it comes from"), english);
    assertTrue(english.contains("href=\"" + url(path(lot)) + "?lang=en\""), english);
    for (String word : new String[] {"gs1:", "defaultLink", "批号", "?lang=zh\">"}) {
      assertFalse(english.contains(word), word);
    }
    String chinese = machine.get(path(lot) + "?linkType=linkset&lang=zh").text();
    assertTrue(chinese.contains("从哪里来"), chinese);
    for (String word : new String[] {"gs1:", "defaultLink", "Certification of", "history"}) {
      assertFalse(chinese.contains(word), word);
    }
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
}
