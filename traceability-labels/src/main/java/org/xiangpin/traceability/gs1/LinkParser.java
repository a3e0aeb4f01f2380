package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads one link. Not shared between threads. */
final class LinkParser {
  private final String text;
  private final LinkValue values;
  private final boolean unknownToo;
  private final List<Element> elements = new ArrayList<>(8);
  private int[] positions = new int[8];
  private List<LinkExtension> extensions = List.of();
  private int authorityEnd;
  private int pathEnd;
  private int queryEnd;
  private boolean escapes;

  LinkParser(String text, Set<Gs1Option> options) {
    this.text = Objects.requireNonNull(text, "link");
    this.values = new LinkValue(text, options.contains(Gs1Option.ZERO_SUPPRESSED_GTIN));
    this.unknownToo = options.contains(Gs1Option.UNKNOWN_AI);
  }

  Gs1DigitalLink parse() {
    authorityEnd = LinkStem.authorityEnd(text);
    scan();
    int keyAt = keyPosition();
    if (keyAt < 0) {
      throw LinkPathFault.find(text, authorityEnd, pathEnd);
    }
    if (escapes) {
      LinkStem.checkEscapes(text, authorityEnd, keyAt);
    }
    readPath(keyAt);
    int pathSize = elements.size();
    checkQualifiers(pathSize);
    if (pathEnd < queryEnd) {
      readQuery();
    }
    checkAttributes(pathSize);
    Combinations.check(elements, positions);
    return new Gs1DigitalLink(
        LinkStem.normal(text, authorityEnd, keyAt - 1), elements, pathSize, extensions);
  }

  /** Finds the ends of path and query, and characters that may stand in neither. */
  private void scan() {
    pathEnd = -1;
    int i = authorityEnd;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!UriCharacters.isRemarkable(c)) {
        continue;
      } else if (c == '#') {
        break;
      } else if (c == '%') {
        escapes = true;
      } else if (c == '?' && pathEnd < 0) {
        pathEnd = i;
      } else if (!UriCharacters.isPathOrQuery(c)) {
        throw new InvalidGs1Data(
            Gs1Rule.URI_CHARACTER, "", i, "character may not stand in a URI unescaped");
      }
    }
    queryEnd = i;
    pathEnd = pathEnd < 0 ? i : pathEnd;
  }

  /**
   * Returns where the digits of the primary key stand, or -1. The stem may hold anything, even what
   * looks like keys: of pairs counted from the path's end, the last with a primary key begins it.
   */
  private int keyPosition() {
    int end = pathEnd;
    while (true) {
      int valueSlash = text.lastIndexOf('/', end - 1);
      int keySlash = valueSlash <= authorityEnd ? -1 : text.lastIndexOf('/', valueSlash - 1);
      if (keySlash < authorityEnd) {
        return -1;
      }
      ApplicationIdentifier ai = ApplicationIdentifiers.find(text, keySlash + 1, valueSlash);
      if (ai == null) {
        return -1;
      }
      if (ai.isPrimaryKey()) {
        return keySlash + 1;
      }
      end = keySlash;
    }
  }

  private void readPath(int keyAt) {
    int at = keyAt;
    while (at <= pathEnd) {
      int slash = text.indexOf('/', at);
      int end = text.indexOf('/', slash + 1);
      end = end < 0 || end > pathEnd ? pathEnd : end;
      ApplicationIdentifier ai = ApplicationIdentifiers.find(text, at, slash);
      String value = values.read(ai, slash + 1, end, false);
      if (value.equals(".") || value.equals("..")) {
        throw new InvalidGs1Data(
            Gs1Rule.DOT_SEGMENT, ai.code(), slash + 1, "value would be lost as a step of the path");
      }
      add(ai, value, at);
      at = end + 1;
    }
  }

  private void add(ApplicationIdentifier ai, String value, int position) {
    if (positions.length == elements.size()) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
    }
    positions[elements.size()] = position;
    elements.add(new Element(ai, value));
  }

  private void checkQualifiers(int pathSize) {
    AiTraits key = elements.get(0).ai().traits();
    if (key.allows(elements, 1, pathSize)) {
      return;
    }
    int first = 1;
    while (key.allows(elements, 1, first + 1)) {
      first++;
    }
    checkDuplicate(first);
    throw new InvalidGs1Data(
        Gs1Rule.QUALIFIER,
        elements.get(first).ai().code(),
        positions[first],
        "does not qualify AI (" + elements.get(0).ai() + ") in this place");
  }

  private void checkDuplicate(int index) {
    ApplicationIdentifier ai = elements.get(index).ai();
    for (int i = 0; i < index; i++) {
      if (elements.get(i).ai().equals(ai)) {
        throw new InvalidGs1Data(
            Gs1Rule.DUPLICATE, ai.code(), positions[index], "stands twice in the link");
      }
    }
  }

  /** Pairs are parted by ampersands, or by semicolons as the standard's grammar allows too. */
  private void readQuery() {
    int from = pathEnd + 1;
    while (from < queryEnd) {
      int end = from;
      int equals = -1;
      for (; end < queryEnd; end++) {
        char c = text.charAt(end);
        if (c == '&' || c == ';') {
          break;
        } else if (c == '=' && equals < 0) {
          equals = end;
        }
      }
      if (end > from) {
        readPair(from, equals < 0 ? end : equals, end);
      }
      from = end + 1;
    }
  }

  private void readPair(int from, int keyEnd, int end) {
    ApplicationIdentifier ai = ApplicationIdentifiers.find(text, from, keyEnd, unknownToo);
    if (ai != null) {
      add(ai, values.read(ai, Math.min(keyEnd + 1, end), end, true), from);
      return;
    }
    if (escapes) {
      LinkStem.checkEscapes(text, from, end);
    }
    if (LinkExtension.isNumeric(text, from, keyEnd)) {
      throw ApplicationIdentifiers.unknown(text, from, keyEnd, from);
    }
    if (extensions.isEmpty()) {
      extensions = new ArrayList<>(4);
    }
    extensions.add(LinkExtension.read(text, from, keyEnd, end));
  }

  private void checkAttributes(int pathSize) {
    AiTraits key = elements.get(0).ai().traits();
    for (int i = pathSize; i < elements.size(); i++) {
      checkDuplicate(i);
      Gs1DigitalLink.checkAttribute(key, elements, pathSize, elements.get(i), positions[i]);
    }
  }
}
