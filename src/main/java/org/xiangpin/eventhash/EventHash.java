package org.xiangpin.eventhash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The event hash of CBV 2.0 (section 8.9): the same event has the same id, however it was written
 * and whoever captured it. What the standard leaves out is left out: id, record time, error
 * declaration, certification, comments.
 *
 * <p>Held to the vectors of RalphTro/epcis-event-hash-generator (MIT), the reference named by GS1.
 */
public final class EventHash {

  /** Members of the standard, in the order in which they count. */
  private static final List<String> ORDER =
      List.of(
          "eventTime",
          "eventTimeZoneOffset",
          "epcList",
          "parentID",
          "inputEPCList",
          "childEPCs",
          "quantityList",
          "childQuantityList",
          "inputQuantityList",
          "outputEPCList",
          "outputQuantityList",
          "action",
          "transformationID",
          "bizStep",
          "disposition",
          "persistentDisposition",
          "readPoint",
          "bizLocation",
          "bizTransactionList",
          "sourceList",
          "destinationList",
          "sensorElementList");

  private static final Set<String> KNOWN = Set.copyOf(ORDER);

  private static final Set<String> LEFT_OUT =
      Set.of("type", "@context", "eventID", "recordTime", "errorDeclaration", "certificationInfo");

  private EventHash() {}

  /**
   * {@code ni:///sha-256;<hex>?ver=CBV2.0}.
   *
   * @param event one that the schema accepts
   * @param prefixes of its context
   */
  public static String id(ObjectNode event, Map<String, String> prefixes) {
    return id(preHash(event, prefixes));
  }

  /** The id of an event by its canonical text. */
  public static String id(String preHash) {
    return "ni:///sha-256;" + sha256(preHash) + "?ver=CBV2.0";
  }

  /** 64 lower-case hexadecimal digits of the UTF-8 text. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The canonical text that is hashed. */
  public static String preHash(ObjectNode event, Map<String, String> prefixes) {
    StandardFields fields = new StandardFields(prefixes);
    StringBuilder text = new StringBuilder(512);
    text.append("eventType=").append(event.path("type").asText());
    for (String name : ORDER) {
      JsonNode value = event.get(name);
      if (value != null) {
        fields.append(name, value, text);
      }
    }
    return text.append(rest(event, prefixes)).toString();
  }

  /** Master data of the lot and whatever the standard does not name, sorted. */
  private static String rest(ObjectNode event, Map<String, String> prefixes) {
    ExtensionFields extensions = new ExtensionFields(prefixes);
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : event.properties()) {
      String name = member.getKey();
      if (name.equals("readPoint") || name.equals("bizLocation")) {
        extensions.within(name, member.getValue(), Set.of("id"), parts);
      } else if (name.equals("sensorElementList")) {
        member.getValue().forEach(element -> sensor(element, extensions, parts));
      } else if (!KNOWN.contains(name) && !LEFT_OUT.contains(name)) {
        extensions.add(name, member.getValue(), parts);
      }
    }
    return ExtensionFields.joined(parts);
  }

  private static void sensor(JsonNode element, ExtensionFields extensions, List<String> parts) {
    List<String> inner = new ArrayList<>();
    extensions.within(
        "sensorMetadata",
        element.path("sensorMetadata"),
        Set.copyOf(StandardFields.METADATA),
        inner);
    for (JsonNode report : element.path("sensorReport")) {
      extensions.within("sensorReport", report, Set.copyOf(StandardFields.REPORT), inner);
    }
    for (Map.Entry<String, JsonNode> member : element.properties()) {
      if (!member.getKey().startsWith("sensor")) {
        extensions.add(member.getKey(), member.getValue(), inner);
      }
    }
    if (!inner.isEmpty()) {
      parts.add("sensorElement" + ExtensionFields.joined(inner));
    }
  }
}
