package org.xiangpin.traceability.gs1;

/** Rules on numbers and single characters. All find the index at fault, or -1. */
final class NumberRules {
  private NumberRules() {}

  static ContentRule.Finder oneOf(String characters) {
    return (value, from, to) -> characters.indexOf(value.charAt(from)) >= 0 ? -1 : from;
  }

  /** For numbers of as many digits as the limit has. */
  static ContentRule.Finder atMost(String limit) {
    return (value, from, to) -> value.substring(from, to).compareTo(limit) <= 0 ? -1 : from;
  }

  static int nonZero(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) != '0') {
        return -1;
      }
    }
    return from;
  }

  static int noZeroPrefix(String value, int from, int to) {
    return to - from > 1 && value.charAt(from) == '0' ? from : -1;
  }

  static int pieceOfTotal(String value, int from, int to) {
    int middle = (from + to) / 2;
    if (nonZero(value, from, middle) >= 0) {
      return from;
    }
    if (nonZero(value, middle, to) >= 0) {
      return middle;
    }
    return value.substring(from, middle).compareTo(value.substring(middle, to)) <= 0 ? -1 : from;
  }

  /** The numbers have no leading zeros, so the longer one is the greater. */
  static int positionInSequence(String value, int from, int to) {
    int slash = value.indexOf('/', from);
    if (slash <= from || slash >= to - 1) {
      return from;
    }
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      boolean leadingZero = c == '0' && (i == from || i == slash + 1);
      if (leadingZero || i != slash && (c < '0' || c > '9')) {
        return i;
      }
    }
    String position = value.substring(from, slash);
    String count = value.substring(slash + 1, to);
    boolean beyond =
        position.length() == count.length()
            ? position.compareTo(count) > 0
            : position.length() > count.length();
    return beyond ? from : -1;
  }
}
