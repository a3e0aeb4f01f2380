package org.xiangpin.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A JSON schema (draft 7), compiled. Thread-safe. Its verdicts are those of a general validator,
 * which a test holds it to; it differs in cost and in saying one sentence for each fault.
 */
public final class Schema {

  private static final String REFERENCE = "#/definitions/";
  private static final Set<String> WITHOUT_DEMANDS = Set.of("$id", "$schema", "definitions", "if");

  private final JsonNode source;
  private final Map<String, Combinations.Named> named = new HashMap<>();
  private final Rule root;

  /**
   * @throws IllegalArgumentException for a keyword, type or format that is not known here
   */
  public Schema(JsonNode source) {
    this.source = source;
    source.path("definitions").fieldNames().forEachRemaining(this::definition);
    this.root = compile(source);
  }

  private Schema(Schema whole, Rule root) {
    this.source = whole.source;
    this.root = root;
  }

  /** The part that stands under {@code definitions} by this name. */
  public Schema part(String name) {
    if (!source.path("definitions").has(name)) {
      throw new IllegalArgumentException("definition " + name);
    }
    return new Schema(this, named.get(name));
  }

  public boolean accepts(JsonNode value) {
    return root.accepts(value);
  }

  /**
   * What is wrong, in the order of the document as far as it goes; empty if it is accepted.
   *
   * @param pointer where the value stands in the whole document
   */
  public List<Fault> faults(JsonNode value, String pointer) {
    if (root.accepts(value)) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    root.explain(value, pointer, faults);
    return faults.stream().distinct().toList();
  }

  private Rule definition(String name) {
    Combinations.Named known = named.get(name);
    if (known == null) {
      known = new Combinations.Named();
      named.put(name, known);
      known.means(compile(source.path("definitions").path(name)));
    }
    return known;
  }

  private Rule compile(JsonNode schema) {
    if (schema.has("$ref")) {
      // in draft 7 nothing beside a reference counts
      return definition(schema.get("$ref").textValue().substring(REFERENCE.length()));
    }
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!WITHOUT_DEMANDS.contains(keyword.getKey())) {
        rules.add(compile(keyword.getKey(), keyword.getValue(), schema));
      }
    }
    return rules.size() == 1 ? rules.get(0) : new Combinations.All(List.copyOf(rules));
  }

  private Rule compile(String keyword, JsonNode value, JsonNode schema) {
    return switch (keyword) {
      case "type" -> ValueRules.type(value.textValue());
      case "enum" -> ValueRules.oneOfTheWords(new HashSet<>(texts(value)));
      case "pattern" -> ValueRules.pattern(value.textValue());
      case "format" -> ValueRules.format(value.textValue());
      case "properties" -> properties(value);
      case "required" -> new PartRules.Required(texts(value));
      case "propertyNames" -> new PartRules.PropertyNames(compile(value));
      case "additionalProperties" -> noFurther(value, schema);
      case "items" -> new PartRules.Items(compile(value));
      case "minItems" -> new PartRules.AtLeast(value.intValue());
      case "uniqueItems" -> new PartRules.Unique();
      case "allOf" -> new Combinations.All(all(value));
      case "anyOf" -> new Combinations.Any(all(value));
      // only between documents of different types, of which none can be two
      case "oneOf" -> new Combinations.Any(all(value));
      case "then" -> new Combinations.When(compile(schema.get("if")), compile(value));
      case "not" -> ValueRules.not(compile(value));
      default -> throw new IllegalArgumentException("keyword " + keyword);
    };
  }

  private Rule properties(JsonNode value) {
    Map<String, Rule> rules = new HashMap<>();
    value.properties().forEach(p -> rules.put(p.getKey(), compile(p.getValue())));
    return new PartRules.Properties(rules);
  }

  private static Rule noFurther(JsonNode value, JsonNode schema) {
    if (!value.isBoolean() || value.booleanValue()) {
      throw new IllegalArgumentException("additionalProperties other than false");
    }
    Set<String> names = new HashSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return new PartRules.NoFurther(names);
  }

  private List<Rule> all(JsonNode schemas) {
    return StreamSupport.stream(schemas.spliterator(), false).map(this::compile).toList();
  }

  private static List<String> texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
