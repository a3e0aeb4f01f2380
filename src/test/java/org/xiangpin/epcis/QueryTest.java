package org.xiangpin.epcis;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How events are found again, and who may look. */
@QuarkusTest
class QueryTest {

  private static final String EVENTS = "epcisBody.queryResults.resultsBody.eventList";

  private final EpcisFixture partner = EpcisFixture.open();

  @Test
  void theAnswerIsAQueryDocumentThatTheSchemaAccepts() throws Exception {
    String thing = EpcisFixture.thing();
    partner.capture(EpcisFixture.observed(thing)).then().statusCode(202);
    Response answer = partner.get("/events?MATCH_epc=" + EpcisFixture.encoded(thing));
    answer
        .then()
        .statusCode(200)
        .body("type", equalTo("EPCISQueryDocument"))
        .body("schemaVersion", equalTo("2.0"))
        .body("epcisBody.queryResults.queryName", equalTo("SimpleEventQuery"))
        .body(EVENTS, hasSize(1));
    JsonNode document = EpcisFixture.JSON.readTree(answer.asString());
    assertEquals(List.of(), EventSchema.ofLoneEvent(document));
  }

  @Test
  void thingsAreFoundByTheirRolesHoweverTheyAreWritten() {
    String parent = "urn:epc:id:sscc:9529000." + unique(10);
    String child = "urn:epc:id:sgtin:9529000.000001." + unique(8);
    String childLot = EpcisFixture.lot();
    ObjectNode packed = EpcisFixture.observed("x:y");
    packed.remove("epcList");
    packed.put("type", "AggregationEvent").put("action", "ADD").put("parentID", parent);
    packed.putArray("childEPCs").add(child);
    packed.putArray("childQuantityList").addObject().put("epcClass", childLot);
    ObjectNode made = EpcisFixture.observed("x:y");
    String in = EpcisFixture.thing();
    String out = EpcisFixture.thing();
    String inLot = EpcisFixture.lot();
    String outLot = EpcisFixture.lot();
    made.remove(List.of("epcList", "action"));
    made.put("type", "TransformationEvent").put("transformationID", "urn:t:" + unique(9));
    made.putArray("inputEPCList").add(in);
    made.putArray("outputEPCList").add(out);
    made.putArray("inputQuantityList").addObject().put("epcClass", inLot);
    made.putArray("outputQuantityList").addObject().put("epcClass", outLot);
    partner.capture(packed, made).then().statusCode(202);
    found(1, "MATCH_parentID", parent);
    found(1, "MATCH_parentID", org.xiangpin.eventhash.Epc.canonical(parent));
    found(1, "MATCH_epc", child);
    found(
        1, "MATCH_anyEPC", "https://shop.example.com/01/09529000000014/21/" + child.substring(32));
    found(1, "MATCH_anyEPC", parent);
    found(0, "MATCH_epc", parent);
    found(1, "MATCH_epcClass", childLot);
    found(1, "MATCH_anyEPCClass", childLot);
    found(1, "MATCH_inputEPC", in);
    found(1, "MATCH_outputEPC", out);
    found(0, "MATCH_outputEPC", in);
    found(0, "MATCH_epc", in);
    found(1, "MATCH_anyEPC", in);
    found(1, "MATCH_inputEPCClass", inLot);
    found(1, "MATCH_outputEPCClass", outLot);
    found(1, "MATCH_anyEPCClass", outLot);
    found(1, "EQ_transformationID", made.get("transformationID").asText());
    found(2, "MATCH_anyEPC", in + "|" + child);
    assertEquals(1, partner.count(childLot));
    assertEquals(1, partner.count(out));
  }

  private static String unique(int digits) {
    String number = "0".repeat(digits) + System.nanoTime();
    return "1" + number.substring(number.length() - digits + 1);
  }

  private void found(int events, String parameter, String value) {
    partner
        .get("/events?" + parameter + "=" + EpcisFixture.encoded(value))
        .then()
        .statusCode(200)
        .body(EVENTS, hasSize(events));
  }

