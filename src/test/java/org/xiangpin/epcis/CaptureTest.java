package org.xiangpin.epcis;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How events come in. */
@QuarkusTest
class CaptureTest {

  private static final String EVENTS = "epcisBody.queryResults.resultsBody.eventList";

  private final EpcisFixture partner = EpcisFixture.open();

  @Test
  void aDocumentIsCapturedAndItsJobIsThere() {
    String thing = EpcisFixture.thing();
    Response answer = partner.capture(EpcisFixture.observed(thing));
    answer.then().statusCode(202).header("Location", containsString("/epcis/v2/capture/"));
    String job = answer.header("Location").replaceFirst("^.*/epcis/v2", "");
    partner
        .get(job)
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("running", equalTo(false))
        .body("captureErrorBehaviour", equalTo("rollback"))
        .body("errors", hasSize(0));
    partner.get("/capture").then().statusCode(200).body("captureID", hasSize(1));
    EpcisFixture.open().get(job).then().statusCode(404);
    assertEquals(1, partner.count(thing));
  }

  @Test
  void jobsArePaged() {
    for (int i = 0; i < 3; i++) {
      partner.capture(EpcisFixture.observed(EpcisFixture.thing())).then().statusCode(202);
    }
    Response first = partner.get("/capture?perPage=2");
    first.then().statusCode(200).body("captureID", hasSize(2));
    String next = first.header("Link").replaceFirst("<[^>]*/epcis/v2([^>]*)>.*", "$1");
    Response second = partner.get(next);
    second.then().statusCode(200).body("captureID", hasSize(1));
    assertEquals(null, second.header("Link"));
  }

  @Test
  void aBareListIsCaptured() {
    String thing = EpcisFixture.thing();
    partner
        .post("/capture", "[" + EpcisFixture.text(EpcisFixture.observed(thing)) + "]")
        .then()
        .statusCode(202);
    assertEquals(1, partner.count(thing));
  }

