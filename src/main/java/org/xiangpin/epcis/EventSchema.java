package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.jsonschema.Schema;

/** The JSON schema of EPCIS 2.0 as GS1 publishes it; see NOTICE. */
final class EventSchema {

  private static final JsonNode SOURCE = load();
  private static final Schema WHOLE = new Schema(SOURCE);
  private static final Schema DOCUMENT = WHOLE.part("epcisDocument");
  private static final Schema EVENT = WHOLE.part("EPCIS-Document-Event");

  private static final Map<String, Set<String>> WORDS =
      Map.of("bizStep", wordsOf("bizStep"), "disposition", wordsOf("disposition"));

  private EventSchema() {}

  private static Set<String> wordsOf(String definition) {
    Set<String> words = new HashSet<>();
    SOURCE
        .at("/definitions/" + definition + "/anyOf")
        .forEach(one -> one.path("enum").forEach(word -> words.add(word.textValue())));
    return words;
  }

  /**
   * The bare words of the CBV.
   *
   * @param member bizStep or disposition
   */
  static Set<String> words(String member) {
    return WORDS.get(member);
  }

  private static JsonNode load() {
    try (InputStream in = EventSchema.class.getResourceAsStream("/epcis/epcis-2.0.schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a document, whose events are judged one by one. */
  static List<Fault> ofHead(JsonNode head) {
    return DOCUMENT.faults(head, "");
  }

  /** Of an event within a document or a list. */
  static List<Fault> ofEvent(JsonNode event, String pointer) {
    return EVENT.faults(event, pointer);
  }

  /** Of an event by itself, which must bring its context. */
  static List<Fault> ofLoneEvent(JsonNode event) {
    return WHOLE.faults(event, "");
  }
}
