package org.xiangpin.eventhash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The canonical text of members that the standard does not name: sorted, with full namespaces. */
final class ExtensionFields {

  private final Map<String, String> prefixes;

  ExtensionFields(Map<String, String> prefixes) {
    this.prefixes = prefixes;
  }

  /** Adds a member; each item of an array as a member of the same name. */
  void add(String name, JsonNode value, List<String> parts) {
    if (name.equals("rdfs:comment")) {
      return;
    }
    if (value.isArray()) {
      value.forEach(item -> add(name, item, parts));
    } else if (value.isObject()) {
      within(expanded(name), value, Set.of(), parts);
    } else {
      String text = Values.canonical(value);
      if (!text.isEmpty()) {
        parts.add(expanded(name) + "=" + text);
      }
    }
  }

  /** Adds what an object holds beside some members, if it holds anything else. */
  void within(String name, JsonNode object, Set<String> beside, List<String> parts) {
    List<String> inner = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!beside.contains(member.getKey())) {
        add(member.getKey(), member.getValue(), inner);
      }
    }
    if (!inner.isEmpty()) {
      parts.add(name + joined(inner));
    }
  }

  static String joined(List<String> parts) {
    parts.sort(Values.BY_CODE_POINTS);
    return String.join("", parts);
  }

  /** {@code ex:field} and {@code https://ns.example.com/field} become {@code {namespace}field}. */
  private String expanded(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return name;
    }
    String namespace = prefixes.get(name.substring(0, colon));
    if (namespace != null) {
      return "{" + namespace + "}" + name.substring(colon + 1);
    }
    int end = Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')), colon) + 1;
    return "{" + name.substring(0, end) + "}" + name.substring(end);
  }
}
