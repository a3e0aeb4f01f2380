package org.xiangpin.traceability.gs1;

import java.util.Locale;

/** What stands before a link's primary key: scheme, host, port, and perhaps some path. */
final class LinkStem {
  /** Mixed case ("Https") is refused, as GS1's own reader does. */
  private static final String[] SCHEMES = {"https://", "http://", "HTTPS://", "HTTP://"};

  private LinkStem() {}

  /** Returns where the path begins, having checked scheme, host and port. */
  static int authorityEnd(String text) {
    int start = schemeEnd(text);
    int i = start;
    if (i < text.length() && text.charAt(i) == '[') {
      i++;
      while (i < text.length() && UriCharacters.isIpLiteral(text.charAt(i))) {
        i++;
      }
      if (i - start < 3 || i == text.length() || text.charAt(i) != ']') {
        throw new InvalidGs1Data(Gs1Rule.HOST, "", start, "IP address in brackets is malformed");
      }
      i++;
    } else {
      while (i < text.length() && UriCharacters.isHost(text.charAt(i))) {
        i++;
      }
    }
    if (i == start) {
      throw new InvalidGs1Data(Gs1Rule.HOST, "", start, "host is missing");
    }
    if (i < text.length() && text.charAt(i) == ':') {
      i++;
      while (i < text.length() && CharacterSet.N.contains(text.charAt(i))) {
        i++;
      }
    }
    if (i < text.length() && "/?#".indexOf(text.charAt(i)) < 0) {
      throw new InvalidGs1Data(Gs1Rule.HOST, "", i, "character may not stand in host and port");
    }
    return i;
  }

  private static int schemeEnd(String text) {
    for (String scheme : SCHEMES) {
      if (text.startsWith(scheme)) {
        return scheme.length();
      }
    }
    throw new InvalidGs1Data(Gs1Rule.SCHEME, "", 0, "a link should begin with https:// or http://");
  }

  /**
   * Returns a stem that a user gave: checked, scheme and host in lower case, no slash at the end.
   */
  static String of(String text) {
    int authorityEnd = authorityEnd(text);
    int end = text.endsWith("/") ? text.length() - 1 : text.length();
    for (int i = authorityEnd; i < end; i++) {
      if (!UriCharacters.isPathOrQuery(text.charAt(i)) || text.charAt(i) == '?') {
        throw new InvalidGs1Data(
            Gs1Rule.URI_CHARACTER, "", i, "character may not stand in the path");
      }
    }
    checkEscapes(text, authorityEnd, end);
    return normal(text, authorityEnd, end);
  }

  static void checkEscapes(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '%' && (i + 2 >= to || PercentEncoding.octet(text, i) < 0)) {
        throw new InvalidGs1Data(
            Gs1Rule.ESCAPE, "", i, "percent sign without two hexadecimal digits");
      }
    }
  }

  /** Returns the stem with scheme and host in lower case (RFC 3986 §6.2.2.1). */
  static String normal(String text, int authorityEnd, int end) {
    for (int i = 0; i < authorityEnd; i++) {
      char c = text.charAt(i);
      if (c <= 'Z' && c >= 'A') {
        return text.substring(0, authorityEnd).toLowerCase(Locale.ROOT)
            + text.substring(authorityEnd, end);
      }
    }
    return text.substring(0, end);
  }
}
