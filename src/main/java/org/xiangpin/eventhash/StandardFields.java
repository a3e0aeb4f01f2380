package org.xiangpin.eventhash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The canonical text of the members that the standard names. */
final class StandardFields {

  static final List<String> METADATA =
      List.of(
          "time",
          "startTime",
          "endTime",
          "deviceID",
          "deviceMetadata",
          "rawData",
          "dataProcessingMethod",
          "bizRules");

  static final List<String> REPORT =
      List.of(
          "type",
          "exception",
          "deviceID",
          "deviceMetadata",
          "rawData",
          "dataProcessingMethod",
          "time",
          "microorganism",
          "chemicalSubstance",
          "value",
          "component",
          "stringValue",
          "booleanValue",
          "hexBinaryValue",
          "uriValue",
          "minValue",
          "maxValue",
          "meanValue",
          "sDev",
          "percRank",
          "percValue",
          "uom",
          "coordinateReferenceSystem");

  private static final List<String> QUANTITY = List.of("epcClass", "quantity", "uom");
  private static final List<String> TRANSACTION = List.of("type", "bizTransaction");
  private static final List<String> SOURCE = List.of("type", "source");
  private static final List<String> DESTINATION = List.of("type", "destination");

  private final Map<String, String> prefixes;

  StandardFields(Map<String, String> prefixes) {
    this.prefixes = prefixes;
  }

  void append(String name, JsonNode value, StringBuilder text) {
    switch (name) {
      case "epcList", "inputEPCList", "childEPCs", "outputEPCList" ->
          list(name, value, item -> "epc=" + Values.canonical(item), text);
      case "quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList" ->
          list(name, value, item -> "quantityElement" + members(item, QUANTITY, null), text);
      case "bizTransactionList" ->
          list(name, value, i -> members(i, TRANSACTION, Vocabulary.TRANSACTION_TYPE), text);
      case "sourceList" -> list(name, value, i -> members(i, SOURCE, Vocabulary.PARTY_TYPE), text);
      case "destinationList" ->
          list(name, value, i -> members(i, DESTINATION, Vocabulary.PARTY_TYPE), text);
      // the reference names the elements, not their list
      case "sensorElementList" -> list("", value, this::sensor, text);
      case "persistentDisposition" -> persistent(value, text);
      case "readPoint", "bizLocation" ->
          text.append(name).append("id=").append(Values.canonical(value.path("id")));
      case "bizStep" -> word(name, Vocabulary.BIZ_STEP, value, text);
      case "disposition" -> word(name, Vocabulary.DISPOSITION, value, text);
      case "eventTimeZoneOffset" -> text.append(name).append('=').append(value.asText().strip());
      default -> text.append(name).append('=').append(Values.canonical(value));
    }
  }

  private interface Item {
    String text(JsonNode item);
  }

  /** Nothing at all for an empty list. */
  private static void list(String name, JsonNode items, Item item, StringBuilder text) {
    List<String> parts = new ArrayList<>(items.size());
    items.forEach(one -> parts.add(item.text(one)));
    if (!parts.isEmpty()) {
      text.append(name).append(ExtensionFields.joined(parts));
    }
  }

  private void word(String name, Vocabulary words, JsonNode value, StringBuilder text) {
    text.append(name).append('=').append(words.iri(value.asText(), prefixes));
  }

  private void persistent(JsonNode value, StringBuilder text) {
    text.append("persistentDisposition");
    for (String name : List.of("set", "unset")) {
      list(
          "",
          value.path(name),
          item -> name + "=" + Vocabulary.DISPOSITION.iri(item.asText(), prefixes),
          text);
    }
  }

  private String sensor(JsonNode element) {
    StringBuilder text = new StringBuilder("sensorElement");
    if (element.has("sensorMetadata")) {
      text.append("sensorMetadata").append(members(element.get("sensorMetadata"), METADATA, null));
    }
    list(
        "",
        element.path("sensorReport"),
        report -> "sensorReport" + members(report, REPORT, Vocabulary.MEASUREMENT),
        text);
    return text.toString();
  }

  private String members(JsonNode object, List<String> order, Vocabulary types) {
    StringBuilder text = new StringBuilder();
    for (String name : order) {
      JsonNode value = object.get(name);
      if (value == null) {
        continue;
      }
      String canonical =
          switch (name) {
            case "type" -> types.iri(value.asText(), prefixes);
            case "exception" -> Vocabulary.MEASUREMENT.iri(value.asText(), prefixes);
            case "component" -> Vocabulary.COMPONENT.iri(value.asText(), prefixes);
            case "uom", "hexBinaryValue", "stringValue" -> value.asText().strip();
            default -> Values.canonical(value);
          };
      text.append(name).append('=').append(canonical);
    }
    return text.toString();
  }
}
