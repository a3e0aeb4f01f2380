package org.xiangpin.epcis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.jsonschema.Schema;

/**
 * The compiled schema gives the verdicts of a general validator: over examples of GS1 and of the
 * reference of the event hash, and over thousands of ways to spoil them.
 */
class SchemaAgreementTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SPOILT_OF_EACH = 400;

  private static final List<String> EXAMPLES =
      List.of(
          "hash/ReferenceEventHashAlgorithm2",
          "hash/ReferenceEventHashAlgorithm3",
          "hash/epcisDocWithVariousEventTypes",
          "hash/ObjectEvent_all_possible_fields",
          "examples/error-declaration",
          "examples/transformation",
          "examples/persistent-disposition",
          "examples/sensor",
          "examples/association",
          "examples/master-data",
          "examples/query");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1.50",
          "\"\"",
          "\"x\"",
          "\"a:b\"",
          "\"shipping\"",
          "\"active\"",
          "\"ADD\"",
          "\"OBSERVE\"",
          "\"DELETE\"",
          "\"ObjectEvent\"",
          "\"AggregationEvent\"",
          "\"TransactionEvent\"",
          "\"TransformationEvent\"",
          "\"AssociationEvent\"",
          "\"ext:Event\"",
          "\"urn:epc:id:sgtin:0614141.107346.2017\"",
          "\"https://ref.gs1.org/cbv/BizStep-shipping\"",
          "\"https://ns.gs1.org/cbv/BizStep-shipping\"",
          "\"urn:epcglobal:cbv:bizstep:shipping\"",
          "\"https://gs1.org/voc/Temperature\"",
          "\"http://example.com/a b\"",
          "\"http://例子.cn/\"",
          "\"2005-04-03T20:33:31.116-06:00\"",
          "\"2005-04-31T20:33:31Z\"",
          "\"+14:00\"",
          "\"KGM\"",
          "[]",
          "[\"a:b\"]",
          "[\"a:b\", \"a:b\"]",
          "[1]",
          "{}",
          "{\"id\": \"a:b\"}",
          "{\"epcClass\": \"a:b\", \"quantity\": 1}",
          "[{\"epcClass\": \"a:b\"}]",
          "[{\"type\": \"po\", \"bizTransaction\": \"a:b\"}]");

  private static final List<String> NAMES =
      List.of(
          "action",
          "type",
          "epcList",
          "parentID",
          "childEPCs",
          "quantityList",
          "ilmd",
          "bizStep",
          "readPoint",
          "sensorElementList",
          "eventID",
          "@context",
          "ext:more",
          "more",
          "set",
          "uom",
          "transformationID",
          "inputEPCList",
          "outputQuantityList",
          "errorDeclaration",
          "id");

  private final JsonNode source = tree("/epcis/epcis-2.0.schema.json");
  private final Schema ours = new Schema(source);
  private final JsonSchema general =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(source);

  @Test
  void agreesOnExamples() {
    for (String name : EXAMPLES) {
      JsonNode document = tree("/epcis/" + name + ".json");
      assertEquals(List.of(), ours.faults(document, ""), name);
      assertTrue(general.validate(document).isEmpty(), name);
    }
  }

  @Test
  void agreesOnSpoiltDocuments() {
    int good = 0;
    int bad = 0;
    List<String> differing = new ArrayList<>();
    for (String name : EXAMPLES) {
      Random random = new Random(name.hashCode());
      JsonNode example = smaller(tree("/epcis/" + name + ".json"));
      for (int i = 0; i < SPOILT_OF_EACH; i++) {
        JsonNode document = example.deepCopy();
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
          spoil(document, random);
        }
        boolean accepted = ours.accepts(document);
        if (accepted != general.validate(document).isEmpty()) {
          differing.add((accepted ? "only ours takes " : "only ours refuses ") + document);
        }
        if (accepted) {
          good++;
        } else {
          bad++;
          assertExplained(document);
        }
      }
    }
    assertEquals(List.of(), differing.stream().limit(3).toList());
    assertTrue(good > 300 && bad > 1_000, good + " good, " + bad + " bad");
  }

  @Test
  void agreesOnTimesAndUris() {
    List<String> differing = new ArrayList<>();
    for (String text : FormatSamples.ALL) {
      ObjectNode document = (ObjectNode) tree("/epcis/hash/ReferenceEventHashAlgorithm3.json");
      document.put("creationDate", text);
      compare(document, text, differing);
      document = (ObjectNode) tree("/epcis/hash/ReferenceEventHashAlgorithm3.json");
      document.put("id", text);
      compare(document, text, differing);
    }
    assertEquals(List.of(), differing);
  }

  @Test
  void isStricterInTwoTimesOnly() {
    for (String text : FormatSamples.REFUSED_HERE) {
      ObjectNode document = (ObjectNode) tree("/epcis/hash/ReferenceEventHashAlgorithm3.json");
      document.put("creationDate", text);
      assertTrue(!ours.accepts(document) && general.validate(document).isEmpty(), text);
    }
  }

  private void compare(JsonNode document, String text, List<String> differing) {
    boolean accepted = ours.accepts(document);
    if (accepted != general.validate(document).isEmpty()) {
      differing.add((accepted ? "only ours takes " : "only ours refuses ") + text);
    }
  }

  private void assertExplained(JsonNode document) {
    List<Fault> faults = ours.faults(document, "");
    assertTrue(!faults.isEmpty(), () -> "refused without a word: " + document);
    for (Fault fault : faults) {
      assertTrue(!fault.english().isBlank() && !fault.chinese().isBlank(), fault::toString);
      assertTrue(fault.pointer().isEmpty() || fault.pointer().startsWith("/"), fault::toString);
    }
  }

  /** One event of each document, so that spoiling hits it. */
  private static JsonNode smaller(JsonNode document) {
    if (document.at("/epcisBody/eventList") instanceof ArrayNode events) {
      while (events.size() > 1) {
        events.remove(events.size() - 1);
      }
    }
    return document;
  }

  private static void spoil(JsonNode document, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    JsonNode place = containers.get(random.nextInt(containers.size()));
    JsonNode value = value(random);
    if (place instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name =
          names.isEmpty() || random.nextInt(4) == 0
              ? NAMES.get(random.nextInt(NAMES.size()))
              : names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else if (place instanceof ArrayNode array) {
      int at = array.isEmpty() ? 0 : random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.removeAll();
        case 1 -> array.insert(at, value);
        case 2 -> array.insert(at, array.isEmpty() ? value : array.get(at).deepCopy());
        default -> {
          if (!array.isEmpty()) {
            array.remove(at);
          }
        }
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode value(Random random) {
    try {
      return JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode tree(String resource) {
    try (InputStream in = SchemaAgreementTest.class.getResourceAsStream(resource)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
