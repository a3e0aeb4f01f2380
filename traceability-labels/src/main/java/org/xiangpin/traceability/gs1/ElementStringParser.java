package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads one element string. Not shared between threads. */
final class ElementStringParser {
  private static final Set<String> SYMBOLOGIES = Set.of("]C1", "]e0", "]d2", "]Q3", "]J1");

  private final String text;
  private final boolean unknownToo;
  private final List<Element> elements = new ArrayList<>();
  private int[] positions = new int[8];

  ElementStringParser(String text, Set<Gs1Option> options) {
    this.text = Objects.requireNonNull(text, "element string");
    this.unknownToo = options.contains(Gs1Option.UNKNOWN_AI);
  }

  ElementString bracketed() {
    int at = 0;
    while (at < text.length() || at == 0) {
      int close = text.indexOf(')', at);
      if (at == text.length() || text.charAt(at) != '(' || close < 0) {
        throw malformed(at, "an application identifier in round brackets should stand here");
      }
      ApplicationIdentifier ai = identifier(at + 1, close);
      int end = close + 1;
      while (end < text.length() && text.charAt(end) != '(') {
        end += text.startsWith("\\(", end) ? 2 : 1;
      }
      String raw = text.substring(close + 1, end);
      String value = raw.replace("\\(", "(");
      Fault fault = ai.fault(value);
      if (fault != null) {
        throw fault.at(ai.code(), close + 1 + rawIndex(raw, fault.index()));
      }
      add(ai, value, at + 1);
      at = end;
    }
    return finished();
  }

  /** Returns where a character of the value stands in its raw form. */
  private static int rawIndex(String raw, int index) {
    int at = 0;
    for (int i = 0; i < index; i++) {
      at += raw.startsWith("\\(", at) ? 2 : 1;
    }
    return at;
  }

  ElementString fnc1() {
    int at = start();
    if (at == text.length()) {
      throw malformed(at, "there are no elements");
    }
    while (at < text.length()) {
      int valueAt = Math.min(text.length(), at + identifierLength(at));
      ApplicationIdentifier ai = identifier(at, valueAt);
      int separator = text.indexOf(ElementString.SEPARATOR, valueAt);
      int end = separator < 0 ? text.length() : separator;
      if (isPredefined(ai)) {
        end = Math.min(end, valueAt + predefinedLength(ai));
      }
      String value = text.substring(valueAt, end);
      Fault fault = ai.fault(value);
      if (fault != null) {
        throw fault.at(ai.code(), valueAt + fault.index());
      }
      add(ai, value, at);
      at = end;
      if (at == separator) {
        at++;
        if (at == text.length()) {
          throw malformed(separator, "a separator may not stand at the end");
        }
      }
    }
    return finished();
  }

  private int identifierLength(int at) {
    ApplicationIdentifier sibling = ApplicationIdentifiers.ofPrefix(text, at, text.length());
    if (sibling == null) {
      throw ApplicationIdentifiers.unknown(text, at, Math.min(at + 2, text.length()), at);
    }
    return sibling.code().length();
  }

  private int start() {
    if (SYMBOLOGIES.stream().anyMatch(text::startsWith)) {
      return 3;
    }
    return !text.isEmpty() && text.charAt(0) == ElementString.SEPARATOR ? 1 : 0;
  }

  /** An unknown identifier is of predefined length when those with its first digits are. */
  static boolean isPredefined(ApplicationIdentifier ai) {
    ApplicationIdentifier sibling = sibling(ai);
    return sibling != null && sibling.isPredefinedLength();
  }

  private static int predefinedLength(ApplicationIdentifier ai) {
    return sibling(ai).maxLength();
  }

  private static ApplicationIdentifier sibling(ApplicationIdentifier ai) {
    return ai.isKnown() ? ai : ApplicationIdentifiers.ofPrefix(ai.code(), 0, ai.code().length());
  }

  private ApplicationIdentifier identifier(int from, int to) {
    ApplicationIdentifier ai = ApplicationIdentifiers.find(text, from, to, unknownToo);
    if (ai == null) {
      throw ApplicationIdentifiers.unknown(text, from, to, from);
    }
    return ai;
  }

  private void add(ApplicationIdentifier ai, String value, int position) {
    if (positions.length == elements.size()) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
    }
    positions[elements.size()] = position;
    elements.add(new Element(ai, value));
  }

  private ElementString finished() {
    checkTogether(elements, positions);
    return new ElementString(List.copyOf(elements));
  }

  /** Each identifier counts once, so that the work grows with the text and not with its square. */
  static void checkTogether(List<Element> elements, int[] positions) {
    Map<ApplicationIdentifier, Element> distinct = new LinkedHashMap<>();
    int[] places = new int[elements.size()];
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      int position = positions == null ? -1 : positions[i];
      Element earlier = distinct.putIfAbsent(element.ai(), element);
      if (earlier == null) {
        places[distinct.size() - 1] = position;
      } else if (!earlier.equals(element)) {
        throw new InvalidGs1Data(
            Gs1Rule.DUPLICATE, element.ai().code(), position, "stands twice with two values");
      }
    }
    Combinations.check(List.copyOf(distinct.values()), places);
  }

  private InvalidGs1Data malformed(int position, String what) {
    return new InvalidGs1Data(Gs1Rule.ELEMENT_STRING, "", position, what);
  }
}
