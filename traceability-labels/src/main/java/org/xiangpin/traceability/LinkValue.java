package org.xiangpin.traceability;

import org.xiangpin.traceability.InvalidDigitalLink.Reason;

/** The rules on the value of a lot (key 10) or serial (key 21): format X..20 of GS1. */
final class LinkValue {
  static final int MAX_LENGTH = 20;

  /** GS1 General Specifications §7.11, character set 82. */
  private static final String CSET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  /** RFC 3986, pchar without letters, digits and escapes. */
  private static final String PATH_PUNCTUATION = "-._~!$&'()*+,;=:@";

  private static final String HEX = "0123456789ABCDEF";

  private LinkValue() {}

  /** Refuses a value that may not stand in a link. Positions count within the value. */
  static void check(String ai, String value) {
    if (value.isEmpty()) {
      throw new InvalidDigitalLink(Reason.EMPTY, ai, 0, "value is empty");
    }
    for (int i = 0; i < value.length(); i++) {
      checkCharacter(ai, value.charAt(i), i);
    }
    if (value.length() > MAX_LENGTH) {
      throw new InvalidDigitalLink(Reason.LENGTH, ai, MAX_LENGTH, "value is longer than 20");
    }
    checkDots(ai, value, 0);
  }

  static void checkCharacter(String ai, char c, int position) {
    if (CSET_82.indexOf(c) < 0) {
      throw new InvalidDigitalLink(
          Reason.CHARACTER, ai, position, "character is not in GS1 character set 82");
    }
  }

  /**
   * Refuses the values "." and "..": GS1 allows them, but browsers take them for path steps and cut
   * them out of the link, even escaped (RFC 3986 §5.2.4, WHATWG URL).
   */
  static void checkDots(String ai, String value, int position) {
    if (value.equals(".") || value.equals("..")) {
      throw new InvalidDigitalLink(
          Reason.CHARACTER, ai, position, "value would be lost as a relative path step");
    }
  }

  static boolean isPathCharacter(char c) {
    return isLetterOrDigit(c) || PATH_PUNCTUATION.indexOf(c) >= 0;
  }

  static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /** Escapes all but RFC 3986's unreserved characters; the value is known to be ASCII. */
  static void appendEncoded(StringBuilder out, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isLetterOrDigit(c) || c == '-' || c == '.' || c == '_') {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
  }
}
