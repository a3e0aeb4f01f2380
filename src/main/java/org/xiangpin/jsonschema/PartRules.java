package org.xiangpin.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on what an object or an array holds. Each accepts whatever is of another type. */
final class PartRules {

  private PartRules() {}

  record Properties(Map<String, Rule> rules) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        Rule rule = rules.get(member.getKey());
        if (rule != null && !rule.accepts(member.getValue())) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        Rule rule = rules.get(member.getKey());
        if (rule != null && !rule.accepts(member.getValue())) {
          rule.explain(member.getValue(), Fault.step(pointer, member.getKey()), faults);
        }
      }
    }
  }

  record Required(List<String> names) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      if (value.isObject()) {
        for (String name : names) {
          if (!value.has(name)) {
            return false;
          }
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      for (String name : names) {
        if (!value.has(name)) {
          faults.add(new Fault(pointer, "required", "缺少 " + name, "must have the member " + name));
        }
      }
    }
  }

  record PropertyNames(Rule rule) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      for (Iterator<String> i = value.fieldNames(); i.hasNext(); ) {
        if (!rule.accepts(TextNode.valueOf(i.next()))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      for (Iterator<String> i = value.fieldNames(); i.hasNext(); ) {
        String name = i.next();
        if (!rule.accepts(TextNode.valueOf(name))) {
          unknown("propertyNames", pointer, name, faults);
        }
      }
    }
  }

  record NoFurther(Set<String> names) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      for (Iterator<String> i = value.fieldNames(); i.hasNext(); ) {
        if (!names.contains(i.next())) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      for (Iterator<String> i = value.fieldNames(); i.hasNext(); ) {
        String name = i.next();
        if (!names.contains(name)) {
          unknown("additionalProperties", pointer, name, faults);
        }
      }
    }
  }

  private static void unknown(String keyword, String pointer, String name, List<Fault> faults) {
    faults.add(
        new Fault(
            Fault.step(pointer, name),
            keyword,
            "标准没有这一项；自己的项要带命名空间",
            "is not a member of the standard here; one of your own needs its namespace"));
  }

  record Items(Rule rule) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          if (!rule.accepts(value.get(i))) {
            return false;
          }
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      for (int i = 0; i < value.size(); i++) {
        if (!rule.accepts(value.get(i))) {
          rule.explain(value.get(i), pointer + "/" + i, faults);
        }
      }
    }
  }

  record AtLeast(int items) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      return !value.isArray() || value.size() >= items;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      faults.add(
          new Fault(
              pointer,
              "minItems",
              "至少要有 " + items + " 项",
              "must have at least " + items + " items"));
    }
  }

  record Unique() implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      if (!value.isArray() || value.size() < 2) {
        return true;
      }
      Set<JsonNode> seen = new HashSet<>();
      for (JsonNode item : value) {
        if (!seen.add(item)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      faults.add(new Fault(pointer, "uniqueItems", "有重复的项", "must not hold an item twice"));
    }
  }
}