  @Test
  void wordsPlacesAndTimesNarrowAQuery() {
    String thing = EpcisFixture.thing();
    ObjectNode first = EpcisFixture.observed(thing);
    first.put("eventTime", "2026-11-01T08:00:00+08:00").put("disposition", "in_transit");
    first.putObject("readPoint").put("id", "urn:epc:id:sgln:9529000.00001.7");
    first.putObject("bizLocation").put("id", "urn:epc:id:sgln:9529000.00001.0");
    ObjectNode second = EpcisFixture.observed(thing);
    second.put("eventTime", "2026-11-02T08:00:00+08:00").put("bizStep", "receiving");
    second.put("action", "ADD").put("eventID", "urn:test:" + unique(12));
    partner.capture(first, second).then().statusCode(202);
    String one = "MATCH_epc=" + EpcisFixture.encoded(thing) + "&";
    only(first, one + "EQ_bizStep=shipping");
    only(first, one + "EQ_bizStep=https%3A%2F%2Fref.gs1.org%2Fcbv%2FBizStep-shipping");
    only(first, one + "EQ_bizStep=urn:epcglobal:cbv:bizstep:shipping");
    only(first, one + "EQ_disposition=in_transit");
    only(first, one + "EQ_readPoint=https://id.gs1.org/414/9529000000014/254/7");
    only(first, one + "EQ_bizLocation=urn:epc:id:sgln:9529000.00001.0");
    only(first, one + "EQ_action=OBSERVE");
    only(first, one + "LT_eventTime=2026-11-02T00:00:00Z");
    only(second, one + "GE_eventTime=2026-11-02T00:00:00Z");
    only(second, one + "EQ_eventID=" + second.get("eventID").asText());
    partner
        .get("/events?" + one + "EQ_bizStep=shipping%7Creceiving&eventType=ObjectEvent")
        .then()
        .body(EVENTS, hasSize(2));
    partner
        .get("/events?" + one + "LT_recordTime=2026-01-01T00:00:00Z")
        .then()
        .body(EVENTS, hasSize(0));
    partner
        .get("/events?" + one + "GE_recordTime=2026-01-01T00:00:00Z")
        .then()
        .body(EVENTS, hasSize(2));
    partner.get("/events?" + one + "eventType=AggregationEvent").then().body(EVENTS, hasSize(0));
    partner
        .get("/events?" + one + "orderBy=eventTime&orderDirection=ASC")
        .then()
        .body(EVENTS + "[0].bizStep", equalTo("shipping"));
    partner
        .get("/events?" + one + "orderBy=eventTime&orderDirection=DESC&eventCountLimit=1")
        .then()
        .body(EVENTS, hasSize(1))
        .body(EVENTS + "[0].bizStep", equalTo("receiving"));
    for (String path :
        List.of(
            "/eventTypes/ObjectEvent/events?" + one + "EQ_bizStep=shipping",
            "/bizSteps/shipping/events?" + one,
            "/dispositions/in_transit/events?" + one,
            "/readPoints/"
                + EpcisFixture.encoded("urn:epc:id:sgln:9529000.00001.7")
                + "/events?"
                + one,
            "/bizLocations/"
                + EpcisFixture.encoded("https://id.gs1.org/414/9529000000014")
                + "/events?"
                + one)) {
      partner.get(path).then().statusCode(200).body(EVENTS, hasSize(1));
    }
  }

  private void only(ObjectNode event, String query) {
    partner
        .get("/events?" + query)
        .then()
        .statusCode(200)
        .body(EVENTS, hasSize(1))
        .body(EVENTS + "[0].eventTime", equalTo(event.get("eventTime").asText()));
  }

