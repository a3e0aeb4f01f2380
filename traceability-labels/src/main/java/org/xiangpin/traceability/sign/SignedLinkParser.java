package org.xiangpin.traceability.sign;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.InvalidDigitalLink;
import org.xiangpin.traceability.sign.InvalidSignedLink.Reason;

/** Reads host, key values, attributes and signature of one link. Not shared between threads. */
final class SignedLinkParser {
  static final String SIGNATURE_KEY = "s";
  private static final int MAX_VALUE = 90;

  private final String url;
  private final int pathEnd;
  private final int queryEnd;
  private final TreeMap<String, String> attributes = new TreeMap<>();
  private Optional<String> signature = Optional.empty();

  /**
   * What was read.
   *
   * @param statement what a signature of the link states
   * @param signature the value of the key {@code s}, as it stands there
   */
  record Parts(LabelStatement statement, Optional<String> signature) {}

  private SignedLinkParser(String url) {
    this.url = url;
    int fragment = url.indexOf('#');
    queryEnd = fragment < 0 ? url.length() : fragment;
    int query = url.indexOf('?');
    pathEnd = query < 0 || query > queryEnd ? queryEnd : query;
  }

  static Parts parse(String url) {
    SignedLinkParser parser = new SignedLinkParser(url);
    DigitalLink link = parser.link();
    String host = parser.host();
    parser.readQuery();
    return new Parts(new LabelStatement(host, link, parser.attributes), parser.signature);
  }

  private DigitalLink link() {
    try {
      return DigitalLink.parse(url.substring(0, pathEnd));
    } catch (InvalidDigitalLink e) {
      throw new InvalidSignedLink(Reason.LINK, e.ai(), e.position(), "no Digital Link", e);
    }
  }

  private String host() {
    int scheme = url.indexOf("://");
    if (scheme < 0 || scheme > 5) {
      throw new InvalidSignedLink(Reason.HOST, "", 0, "a signed link is absolute");
    }
    int start = scheme + 3;
    String authority = url.substring(start, url.indexOf('/', start)).toLowerCase(Locale.ROOT);
    int colon = authority.indexOf(':');
    if (colon < 0) {
      return authority;
    }
    String port = authority.substring(colon + 1);
    if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65535) {
      throw new InvalidSignedLink(Reason.HOST, "", start + colon + 1, "not a port");
    }
    boolean usual = port.equals(scheme == "https".length() ? "443" : "80");
    return usual ? authority.substring(0, colon) : authority;
  }

  private void readQuery() {
    for (int at = pathEnd + 1; at < queryEnd; ) {
      int end = at;
      while (end < queryEnd && url.charAt(end) != '&' && url.charAt(end) != ';') {
        end++;
      }
      readPair(at, end);
      at = end + 1;
    }
  }

  private void readPair(int from, int to) {
    int equals = url.indexOf('=', from);
    int keyEnd = equals < 0 || equals > to ? to : equals;
    int valueStart = Math.min(keyEnd + 1, to);
    String key = decode(from, keyEnd);
    String value = decode(valueStart, to);
    boolean again = false;
    if (key.equals(SIGNATURE_KEY)) {
      again = signature.isPresent();
      signature = Optional.of(value);
    } else if (!key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      checkAttribute(key, from, value, valueStart);
      again = attributes.put(key, value) != null;
    }
    if (again) {
      throw new InvalidSignedLink(Reason.DUPLICATE, key, from, "key stands there twice");
    }
  }

  /** Positions are those of key and value in the link, or -1 where there is no link. */
  static void checkAttribute(String ai, int keyAt, String value, int valueAt) {
    if (!ai.matches("[0-9]{2,4}")) {
      throw new InvalidSignedLink(Reason.KEY, "", keyAt, "all-numeric key that is no AI");
    }
    if (ai.matches("01|10|21|22|235")) {
      throw new InvalidSignedLink(Reason.KEY, ai, keyAt, "key belongs into the path");
    }
    boolean plain = value.chars().allMatch(c -> c >= '!' && c <= '~' && c != '|');
    if (value.isEmpty() || value.length() > MAX_VALUE || !plain) {
      throw new InvalidSignedLink(
          Reason.VALUE, ai, valueAt, "value is empty, longer than 90 or has a wrong character");
    }
  }

  /** Percent-decodes bytes as characters 0 to 255; a plus is a space here, as in every query. */
  private String decode(int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = url.charAt(i);
      if (c == '%') {
        int high = i + 2 < to ? hex(url.charAt(i + 1)) : -1;
        int low = i + 2 < to ? hex(url.charAt(i + 2)) : -1;
        if (high < 0 || low < 0) {
          throw new InvalidSignedLink(
              Reason.ENCODING, "", i, "percent sign without two hexadecimal digits");
        }
        c = (char) (high << 4 | low);
        i += 2;
      }
      out.append(c == '+' && url.charAt(i) == '+' ? ' ' : c);
    }
    return out.toString();
  }

  /** Not {@link Character#digit} alone: that takes full-width digits too. */
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
