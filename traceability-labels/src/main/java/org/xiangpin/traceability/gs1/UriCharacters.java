package org.xiangpin.traceability.gs1;

/** Which characters may stand where in a URI, RFC 3986. */
final class UriCharacters {
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final boolean[] UNRESERVED = table(LETTERS_AND_DIGITS + "-._~");

  /** pchar with the percent sign, slash and question mark: whatever path and query may hold. */
  private static final boolean[] PATH_OR_QUERY = table(LETTERS_AND_DIGITS + "-._~!$&'()*+,;=:@%/?");

  /** What ends a path or needs a look, and what may stand in neither path nor query. */
  private static final boolean[] REMARKABLE = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      REMARKABLE[c] = !PATH_OR_QUERY[c] || c == '%' || c == '?';
    }
  }

  private static final boolean[] HOST = table(LETTERS_AND_DIGITS + "-.");
  private static final boolean[] IP_LITERAL = table("0123456789ABCDEFabcdef:.");

  private UriCharacters() {}

  static boolean isUnreserved(char c) {
    return c < 128 && UNRESERVED[c];
  }

  static boolean isPathOrQuery(char c) {
    return c < 128 && PATH_OR_QUERY[c];
  }

  /** Returns whether a reader of path and query may not simply pass a character by. */
  static boolean isRemarkable(char c) {
    return c >= 128 || REMARKABLE[c];
  }

  /** Names are ASCII (an international one in its xn-- form), without underscores, as at GS1. */
  static boolean isHost(char c) {
    return c < 128 && HOST[c];
  }

  static boolean isIpLiteral(char c) {
    return c < 128 && IP_LITERAL[c];
  }

  private static boolean[] table(String characters) {
    boolean[] table = new boolean[128];
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] = true;
    }
    return table;
  }
}