  @Test
  void oneEventIsCapturedAndNamedByItsHash() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.alone(EpcisFixture.observed(thing));
    Response answer = partner.post("/events", EpcisFixture.text(event));
    answer
        .then()
        .statusCode(201)
        .header("Location", containsString("/epcis/v2/events/ni%3A%2F%2F%2Fsha-256%3B"));
    String path = answer.header("Location").replaceFirst("^.*/epcis/v2", "");
    partner
        .get(path)
        .then()
        .statusCode(200)
        .body("eventID", startsWith("ni:///sha-256;"))
        .body("recordTime", notNullValue())
        .body("'@context'", notNullValue())
        .body("epcList[0]", equalTo(thing));
    assertEquals(
        path,
        partner
            .post("/events", EpcisFixture.text(event))
            .header("Location")
            .replaceFirst("^.*/epcis/v2", ""));
    assertEquals(1, partner.count(thing));
  }

  @Test
  void whatWeDoNotModelIsGivenBackWholeWithItsContext() throws Exception {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    event.set(
        "ex:deep",
        EpcisFixture.JSON.readTree(
            "{\"ex:number\": 1.50, \"ex:big\": 12345678901234567890.123456789, \"ex:list\": [1, null,"
                + " \"桃\", {\"a\": \"\\u0000\"}]}"));
    ObjectNode document = EpcisFixture.document(event);
    document.withArray("@context").addObject().put("ex", "https://ns.example.com/x/");
    // the document's text, so that 1.50 keeps its zero
    String text = EpcisFixture.text(document).replace("1.5,", "1.50,");
    partner.post("/capture", text).then().statusCode(202);
    String back = partner.eventsOf(thing).then().statusCode(200).extract().asString();
    assertTrue(back.contains("\"ex:number\":1.50"), back);
    JsonNode stored = EpcisFixture.JSON.readTree(back).at("/" + EVENTS.replace('.', '/') + "/0");
    assertEquals(event.get("ex:deep").get("ex:list"), stored.get("ex:deep").get("ex:list"));
    assertEquals("https://ns.example.com/x/", stored.get("@context").get(1).get("ex").asText());
  }

  @Test
  void theRecordTimeIsOursAndNotTheSenders() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    event.put("recordTime", "2001-01-01T00:00:00Z");
    partner.capture(event).then().statusCode(202);
    String record = partner.eventsOf(thing).jsonPath().getString(EVENTS + "[0].recordTime");
    assertTrue(record.compareTo("2026") > 0, record);
  }

  @Test
  void oneBadEventKeepsTheOthersOut() {
    String thing = EpcisFixture.thing();
    ObjectNode bad = EpcisFixture.observed(thing);
    bad.put("bizStep", "harvesting");
    partner
        .capture(EpcisFixture.observed(thing), bad)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("epcisException:ValidationException"))
        .body("status", equalTo(400))
        .body("errors.pointer", hasItem("/epcisBody/eventList/1/bizStep"))
        .body("errors[0].rule", equalTo("anyOf"));
    assertEquals(0, partner.count(thing));
  }

  @Test
  void oneBadEventIsLeftOutWhenTheOthersProceed() {
    String thing = EpcisFixture.thing();
    ObjectNode bad = EpcisFixture.observed(thing);
    bad.remove("action");
    Response answer =
        partner
            .api()
            .header("GS1-Capture-Error-Behaviour", "proceed")
            .body(EpcisFixture.text(EpcisFixture.document(EpcisFixture.observed(thing), bad)))
            .post(EpcisFixture.URL + "/capture");
    answer.then().statusCode(202);
    partner
        .get(answer.header("Location").replaceFirst("^.*/epcis/v2", ""))
        .then()
        .body("success", equalTo(false))
        .body("captureErrorBehaviour", equalTo("proceed"))
        .body("errors[0].type", equalTo("epcisException:ValidationException"))
        .body("errors[0].detail", containsString("/epcisBody/eventList/1"));
    assertEquals(1, partner.count(thing));
  }

  @Test
  void anotherErrorBehaviourIsNotOffered() {
    partner
        .api()
        .header("GS1-Capture-Error-Behaviour", "perhaps")
        .body(EpcisFixture.text(EpcisFixture.document()))
        .post(EpcisFixture.URL + "/capture")
        .then()
        .statusCode(406)
        .body("type", equalTo("epcisException:NotAcceptableException"));
  }

  @Test
  void theSameIdWithTheSameContentIsTheSameEvent() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    event.put("eventID", "urn:test:" + thing.hashCode() + System.nanoTime());
    partner.capture(event, event.deepCopy()).then().statusCode(202);
    partner.capture(event).then().statusCode(202);
    assertEquals(1, partner.count(thing));
  }

  @Test
  void theSameIdWithOtherContentIsRefusedAndNothingKept() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    event.put("eventID", "urn:test:" + System.nanoTime());
    partner.capture(event).then().statusCode(202);
    String other = EpcisFixture.thing();
    ObjectNode changed = event.deepCopy();
    changed.put("bizStep", "receiving");
    partner
        .capture(EpcisFixture.observed(other), changed)
        .then()
        .statusCode(409)
        .body("type", equalTo("epcisException:ResourceAlreadyExistsException"))
        .body("errors[0].pointer", equalTo("/epcisBody/eventList/1/eventID"));
    assertEquals(0, partner.count(other));
    assertEquals(1, partner.count(thing));
  }

  @Test
  void ofManyWithTheSameIdAtOnceOneIsKept() throws Exception {
    String thing = EpcisFixture.thing();
    String id = "urn:test:race:" + System.nanoTime();
    List<Integer> same =
        atOnce(
            6,
            i -> {
              ObjectNode event = EpcisFixture.observed(thing);
              event.put("eventTime", "2026-11-01T00:00:00Z");
              event.put("eventID", id);
              return partner
                  .capture(event, EpcisFixture.observed(EpcisFixture.thing()))
                  .statusCode();
            });
    assertEquals(List.of(202, 202, 202, 202, 202, 202), same);
    assertEquals(1, partner.count(thing));
    String second = id + ":2";
    List<Integer> different =
        atOnce(
            6,
            i -> {
              ObjectNode event = EpcisFixture.observed(thing);
              event.put("eventTime", "2026-11-01T00:00:0" + i + "Z");
              event.put("eventID", second);
              return partner.capture(event).statusCode();
            });
    assertEquals(1, different.stream().filter(status -> status == 202).count());
    assertEquals(5, different.stream().filter(status -> status == 409).count());
    assertEquals(2, partner.count(thing));
  }

  private interface Numbered {
    int call(int number) throws Exception;
  }

  private static List<Integer> atOnce(int threads, Numbered work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier together = new CyclicBarrier(threads);
    try {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        all.add(
            () -> {
              together.await();
              return work.call(number);
            });
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> each : pool.invokeAll(all)) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void anEventIsDeclaredWrongByWhoCapturedItAndByNobodyElse() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    partner.capture(event).then().statusCode(202);
    ObjectNode right = EpcisFixture.observed(thing);
    right.put("bizStep", "receiving");
    ObjectNode wrong = event.deepCopy();
    wrong
        .putObject("errorDeclaration")
        .put("declarationTime", EpcisFixture.ago(0))
        .put("reason", "incorrect_data");
    EpcisFixture.open()
        .capture(wrong)
        .then()
        .statusCode(403)
        .body("type", equalTo("epcisException:SecurityException"))
        .body("errors[0].pointer", equalTo("/epcisBody/eventList/0/errorDeclaration"));
    assertEquals(1, partner.count(thing));
    partner.capture(right, wrong).then().statusCode(202);
    assertEquals(3, partner.count(thing));
    String id =
        partner
            .get("/events?EXISTS_errorDeclaration=true&MATCH_epc=" + EpcisFixture.encoded(thing))
            .jsonPath()
            .getString(EVENTS + "[0].eventID");
    partner
        .get("/events/" + EpcisFixture.encoded(id))
        .then()
        .statusCode(200)
        .body("errorDeclaration.reason", equalTo("incorrect_data"));
  }

  @Test
  void aCorrectionThatNamesAnothersEventIsRefused() {
    EpcisFixture other = EpcisFixture.open();
    ObjectNode foreign = EpcisFixture.observed(EpcisFixture.thing());
    foreign.put("eventID", "urn:test:foreign:" + System.nanoTime());
    other.capture(foreign).then().statusCode(202);
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    partner.capture(event).then().statusCode(202);
    ObjectNode wrong = event.deepCopy();
    ObjectNode declaration = wrong.putObject("errorDeclaration");
    declaration.put("declarationTime", EpcisFixture.ago(0));
    declaration.putArray("correctiveEventIDs").add(foreign.get("eventID").asText());
    partner.capture(wrong).then().statusCode(403).body("code", equalTo("event-foreign"));
  }

  @Test
  void whatIsNotHereCannotBeDeclaredWrong() {
    ObjectNode wrong = EpcisFixture.observed(EpcisFixture.thing());
    wrong.putObject("errorDeclaration").put("declarationTime", EpcisFixture.ago(0));
    partner.capture(wrong).then().statusCode(400).body("errors[0].rule", equalTo("unknown"));
  }

  @Test
  void theFutureIsRefusedAndALittleSkewIsNot() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    event.put("eventTime", EpcisFixture.ago(-200));
    partner.capture(event).then().statusCode(202);
    event.put("eventTime", EpcisFixture.ago(-400));
    partner
        .capture(event)
        .then()
        .statusCode(400)
        .body("errors[0].rule", equalTo("future"))
        .body("errors[0].pointer", equalTo("/epcisBody/eventList/0/eventTime"));
  }

  @Test
  void whatHappenedLongAgoNeedsItsReason() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    event.put("eventTime", EpcisFixture.ago(366L * 86_400));
    partner.capture(event).then().statusCode(400).body("errors[0].rule", equalTo("window"));
    event.put("xiangpin:reason", "  ");
    partner.capture(event).then().statusCode(400).body("errors[0].rule", equalTo("window"));
    event.put("xiangpin:reason", "旧账补录");
    partner.capture(event).then().statusCode(202);
    event.put("eventTime", "1899-12-31T00:00:00Z");
    partner.capture(event).then().statusCode(400).body("errors[0].rule", equalTo("past"));
  }

  @Test
  void aWordInTheNamespaceOfTheCbvMustBeOfTheCbv() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    event.put("bizStep", "https://ref.gs1.org/cbv/BizStep-harvesting");
    partner.capture(event).then().statusCode(400).body("errors[0].rule", equalTo("cbv"));
    event.put("bizStep", "https://ref.gs1.org/cbv/Disp-active");
    partner.capture(event).then().statusCode(400).body("errors[0].rule", equalTo("cbv"));
    event.put("bizStep", "https://ref.gs1.org/cbv/BizStep-shipping");
    partner.capture(event).then().statusCode(202);
    event.put("bizStep", "https://example.com/steps/harvesting");
    partner.capture(event).then().statusCode(202);
  }

  @Test
  void allFiveTypesOfEventsAreTaken() throws Exception {
    for (String name :
        List.of("transformation", "persistent-disposition", "sensor", "master-data")) {
      capture(name);
    }
    ObjectNode association =
        (ObjectNode)
            EpcisFixture.JSON.readTree(
                getClass().getResourceAsStream("/epcis/examples/association.json"));
    association.put("xiangpin:reason", "test");
    partner.post("/events", EpcisFixture.text(association)).then().statusCode(201);
    capture("../hash/epcisDocWithVariousEventTypes");
  }

  private void capture(String name) throws Exception {
    ObjectNode document =
        (ObjectNode)
            EpcisFixture.JSON.readTree(
                getClass().getResourceAsStream("/epcis/examples/" + name + ".json"));
    document
        .at("/epcisBody/eventList")
        .forEach(event -> ((ObjectNode) event).put("xiangpin:reason", "test"));
    partner.post("/capture", EpcisFixture.text(document)).then().statusCode(202);
  }

  @Test
  void tooManyEventsAreRefused() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    event.put("eventTime", "2026-11-01T00:00:00Z");
    ObjectNode[] events = new ObjectNode[2_001];
    java.util.Arrays.fill(events, event);
    partner
        .capture(events)
        .then()
        .statusCode(413)
        .body("type", equalTo("epcisException:CaptureLimitExceededException"));
  }

  @Test
  void aBodyOfMoreThanFourMegabytesIsRefused() {
    partner
        .post("/capture", "[" + " ".repeat(4 * 1024 * 1024) + "]")
        .then()
        .statusCode(413)
        .body("type", equalTo("epcisException:CaptureLimitExceededException"));
  }

  @Test
  void onlyJsonIsTaken() {
    partner
        .api()
        .contentType("application/xml")
        .body("<epcis/>")
        .post(EpcisFixture.URL + "/capture")
        .then()
        .statusCode(415)
        .body("type", equalTo("epcisException:UnsupportedMediaTypeException"));
    partner
        .api()
        .contentType(ContentType.URLENC)
        .formParam("a", "b")
        .post(EpcisFixture.URL + "/capture")
        .then()
        .statusCode(415)
        .body("type", equalTo("epcisException:UnsupportedMediaTypeException"));
  }
}
