package org.xiangpin.resolver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The query of a request as it was written: pairs parted by {@code &} or {@code ;} (URI Syntax 1.6
 * §4.11).
 */
public final class GivenQuery {

  private static final String LINK_TYPE = "linkType";

  private final String text;

  /**
   * @param text null for none
   */
  public GivenQuery(String text) {
    this.text = text == null ? "" : text;
  }

  /** Whether a type of links may be asked for; a quick look. */
  public static boolean mayAskForLinks(String query) {
    return query != null && query.contains(LINK_TYPE);
  }

  /** The values of a name, unescaped, in order; "" where only the name stands. */
  List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (String pair : text.split("[&;]")) {
      int equals = pair.indexOf('=');
      if ((equals < 0 ? pair : pair.substring(0, equals)).equals(name)) {
        values.add(equals < 0 ? "" : unescaped(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  List<String> linkTypes() {
    return values(LINK_TYPE);
  }

  /** What cannot be unescaped is no value of anything. */
  private static String unescaped(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * An address of ours with all of this query passed on (Resolver 1.2 §2.12). What the address says
   * itself and the query says as well stands there once. Whatever may not stand in a header, or in
   * a URI, is escaped.
   */
  public String passedOnTo(String url) {
    if (text.isEmpty()) {
      return url;
    }
    int own = url.indexOf('?');
    String passed = escaped();
    if (own < 0) {
      return url + '?' + passed;
    }
    boolean said = List.of(passed.split("[&;]")).contains(url.substring(own + 1));
    return said ? url.substring(0, own) + '?' + passed : url + '&' + passed;
  }

  private String escaped() {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c > ' ' && c < 127 && "\"<>\\^`{|}#".indexOf(c) < 0) {
                escaped.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
              }
            });
    return escaped.toString();
  }
}
