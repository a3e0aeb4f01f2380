package org.xiangpin.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Rules made of rules. */
final class Combinations {

  private Combinations() {}

  record All(List<Rule> rules) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      for (int i = 0; i < rules.size(); i++) {
        if (!rules.get(i).accepts(value)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      for (Rule rule : rules) {
        if (!rule.accepts(value)) {
          rule.explain(value, pointer, faults);
        }
      }
    }
  }

  record Any(List<Rule> rules) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).accepts(value)) {
          return true;
        }
      }
      return false;
    }

    /** What came closest is what was meant; where none did, all are named. */
    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      List<Fault> here = new ArrayList<>();
      rules.forEach(rule -> rule.explain(value, pointer, here));
      int depth = new Fault(pointer, "", "", "").depth();
      here.stream()
          .filter(fault -> fault.depth() > depth)
          .max(Comparator.comparingInt(Fault::depth))
          .ifPresentOrElse(
              faults::add,
              () ->
                  faults.add(
                      new Fault(
                          pointer,
                          "anyOf",
                          here.stream()
                              .map(Fault::chinese)
                              .distinct()
                              .collect(Collectors.joining("，或")),
                          here.stream()
                              .map(Fault::english)
                              .distinct()
                              .collect(Collectors.joining(", or ")))));
    }
  }

  /** The condition decides whether the consequence counts. */
  record When(Rule condition, Rule consequence) implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      return !condition.accepts(value) || consequence.accepts(value);
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      consequence.explain(value, pointer, faults);
    }
  }

  /** A definition, which may be compiled after those that name it. */
  static final class Named implements Rule {

    private Rule meaning;

    void means(Rule rule) {
      meaning = rule;
    }

    @Override
    public boolean accepts(JsonNode value) {
      return meaning.accepts(value);
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      if (!meaning.accepts(value)) {
        meaning.explain(value, pointer, faults);
      }
    }
  }
}
