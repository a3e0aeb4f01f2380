package org.xiangpin.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules on a value by itself: its type, its words, its form. */
final class ValueRules {

  private static final int MOST_WORDS_SHOWN = 12;

  private ValueRules() {}

  /** A rule with one sentence. */
  private record Single(String keyword, Predicate<JsonNode> judge, String chinese, String english)
      implements Rule {

    @Override
    public boolean accepts(JsonNode value) {
      return judge.test(value);
    }

    @Override
    public void explain(JsonNode value, String pointer, List<Fault> faults) {
      faults.add(new Fault(pointer, keyword, chinese, english));
    }
  }

  static Rule type(String name) {
    return switch (name) {
      case "string" -> new Single("type", JsonNode::isTextual, "这里应是文字", "must be a string");
      case "number" -> new Single("type", JsonNode::isNumber, "这里应是数字", "must be a number");
      case "boolean" ->
          new Single("type", JsonNode::isBoolean, "这里应是 true 或 false", "must be true or false");
      case "object" -> new Single("type", JsonNode::isObject, "这里应是对象", "must be an object");
      case "array" -> new Single("type", JsonNode::isArray, "这里应是列表", "must be an array");
      default -> throw new IllegalArgumentException("type " + name);
    };
  }

  static Rule oneOfTheWords(Set<String> words) {
    Set<String> sorted = new TreeSet<>(words);
    String shown =
        sorted.size() <= MOST_WORDS_SHOWN
            ? String.join(", ", sorted)
            : sorted.size() + " words of the standard";
    return new Single(
        "enum",
        value -> value.isTextual() && words.contains(value.textValue()),
        "这里应是标准中的词（" + shown + "）",
        "must be one of " + shown);
  }

  static Rule pattern(String expression) {
    Predicate<String> found = Pattern.compile(expression).asPredicate();
    return new Single(
        "pattern",
        value -> !value.isTextual() || found.test(value.textValue()),
        "这里不合规定的形式 " + expression,
        "must match " + expression);
  }

  static Rule format(String name) {
    return switch (name) {
      case "uri" ->
          new Single(
              "format",
              value -> !value.isTextual() || Formats.isUri(value.textValue()),
              "这里应是带方案的 URI",
              "must be an absolute URI");
      case "date-time" ->
          new Single(
              "format",
              value -> !value.isTextual() || Formats.isDateTime(value.textValue()),
              "这里应是带时区的时间（RFC 3339）",
              "must be a time with its offset (RFC 3339)");
      default -> throw new IllegalArgumentException("format " + name);
    };
  }

  static Rule not(Rule rule) {
    return new Single("not", value -> !rule.accepts(value), "这里不应有这一项", "must not be here");
  }
}
