package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xiangpin.label.RollFixture;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Links of a wanted type: 307, 300, 404, or 400 (GS1-Conformant Resolver 1.2 §2.6). */
@QuarkusTest
class LinkTypeTest extends ResolverAsked {

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
      assertTrue(page.text().contains("<b>产品</b>"), "what there is");
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

  private String text(String path, String accept, String language) {
    ScanClient.Answer a = machine.send("GET", path, "Accept", accept, "Accept-Language", language);
    return a.status() + " " + a.header("Content-Type") + " Location: " + a.header("Location");
  }
}
