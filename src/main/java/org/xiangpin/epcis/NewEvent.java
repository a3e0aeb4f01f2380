package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xiangpin.eventhash.Epc;
import org.xiangpin.eventhash.EventContext;
import org.xiangpin.eventhash.EventHash;
import org.xiangpin.eventhash.Timestamp;
import org.xiangpin.eventhash.Vocabulary;
import org.xiangpin.jsonschema.Fault;

/**
 * An event that the schema accepts, named and taken apart for the database.
 *
 * @param pointer where it stood in its document
 * @param id row's number
 * @param eventId its own, or its hash
 * @param contentSha256 equal for the same event, however written
 * @param correctives ids of events that its error declaration names as corrections
 * @param context null for the standard's alone
 * @param body as it came, without record time and context, which are written in again on the way
 *     out
 */
record NewEvent(
    String pointer,
    long id,
    String eventId,
    boolean declaresError,
    String contentSha256,
    List<String> correctives,
    Instant eventTime,
    Columns columns,
    List<ThingRole.Named> things,
    String context,
    String body) {

  private static final int LONGEST_ID = 512;
  private static final int LONGEST_TYPE = 128;

  /** What queries look at; null where the event says nothing. */
  record Columns(
      String type,
      String action,
      String bizStep,
      String disposition,
      String readPoint,
      String bizLocation,
      String transformationId) {}

  /**
   * @param event belongs to the new event from here on, and may be changed
   * @param outer context of its document, or null
   */
  static NewEvent of(ObjectNode event, JsonNode outer, String pointer, long id) {
    JsonNode context = EventContext.merged(outer, event.get("@context"));
    Map<String, String> prefixes = EventContext.prefixes(context);
    String preHash = EventHash.preHash(event, prefixes);
    event.remove(List.of("@context", "recordTime"));
    JsonNode own = event.get("eventID");
    String eventId = own == null ? EventHash.id(preHash) : own.textValue();
    String body = EventDocument.write(event);
    if (own == null) {
      body = "{\"eventID\":\"" + eventId + "\"," + body.substring(1);
    }
    JsonNode declaration = event.path("errorDeclaration");
    return new NewEvent(
        pointer,
        id,
        eventId,
        !declaration.isMissingNode(),
        EventHash.sha256(preHash + beyondHash(event)),
        texts(declaration.path("correctiveEventIDs")),
        Timestamp.of(event.path("eventTime").textValue()).truncatedTo(ChronoUnit.MICROS),
        columns(event, prefixes),
        ThingRole.in(event),
        context == null ? null : EventDocument.write(context),
        body);
  }

  /** What the hash leaves out and the event still says. */
  private static String beyondHash(ObjectNode event) {
    return "|"
        + sorted(event.path("certificationInfo"))
        + "|"
        + sorted(event.path("errorDeclaration"));
  }

  private static String sorted(JsonNode node) {
    if (!node.isObject()) {
      return node.toString();
    }
    Map<String, String> members = new TreeMap<>();
    node.properties().forEach(m -> members.put(m.getKey(), sorted(m.getValue())));
    return members.toString();
  }

  private static Columns columns(ObjectNode event, Map<String, String> prefixes) {
    return new Columns(
        event.path("type").textValue(),
        event.path("action").textValue(),
        word(event.path("bizStep"), Vocabulary.BIZ_STEP, prefixes),
        word(event.path("disposition"), Vocabulary.DISPOSITION, prefixes),
        place(event.path("readPoint").path("id")),
        place(event.path("bizLocation").path("id")),
        place(event.path("transformationID")));
  }

  private static String word(JsonNode word, Vocabulary words, Map<String, String> prefixes) {
    return word.isTextual() ? words.word(word.textValue(), prefixes) : null;
  }

  private static String place(JsonNode id) {
    return id.isTextual() ? Epc.canonical(id.textValue()) : null;
  }

  /** The text that is too long to be looked up by, if there is one. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    longer(LONGEST_TYPE, "/type", columns.type, faults);
    longer(LONGEST_ID, "/eventID", eventId, faults);
    longer(LONGEST_ID, "/bizStep", columns.bizStep, faults);
    longer(LONGEST_ID, "/disposition", columns.disposition, faults);
    longer(LONGEST_ID, "/readPoint/id", columns.readPoint, faults);
    longer(LONGEST_ID, "/bizLocation/id", columns.bizLocation, faults);
    longer(LONGEST_ID, "/transformationID", columns.transformationId, faults);
    things.forEach(named -> longer(LONGEST_ID, named.role().place(), named.thing(), faults));
    return faults;
  }

  private void longer(int most, String member, String text, List<Fault> faults) {
    if (text != null && text.length() > most) {
      faults.add(
          new Fault(
              pointer + member,
              "length",
              "最多 " + most + " 个字符",
              "is longer than " + most + " characters"));
    }
  }

  private static List<String> texts(JsonNode items) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
