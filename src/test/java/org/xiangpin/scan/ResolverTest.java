package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xiangpin.label.RollFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/**
 * The list of a conformant resolver (GS1-Conformant Resolver 1.2 §5), in its order, and what GS1's
 * test suite asks: keys, methods, errors and the description file.
 */
@QuarkusTest
class ResolverTest extends ResolverAsked {

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
}
