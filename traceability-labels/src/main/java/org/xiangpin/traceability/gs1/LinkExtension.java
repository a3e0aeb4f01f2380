package org.xiangpin.traceability.gs1;

import java.util.Objects;
import java.util.Optional;

/**
 * A key in a link's query that GS1 does not define, such as the signature in {@code ?s=k1.abc}.
 *
 * <p>Key and value stand as in the query, escapes and all: what they mean is not GS1's business.
 *
 * @param key not all digits; empty only where a value is
 * @param value what stands after the equals sign; none where there is no equals sign
 */
public record LinkExtension(String key, Optional<String> value) {

  /**
   * Checks that key and value may stand in a query.
   *
   * @throws InvalidGs1Data for nothing at all, an all-numeric key, a character that may not stand
   *     in a query, or a wrong escape; positions count within key or value
   */
  public LinkExtension {
    Objects.requireNonNull(value, "value");
    if (key.isEmpty() && value.isEmpty()) {
      throw new InvalidGs1Data(Gs1Rule.EMPTY_VALUE, "", -1, "neither key nor value is there");
    }
    checkText(key, true);
    if (isNumeric(key, 0, key.length())) {
      throw ApplicationIdentifiers.unknown(key, 0, key.length(), 0);
    }
    value.ifPresent(text -> checkText(text, false));
  }

  /**
   * Makes an extension.
   *
   * @param key not all digits
   * @param value as it should stand in the query
   * @return the extension
   * @throws InvalidGs1Data for what may not stand in a query
   */
  public static LinkExtension of(String key, String value) {
    return new LinkExtension(key, Optional.of(value));
  }

  static LinkExtension read(String text, int from, int keyEnd, int end) {
    return new LinkExtension(
        text.substring(from, keyEnd),
        keyEnd == end ? Optional.empty() : Optional.of(text.substring(keyEnd + 1, end)));
  }

  /** Returns whether a key is all digits, be they escaped or not. */
  static boolean isNumeric(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        c = (char) PercentEncoding.octet(text, i);
        i += 2;
      }
      if (!CharacterSet.N.contains(c)) {
        return false;
      }
    }
    return from < to;
  }

  private static void checkText(String text, boolean key) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean delimiter = c == '&' || c == ';' || key && c == '=';
      if (delimiter || !UriCharacters.isPathOrQuery(c)) {
        throw new InvalidGs1Data(Gs1Rule.URI_CHARACTER, "", i, "character may not stand here");
      }
      if (c == '%' && PercentEncoding.octet(text, i) < 0) {
        throw new InvalidGs1Data(
            Gs1Rule.ESCAPE, "", i, "percent sign without two hexadecimal digits");
      }
    }
  }

  void appendTo(StringBuilder query) {
    query.append(key);
    value.ifPresent(text -> query.append('=').append(text));
  }
}
