package org.xiangpin.traceability.gs1;

/** Percent-encoding, RFC 3986 §2.1. */
final class PercentEncoding {
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /**
   * Escapes everything but RFC 3986's unreserved characters.
   *
   * @param value ASCII
   */
  static void append(StringBuilder out, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (UriCharacters.isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
  }

  /** Returns the octet whose escape begins at an index, or -1. */
  static int octet(CharSequence text, int percent) {
    if (percent + 2 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(percent + 1));
    int low = hex(text.charAt(percent + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Not {@link Character#digit}: that takes full-width digits too. */
  private static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' && c < 128 ? letter - 'a' + 10 : -1;
  }
}
