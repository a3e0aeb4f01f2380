package org.xiangpin.eventhash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Single values in their canonical form (CBV 2.0, section 8.9.2). */
final class Values {

  /** As UTF-8 sorts, which differs from Java's order beyond the basic plane. */
  static final Comparator<String> BY_CODE_POINTS = Values::compare;

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}.*");

  /** Beyond that many digits a number is kept as written: 1e999999999 would fill the memory. */
  private static final int MOST_DIGITS = 100;

  private Values() {}

  /** Empty for null. */
  static String canonical(JsonNode value) {
    if (value.isNumber()) {
      return number(value.asText());
    }
    return value.isNull() ? "" : canonical(value.asText());
  }

  static String canonical(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return text;
    }
    if (text.charAt(0) > '9') {
      // most values are URIs or words, and neither number nor time begins with a letter
      return Epc.canonical(text);
    }
    if (NUMBER.matcher(text).matches()) {
      return number(text);
    }
    return TIME.matcher(text).matches() ? time(text) : text;
  }

  private static String number(String text) {
    try {
      BigDecimal number = new BigDecimal(text).stripTrailingZeros();
      return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS
          ? text
          : number.toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** UTC with milliseconds, the fourth digit rounded; as written if it is no time. */
  static String time(String text) {
    try {
      return MILLIS.format(Timestamp.of(text).plusNanos(500_000));
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothPlain = !Character.isSurrogate(x) && !Character.isSurrogate(y);
        return bothPlain || (Character.isSurrogate(x) && Character.isSurrogate(y))
            ? x - y
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