  @Test
  void pagesAreStableWhileEventsAreCaptured() {
    String thing = EpcisFixture.thing();
    for (int i = 0; i < 7; i++) {
      ObjectNode event = EpcisFixture.observed(thing);
      event.put("eventTime", "2026-11-0" + (1 + i % 3) + "T08:00:00Z").put("ex:n", "" + i);
      partner.capture(event).then().statusCode(202);
    }
    for (String order :
        List.of(
            "",
            "&orderBy=eventTime&orderDirection=ASC",
            "&orderBy=recordTime&orderDirection=ASC")) {
      List<String> seen = new ArrayList<>();
      String next = "/events?perPage=3&MATCH_epc=" + EpcisFixture.encoded(thing) + order;
      int before = partner.count(thing);
      while (next != null) {
        Response page = partner.get(next);
        page.then().statusCode(200);
        seen.addAll(page.jsonPath().getList(EVENTS + ".eventID"));
        ObjectNode more = EpcisFixture.observed(thing);
        more.put("eventTime", "2026-11-02T08:00:00Z").put("ex:n", order + seen.size());
        partner.capture(more).then().statusCode(202);
        String link = page.header("Link");
        next =
            link == null ? null : link.replaceFirst("<[^>]*/epcis/v2([^>]*)>; rel=\"next\"", "$1");
      }
      assertEquals(before, seen.size(), order);
      Set<String> different = new HashSet<>(seen);
      assertEquals(before, different.size(), order);
    }
  }

