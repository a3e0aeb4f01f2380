package org.xiangpin.traceability.cli.command;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes answers as JSON (RFC 8259), two spaces a level. Values are maps, collections, strings,
 * numbers, booleans, and optionals of these; an empty optional and null become null.
 */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder(512);

  private JsonWriter() {}

  static String write(Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value, "\n");
    return writer.out.toString();
  }

  private void value(Object value, String lineBreak) {
    if (value instanceof Optional<?> optional) {
      value(optional.orElse(null), lineBreak);
    } else if (value instanceof Map<?, ?> members) {
      object(members, lineBreak);
    } else if (value instanceof Collection<?> values) {
      array(values, lineBreak);
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      string(value.toString());
    }
  }

  private void object(Map<?, ?> members, String lineBreak) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator).append(lineBreak).append("  ");
      string(member.getKey().toString());
      out.append(": ");
      value(member.getValue(), lineBreak + "  ");
      separator = ",";
    }
    out.append(members.isEmpty() ? "{}" : lineBreak + "}");
  }

  private void array(Collection<?> values, String lineBreak) {
    String separator = "[";
    for (Object value : values) {
      out.append(separator).append(lineBreak).append("  ");
      value(value, lineBreak + "  ");
      separator = ",";
    }
    out.append(values.isEmpty() ? "[]" : lineBreak + "]");
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
