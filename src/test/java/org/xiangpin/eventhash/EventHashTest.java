package org.xiangpin.eventhash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHashTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PLAIN =
      """
      {"type": "ObjectEvent", "eventTime": "2026-11-20T09:00:00+08:00",
       "eventTimeZoneOffset": "+08:00", "action": "OBSERVE", "bizStep": "shipping",
       "epcList": ["urn:epc:id:sgtin:4012345.011111.9876", "urn:epc:id:sscc:4012345.3111111111"]}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ReferenceEventHashAlgorithm2",
        "ReferenceEventHashAlgorithm3",
        "epcisDocWithVariousEventTypes",
        "ObjectEvent_all_possible_fields"
      })
  void agreesWithTheReferencesVectors(String name) throws IOException {
    JsonNode document = JSON.readTree(read(name + ".json"));
    List<String> hashes = read(name + ".hashes").lines().toList();
    JsonNode events = document.at("/epcisBody/eventList");
    assertEquals(hashes.size(), events.size());
    for (int i = 0; i < hashes.size(); i++) {
      ObjectNode event = (ObjectNode) events.get(i);
      var prefixes = EventContext.prefixes(document.get("@context"));
      int at = i;
      assertEquals(
          "ni:///sha-256;" + hashes.get(i) + "?ver=CBV2.0",
          EventHash.id(event, prefixes),
          () -> at + ": " + EventHash.preHash(event, prefixes));
    }
  }

  /** After epclist_normalisation of the same source. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "urn:epc:id:sgtin:4012345.011111.9876, 01/04012345111118/21/9876",
        "urn:epc:id:sgtin:4012345.011111.98%22, 01/04012345111118/21/98%22",
        "urn:epc:id:sgtin:415056789012.0.987654, 01/04150567890128/21/987654",
        "urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F(), 01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29",
        "urn:epc:id:sscc:4012345.3111111111, 00/340123451111111111",
        "urn:epc:id:sgln:4012345.00005.122, 414/4012345000054/254/122",
        "urn:epc:id:sgln:4012345.00005.0, 414/4012345000054",
        "urn:epc:id:grai:4012345.00022.334455, 8003/04012345000221334455",
        "urn:epc:id:giai:4012345.ABC345, 8004/4012345ABC345",
        "urn:epc:id:gsrn:4012345.0000006765, 8018/401234500000067657",
        "urn:epc:id:gdti:4012345.00009.PO-4711, 253/4012345000092PO-4711",
        "urn:epc:id:gdti:987659999999..9, 253/98765999999929",
        "urn:epc:id:ginc:0614141.xyz47%2F11, 401/0614141xyz47%2F11",
        "urn:epc:id:gsin:4012345.222333444, 402/40123452223334442",
        "urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB, 01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'SDB",
        "urn:epc:id:pgln:4000001.00000, 417/4000001000005",
        "urn:epc:id:pgln:999999999999., 417/9999999999994",
        "urn:epc:class:lgtin:4012345.012345.Lot987, 01/04012345123456/10/Lot987",
        "urn:epc:idpat:sgtin:4012345.066666.*, 01/04012345666663",
        "https://id.gs1.org/gtin/09780345418913, 01/09780345418913",
        "https://example.com/gtin/09780345418913/21/765tz?abc=211121, 01/09780345418913/21/765tz",
        "https://example.com/shop/01/09780345418913/22/2A/10/L1/21/7, 01/09780345418913/21/7",
      })
  void writesIdentifiersAsCanonicalDigitalLinks(String written, String canonical) {
    assertEquals("https://id.gs1.org/" + canonical, Epc.canonical(written));
    assertEquals("https://id.gs1.org/" + canonical, Epc.canonical(Epc.canonical(written)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:epc:id:sgtin:4012345.0111111.9876",
        "urn:epc:id:sgtin:4012345",
        "urn:epc:id:sgln:4012345.x.0",
        "urn:epc:id:sscc:4012345.",
        "urn:epc:id:itip:4012345.011111.01.02",
        "urn:epc:id:cpi:4012345.",
        "urn:epc:class:lgtin:4012345.",
        "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
        "https://www.ncbi.nlm.nih.gov/taxonomy/1126011",
        "https://example.com/414/401"
      })
  void leavesWhatIsNoIdentifierOfGs1(String text) {
    assertEquals(text, Epc.canonical(text));
  }

  @Test
  void doesNotDependOnHowAnEventIsWritten() throws IOException {
    assertEquals(hash(PLAIN), hash(PLAIN.replace("\"shipping\"", "\"cbv:BizStep-shipping\"")));
    assertEquals(
        hash(PLAIN), hash(PLAIN.replace("2026-11-20T09:00:00+08:00", "2026-11-20T01:00:00.0004Z")));
    assertEquals(
        hash(PLAIN),
        hash(
            PLAIN.replace(
                "urn:epc:id:sgtin:4012345.011111.9876",
                "https://example.com/01/04012345111118/21/9876")));
    assertEquals(
        hash(PLAIN),
        hash(
            PLAIN.replace(
                "\"urn:epc:id:sgtin:4012345.011111.9876\", \"urn:epc:id:sscc:4012345.3111111111\"",
                "\"urn:epc:id:sscc:4012345.3111111111\",\"urn:epc:id:sgtin:4012345.011111.9876\"")));
  }

  @Test
  void leavesOutIdRecordTimeErrorsAndComments() throws IOException {
    for (String more :
        List.of(
            "\"eventID\": \"urn:x:1\"",
            "\"recordTime\": \"2026-11-20T09:00:00Z\"",
            "\"errorDeclaration\": {\"declarationTime\": \"2026-11-20T09:00:00Z\"}",
            "\"rdfs:comment\": \"a word\"")) {
      assertEquals(hash(PLAIN), hash(PLAIN.replace("{\"type\"", "{" + more + ",\"type\"")), more);
    }
  }

  @Test
  void changesWithEveryValueAndWithEveryExtension() throws IOException {
    assertNotEquals(hash(PLAIN), hash(PLAIN.replace("OBSERVE", "ADD")));
    assertNotEquals(hash(PLAIN), hash(PLAIN.replace("9876", "9877")));
    assertNotEquals(hash(PLAIN), hash(PLAIN.replace("09:00:00", "09:00:00.001")));
    assertNotEquals(hash(PLAIN), hash(PLAIN.replace("{\"type\"", "{\"ex:a\":\"1\",\"type\"")));
  }

  @Test
  void keepsAHugeExponentAsItIsWritten() throws IOException {
    String huge = PLAIN.replace("{\"type\"", "{\"ex:a\":\"1e999999999\",\"type\"");
    ObjectNode event = (ObjectNode) JSON.readTree(huge);
    assertEquals(
        true, EventHash.preHash(event, EventContext.prefixes(null)).endsWith("{ex:}a=1e999999999"));
  }

  private static String hash(String event) throws IOException {
    return EventHash.id((ObjectNode) JSON.readTree(event), EventContext.prefixes(null));
  }

  private static String read(String name) throws IOException {
    try (InputStream in = EventHashTest.class.getResourceAsStream("/epcis/hash/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
