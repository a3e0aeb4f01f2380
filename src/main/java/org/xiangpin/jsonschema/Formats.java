package org.xiangpin.jsonschema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The formats that the schema names. Almost every value takes the quick way. */
final class Formats {

  private static final boolean[] PLAIN = new boolean[128];

  static {
    String plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";
    plain.chars().forEach(c -> PLAIN[c] = true);
  }

  private Formats() {}

  /** Absolute, ASCII only (RFC 3986). */
  static boolean isUri(String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && isScheme(text, colon) && isPlainAfter(text, colon + 1)) {
      return true;
    }
    return isUriByTheBook(text);
  }

  private static boolean isScheme(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
        return false;
      }
    }
    return true;
  }

  /** A path, with a host of plain letters before it or none; nothing escaped, no query. */
  private static boolean isPlainAfter(String text, int start) {
    int from = start;
    if (text.startsWith("//", start)) {
      from = start + 2;
      while (from < text.length() && isHostCharacter(text.charAt(from))) {
        from++;
      }
      if (from == start + 2 || from == text.length() || text.charAt(from) != '/') {
        return false;
      }
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return from < text.length();
  }

  private static boolean isHostCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean isUriByTheBook(String text) {
    try {
      URI uri = new URI(text);
      String query = uri.getRawQuery();
      return uri.isAbsolute()
          && text.chars().allMatch(c -> c < 127)
          && (query == null || (query.indexOf('[') < 0 && query.indexOf(']') < 0));
    } catch (URISyntaxException e) {
      // RFC 3986 allows an empty rest, which Java does not
      return text.matches("[A-Za-z][A-Za-z0-9+.-]*:(//)?");
    }
  }

  /** RFC 3339: date, T, time to the second or finer, and an offset. */
  static boolean isDateTime(String text) {
    int length = text.length();
    if (length < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || !isBetween(text.charAt(10))) {
      return false;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    return year >= 0
        && isDate(year, month, day)
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && isIn(number(text, 11, 13), 23)
        && isIn(number(text, 14, 16), 59)
        && isIn(number(text, 17, 19), 59)
        && isOffset(text, afterFraction(text));
  }

  private static boolean isBetween(char c) {
    return c == 'T' || c == 't' || c == ' ';
  }

  private static boolean isDate(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    try {
      return day <= LocalDate.of(year, month, 1).lengthOfMonth();
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Where the offset begins; -1 for a point without digits or with more than nine. */
  private static int afterFraction(String text) {
    if (text.charAt(19) != '.') {
      return 19;
    }
    int end = 20;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == 20 || end > 29 ? -1 : end;
  }

  private static boolean isOffset(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char sign = text.charAt(at);
    if (sign == 'Z' || sign == 'z') {
      return text.length() == at + 1;
    }
    if ((sign != '+' && sign != '-') || text.length() != at + 6 || text.charAt(at + 3) != ':') {
      return false;
    }
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + 6);
    // no place is further than 18 hours from UTC; -00:00 says that the offset is not known
    return isIn(hours, 18)
        && isIn(minutes, hours == 18 ? 0 : 59)
        && !(sign == '-' && hours == 0 && minutes == 0);
  }

  private static boolean isIn(int number, int most) {
    return number >= 0 && number <= most;
  }

  /** -1 where something else than digits stands. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
