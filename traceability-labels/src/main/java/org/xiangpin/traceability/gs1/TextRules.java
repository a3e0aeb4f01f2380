package org.xiangpin.traceability.gs1;

/** Rules on text. All find the index at fault, or -1. */
final class TextRules {
  /** The shortest company prefix that GS1 gives out has four digits. */
  private static final int SHORTEST_PREFIX = 4;

  private TextRules() {}

  static int prefix(String value, int from, int to) {
    for (int i = from; i < from + SHORTEST_PREFIX; i++) {
      if (i >= to) {
        return from;
      }
      if (!CharacterSet.N.contains(value.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  static int hasNonDigit(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!CharacterSet.N.contains(value.charAt(i))) {
        return -1;
      }
    }
    return from;
  }

  static int percent(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) == '%') {
        if (i + 2 >= to || PercentEncoding.octet(value, i) < 0) {
          return i;
        }
        i += 2;
      }
    }
    return -1;
  }

  static int importerIndex(String value, int from, int to) {
    return CharacterSet.Z.contains(value.charAt(from)) ? -1 : from;
  }
}
