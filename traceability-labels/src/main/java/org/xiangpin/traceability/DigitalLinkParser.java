package org.xiangpin.traceability;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xiangpin.traceability.InvalidDigitalLink.Reason;

/** Reads one link. Not shared between threads; {@link DigitalLink#parse} makes one per text. */
final class DigitalLinkParser {
  /** Mixed case ("Https") is refused, as GS1's own parser does. */
  static final List<String> SCHEMES = List.of("https://", "http://", "HTTPS://", "HTTP://");

  private static final List<String> KEYS = List.of("01", "10", "21");

  private final String text;
  private final int pathEnd;

  DigitalLinkParser(String text) {
    this.text = Objects.requireNonNull(text, "link");
    this.pathEnd = Math.min(indexOrEnd('?', text.length()), indexOrEnd('#', text.length()));
  }

  DigitalLink parse() {
    int pathStart = text.startsWith("/") ? 0 : authorityEnd();
    int keyStart = text.indexOf("/01/", pathStart);
    if (keyStart < 0 || keyStart >= pathEnd || pathStart == 0 && keyStart > 0) {
      throw refusal(Reason.UNKNOWN_KEY, "01", pathStart, "no key 01 in the path");
    }
    checkStem(pathStart, keyStart);
    String[] values = readKeys(keyStart);
    checkQuery();
    return new DigitalLink(
        Gtin.parse(values[0], keyStart + "/01/".length()),
        Optional.ofNullable(values[1]),
        Optional.ofNullable(values[2]));
  }

  private int authorityEnd() {
    String scheme =
        SCHEMES.stream()
            .filter(text::startsWith)
            .findFirst()
            .orElseThrow(() -> refusal(Reason.FORMAT, "", 0, "neither http(s) URI nor path"));
    int start = scheme.length();
    int end = indexOrEnd('/', start, pathEnd);
    int colon = indexOrEnd(':', start, end);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean allowed =
          i < colon
              ? LinkValue.isLetterOrDigit(c) || c == '-' || c == '.'
              : i == colon || c >= '0' && c <= '9';
      if (!allowed) {
        throw refusal(Reason.FORMAT, "", i, "character may not stand in a host and port");
      }
    }
    if (colon == start) {
      throw refusal(Reason.FORMAT, "", start, "host is empty");
    }
    return end;
  }

  private void checkStem(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        decodeAt("", i);
        i += 2;
      } else if (c == '/' && text.charAt(i + 1) == '/') {
        throw refusal(Reason.EMPTY, "", i + 1, "path segment is empty");
      } else if (c != '/' && !LinkValue.isPathCharacter(c)) {
        throw refusal(Reason.CHARACTER, "", i, "character may not stand in a path");
      }
    }
  }

  /** Reads "/key/value" pairs up to the path's end; values by the order of {@link #KEYS}. */
  private String[] readKeys(int start) {
    String[] values = new String[KEYS.size()];
    int last = -1;
    for (int slash = start; slash < pathEnd; ) {
      int keyEnd = indexOrEnd('/', slash + 1, pathEnd);
      String ai = text.substring(slash + 1, keyEnd);
      int key = KEYS.indexOf(ai);
      if (ai.isEmpty()) {
        throw refusal(Reason.EMPTY, "", slash + 1, "path segment is empty");
      } else if (key < 0) {
        throw refusal(Reason.UNKNOWN_KEY, "", slash + 1, "key is none of 01, 10, 21");
      } else if (values[key] != null) {
        throw refusal(Reason.DUPLICATE, ai, slash + 1, "key stands twice");
      } else if (key < last) {
        throw refusal(Reason.ORDER, ai, slash + 1, "keys should stand in the order 01, 10, 21");
      }
      int valueStart = Math.min(keyEnd + 1, pathEnd);
      slash = indexOrEnd('/', valueStart, pathEnd);
      if (valueStart == slash) {
        throw refusal(Reason.EMPTY, ai, valueStart, "value is empty");
      }
      // Key 01 is taken as it stands: Gtin refuses escapes, and its positions stay true.
      values[key] = key == 0 ? text.substring(valueStart, slash) : value(ai, valueStart, slash);
      last = key;
    }
    return values;
  }

  private String value(String ai, int from, int to) {
    StringBuilder value = new StringBuilder(LinkValue.MAX_LENGTH);
    for (int i = from; i < to; i++) {
      int position = i;
      char c = text.charAt(i);
      if (c == '%') {
        c = decodeAt(ai, i);
        i += 2;
      } else if (!LinkValue.isPathCharacter(c)) {
        throw refusal(Reason.CHARACTER, ai, i, "character may not stand in a path unescaped");
      }
      LinkValue.checkCharacter(ai, c, position);
      if (value.length() == LinkValue.MAX_LENGTH) {
        throw refusal(Reason.LENGTH, ai, position, "value is longer than 20");
      }
      value.append(c);
    }
    LinkValue.checkDots(ai, value.toString(), from);
    return value.toString();
  }

  /** Our keys belong into the path; another numeric key is either unknown or not for us. */
  private void checkQuery() {
    if (pathEnd == text.length() || text.charAt(pathEnd) == '#') {
      return;
    }
    int end = indexOrEnd('#', pathEnd, text.length());
    int position = pathEnd + 1;
    for (String pair : text.substring(position, end).split("[&;]", -1)) {
      int equals = pair.indexOf('=');
      int keyEnd = position + (equals < 0 ? pair.length() : equals);
      boolean numeric = keyEnd > position;
      for (int i = position; i < keyEnd; i++) {
        char c = text.charAt(i);
        if (c == '%') {
          c = decodeAt("", i);
          i += 2;
        }
        numeric &= c >= '0' && c <= '9';
      }
      if (numeric) {
        throw refusal(Reason.QUERY, "", position, "all-numeric key in the query");
      }
      position += pair.length() + 1;
    }
  }

  private char decodeAt(String ai, int position) {
    int high = position + 2 < text.length() ? hex(text.charAt(position + 1)) : -1;
    int low = position + 2 < text.length() ? hex(text.charAt(position + 2)) : -1;
    if (high < 0 || low < 0) {
      throw refusal(Reason.ENCODING, ai, position, "percent sign without two hexadecimal digits");
    }
    return (char) (high << 4 | low);
  }

  /** Not {@link Character#digit}: that takes full-width digits too. */
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private int indexOrEnd(char c, int end) {
    return indexOrEnd(c, 0, end);
  }

  private int indexOrEnd(char c, int from, int end) {
    int index = text.indexOf(c, from);
    return index < 0 || index > end ? end : index;
  }

  private static InvalidDigitalLink refusal(Reason reason, String ai, int position, String what) {
    return new InvalidDigitalLink(reason, ai, position, what);
  }
}
