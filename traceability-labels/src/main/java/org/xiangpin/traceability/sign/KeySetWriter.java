package org.xiangpin.traceability.sign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the file of a {@link KeySet}. */
final class KeySetWriter {
  private KeySetWriter() {}

  static String write(KeySet set) {
    String keys = set.keys().stream().map(KeySetWriter::key).collect(Collectors.joining(","));
    return "{\n  \"format\": "
        + quoted(KeySet.FORMAT)
        + ",\n  \"keys\": ["
        + keys
        + (set.keys().isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static String key(LabelKey key) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", key.id());
    members.put("publicKey", key.key().toString());
    members.put("validFrom", key.validFrom().toString());
    key.validTo().ifPresent(end -> members.put("validTo", end.toString()));
    key.revocation()
        .ifPresent(
            taken -> {
              members.put("revokedAt", taken.at().toString());
              members.put("reason", taken.reason());
            });
    List<String> lines =
        members.entrySet().stream()
            .map(m -> "\n      " + quoted(m.getKey()) + ": " + quoted(m.getValue()))
            .toList();
    return "\n    {" + String.join(",", lines) + "\n    }";
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
