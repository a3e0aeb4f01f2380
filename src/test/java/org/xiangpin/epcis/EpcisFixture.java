package org.xiangpin.epcis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.xiangpin.eventhash.EventContext;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.storefrontkey.Storefront;
import org.xiangpin.storefrontkey.StorefrontKey;

/** A storefront with a key that reads and captures, and events of its own things. */
public final class EpcisFixture {

  public static final String URL = "/epcis/v2";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);

  public final long storefrontId;
  public final String key;

  private EpcisFixture() {
    String county = RegionFixture.county();
    storefrontId =
        QuarkusTransaction.requiringNew()
            .call(() -> Storefront.open("测试伙伴（演示）", county, Instant.now()).id());
    key = key(Set.of("trace:read", "trace:write"));
  }

  public static EpcisFixture open() {
    return new EpcisFixture();
  }

  public String key(Set<String> scopes) {
    return QuarkusTransaction.requiringNew()
        .call(() -> StorefrontKey.create(Storefront.findById(storefrontId), scopes, Instant.now()));
  }

  /** Requests with the key; paths are percent-encoded by the test itself. */
  RequestSpecification api() {
    return api(key);
  }

  public static RequestSpecification api(String key) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON);
  }

  /** A thing that no other event speaks of. */
  static String thing() {
    return "https://id.gs1.org/01/09529000000014/21/T" + NEXT.incrementAndGet();
  }

  static String lot() {
    return "https://id.gs1.org/01/09529000000014/10/L" + NEXT.incrementAndGet();
  }

  static ObjectNode observed(String thing) {
    ObjectNode event = JSON.createObjectNode();
    event.put("type", "ObjectEvent");
    event.put("eventTime", ago(60));
    event.put("eventTimeZoneOffset", "+08:00");
    event.put("action", "OBSERVE");
    event.put("bizStep", "shipping");
    event.putArray("epcList").add(thing);
    return event;
  }

  static String ago(long seconds) {
    return Instant.now().minusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** What the standard's schema finds wrong with a document; empty for a good one. */
  public static List<String> faults(String document) {
    try {
      return EventSchema.ofLoneEvent(JSON.readTree(document)).stream()
          .map(Fault::sentence)
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode document(ObjectNode... events) {
    ObjectNode document = JSON.createObjectNode();
    document.putArray("@context").add(EventContext.STANDARD);
    document.put("type", "EPCISDocument");
    document.put("schemaVersion", "2.0");
    document.put("creationDate", ago(0));
    ArrayNode list = document.putObject("epcisBody").putArray("eventList");
    for (ObjectNode event : events) {
      list.add(event);
    }
    return document;
  }

  static ObjectNode alone(ObjectNode event) {
    event.putArray("@context").add(EventContext.STANDARD);
    return event;
  }

  Response capture(ObjectNode... events) {
    return post("/capture", text(document(events)));
  }

  public Response post(String path, String body) {
    return api().body(body.getBytes(StandardCharsets.UTF_8)).post(URL + path);
  }

  public Response get(String path) {
    return api().get(URL + path);
  }

  /** Events of one thing, in whatever role. */
  Response eventsOf(String thing) {
    return get("/epcs/" + encoded(thing) + "/events");
  }

  public int count(String thing) {
    return eventsOf(thing)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("epcisBody.queryResults.resultsBody.eventList")
        .size();
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String text(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
