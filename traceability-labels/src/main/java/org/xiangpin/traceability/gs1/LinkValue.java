package org.xiangpin.traceability.gs1;

/** Reads values out of a link: without escapes, and right for their identifiers. */
final class LinkValue {
  private static final int GTIN_LENGTH = 14;

  private final String text;
  private final boolean zeroSuppressed;

  LinkValue(String text, boolean zeroSuppressed) {
    this.text = text;
    this.zeroSuppressed = zeroSuppressed;
  }

  String read(ApplicationIdentifier ai, int from, int to, boolean query) {
    String raw = text.substring(from, to);
    boolean escaped = raw.indexOf('%') >= 0 || query && raw.indexOf('+') >= 0;
    String value = escaped ? decoded(ai, raw, from, query) : raw;
    int zeros = 0;
    if (zeroSuppressed && value.length() < GTIN_LENGTH && ai.code().equals("01")) {
      int length = value.length();
      zeros = length == 8 || length == 12 || length == 13 ? GTIN_LENGTH - length : 0;
      value = "0".repeat(zeros) + value;
    }
    Fault fault = ai.fault(value);
    if (fault != null) {
      int index = Math.max(0, fault.index() - zeros);
      throw fault.at(ai.code(), from + (escaped ? rawIndex(raw, index) : index));
    }
    return value;
  }

  private static String decoded(ApplicationIdentifier ai, String raw, int from, boolean query) {
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int octet = PercentEncoding.octet(raw, i);
        if (octet < 0) {
          throw new InvalidGs1Data(
              Gs1Rule.ESCAPE, ai.code(), from + i, "percent sign without two hexadecimal digits");
        }
        c = (char) octet;
        i += 2;
      } else if (c == '+' && query) {
        c = ' ';
      }
      value.append(c);
    }
    return value.toString();
  }

  /** Returns where a character of the value stands in its escaped form. */
  private static int rawIndex(String raw, int index) {
    int at = 0;
    for (int i = 0; i < index; i++) {
      at += raw.charAt(at) == '%' ? 3 : 1;
    }
    return at;
  }
}