  @Test
  void aLimitHoldsOverAllPages() {
    String thing = EpcisFixture.thing();
    ObjectNode[] events = new ObjectNode[5];
    for (int i = 0; i < 5; i++) {
      events[i] = EpcisFixture.observed(thing);
      events[i].put("ex:n", "" + i);
    }
    partner.capture(events).then().statusCode(202);
    String query = "/events?perPage=2&eventCountLimit=3&MATCH_epc=" + EpcisFixture.encoded(thing);
    Response first = partner.get(query);
    first.then().body(EVENTS, hasSize(2));
    Response second =
        partner.get(first.header("Link").replaceFirst("<[^>]*/epcis/v2([^>]*)>.*", "$1"));
    second.then().body(EVENTS, hasSize(1));
    assertNull(second.header("Link"));
    String one = "/events?MATCH_epc=" + EpcisFixture.encoded(thing) + "&maxEventCount=";
    partner
        .get(one + 4)
        .then()
        .statusCode(413)
        .body("type", equalTo("epcisException:QueryTooLargeException"));
    partner.get(one + 5).then().statusCode(200).body(EVENTS, hasSize(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perPage=0",
        "perPage=1001",
        "perPage=x",
        "perPage=1&perPage=2",
        "nextPageToken=x",
        "nextPageToken=",
        "orderBy=bizStep",
        "orderDirection=up",
        "GE_eventTime=yesterday",
        "GE_eventTime=2026-11-01",
        "LT_recordTime=0001-01-01T00:00:00Z",
        "eventCountLimit=1&maxEventCount=1",
        "eventCountLimit=-1",
        "MATCH_epc=",
        "MATCH_epc=urn:epc:idpat:sgtin:9529000.000001.*",
        "MATCH_epc=%E6%A1%83",
        "EQ_bizStep=%00",
        "EQ_userID=x",
        "WD_readPoint=a:b",
        "xiangpin:MATCH_any=a:b",
        "unknown=1"
      })
  void whatIsNoQueryIsRefusedByItsName(String query) {
    partner
        .get("/events?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("epcisException:QueryParameterException"))
        .body(
            "errors[0].pointer",
            equalTo(query.contains("&max") ? "maxEventCount" : query.split("=")[0]));
  }

  @Test
  void aTokenIsGoodForItsOwnQueryOnly() {
    String thing = EpcisFixture.thing();
    ObjectNode other = EpcisFixture.observed(thing);
    other.put("ex:n", "2");
    partner.capture(EpcisFixture.observed(thing), other).then().statusCode(202);
    String link =
        partner.get("/events?perPage=1&MATCH_epc=" + EpcisFixture.encoded(thing)).header("Link");
    String token = link.replaceFirst(".*nextPageToken=([^>]*)>.*", "$1");
    partner.get("/events?perPage=1&nextPageToken=" + token).then().statusCode(400);
  }

  @Test
  void theTypesAreListed() {
    partner
        .get("/eventTypes")
        .then()
        .statusCode(200)
        .body("member", hasItems("ObjectEvent", "TransformationEvent"))
        .body("member", hasSize(5));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        List.of("/events/urn:nothing", "/events/%E6%A1%83", "/capture/x", "/nothing", "/")) {
      partner
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("type", equalTo("epcisException:NoSuchResourceException"));
    }
  }

  @Test
  void withoutAKeyNothingIsAnswered() {
    RestAssured.given()
        .get(EpcisFixture.URL + "/events")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("type", equalTo("epcisException:SecurityException"));
    for (String path :
        List.of("/epcis/v2;a=b/events", "/epcis;x/v2/events", "/epcis/./v2/events")) {
      int status = RestAssured.given().urlEncodingEnabled(false).get(path).statusCode();
      assertTrue(status == 401 || status == 404, path + " " + status);
    }
    EpcisFixture.api("xp_live_00000000_" + "0".repeat(40))
        .body("{}")
        .post(EpcisFixture.URL + "/capture")
        .then()
        .statusCode(401);
  }

  @Test
  void readingAndWritingAreDifferentScopes() {
    String reads = partner.key(Set.of("trace:read"));
    String writes = partner.key(Set.of("trace:write"));
    String document =
        EpcisFixture.text(EpcisFixture.document(EpcisFixture.observed(EpcisFixture.thing())));
    EpcisFixture.api(reads).get(EpcisFixture.URL + "/events").then().statusCode(200);
    EpcisFixture.api(writes)
        .body(document)
        .post(EpcisFixture.URL + "/capture")
        .then()
        .statusCode(202);
    EpcisFixture.api(reads)
        .body(document)
        .post(EpcisFixture.URL + "/capture")
        .then()
        .statusCode(403)
        .body("type", equalTo("epcisException:SecurityException"))
        .body("detail", containsString("trace:write"));
    EpcisFixture.api(reads).body("{}").post(EpcisFixture.URL + "/events").then().statusCode(403);
    EpcisFixture.api(writes).get(EpcisFixture.URL + "/events").then().statusCode(403);
    EpcisFixture.api(writes).get(EpcisFixture.URL + "/capture").then().statusCode(403);
  }

  @Test
  void optionsTellWhatIsSpokenHere() {
    for (String path : List.of("/events", "/capture", "/eventTypes", "/epcs/a/events")) {
      Response options = RestAssured.given().options(EpcisFixture.URL + path);
      assertTrue(options.statusCode() < 300, path + " " + options.statusCode());
      assertEquals("2.0.0", options.header("GS1-EPCIS-Version"), path);
      assertEquals("2.0.0", options.header("GS1-CBV-Max"));
      assertEquals("Never_Translates", options.header("GS1-EPC-Format"));
      assertEquals("2000", options.header("GS1-EPCIS-Capture-Limit"));
      assertEquals("4194304", options.header("GS1-EPCIS-Capture-File-Size-Limit"));
      assertTrue(options.header("Allow").contains("GET"));
    }
  }

  @Test
  void anotherVersionOrFormatIsNotOffered() {
    for (String[] header :
        List.of(
            new String[] {"GS1-EPCIS-Version", "1.2"},
            new String[] {"GS1-EPC-Format", "Always_EPC_URN"},
            new String[] {"Accept", "application/xml"})) {
      partner
          .api()
          .header(header[0], header[1])
          .get(EpcisFixture.URL + "/events")
          .then()
          .statusCode(406)
          .body("type", equalTo("epcisException:NotAcceptableException"));
    }
  }
}
