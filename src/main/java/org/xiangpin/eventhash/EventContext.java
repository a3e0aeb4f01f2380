package org.xiangpin.eventhash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * The JSON-LD context of an event: which namespaces its prefixes stand for. Read as far as EPCIS
 * needs it; nothing is ever fetched.
 */
public final class EventContext {

  /** Of the standard; what it says is built in. */
  public static final String STANDARD =
      "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

  private static final Map<String, String> KNOWN =
      Map.of(
          "epcis", "https://ref.gs1.org/epcis/",
          "cbv", Vocabulary.CBV,
          "cbvmda", "urn:epcglobal:cbv:mda",
          "gs1", Vocabulary.GS1,
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "owl", "http://www.w3.org/2002/07/owl#",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "dcterms", "http://purl.org/dc/terms/");

  private EventContext() {}

  /** Prefixes and their namespaces; later ones win. */
  public static Map<String, String> prefixes(JsonNode context) {
    if (!isMoreThanStandard(context)) {
      return KNOWN;
    }
    Map<String, String> prefixes = new HashMap<>(KNOWN);
    for (JsonNode part : context.isArray() ? context : array().add(context)) {
      for (Map.Entry<String, JsonNode> term : part.properties()) {
        JsonNode namespace =
            term.getValue().isObject() ? term.getValue().path("@id") : term.getValue();
        if (namespace.isTextual()) {
          prefixes.put(term.getKey(), namespace.textValue());
        }
      }
    }
    return prefixes;
  }

  /** Both, the inner one last; null for nothing beyond the standard. */
  public static JsonNode merged(JsonNode outer, JsonNode inner) {
    if (inner == null || inner.isMissingNode()) {
      return isMoreThanStandard(outer) ? outer : null;
    }
    if (!isMoreThanStandard(outer)) {
      return isMoreThanStandard(inner) ? inner : null;
    }
    ArrayNode both = array();
    add(both, outer);
    add(both, inner);
    return both;
  }

  private static void add(ArrayNode all, JsonNode context) {
    for (JsonNode part : context.isArray() ? context : array().add(context)) {
      boolean known = false;
      for (JsonNode one : all) {
        known |= one.equals(part);
      }
      if (!known) {
        all.add(part);
      }
    }
  }

  private static boolean isMoreThanStandard(JsonNode context) {
    if (context == null || context.isMissingNode()) {
      return false;
    }
    if (context.isArray()) {
      for (JsonNode part : context) {
        if (isMoreThanStandard(part)) {
          return true;
        }
      }
      return false;
    }
    return context.isObject()
        ? !context.isEmpty()
        : !context.asText().endsWith("/epcis-context.jsonld");
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
