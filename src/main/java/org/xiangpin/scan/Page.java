package org.xiangpin.scan;

import static java.util.stream.Collectors.joining;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xiangpin.shared.Lang;

/**
 * What a request asks for: requests with the same page get the same bytes.
 *
 * @param path as it was asked for, with its case
 * @param json whether for the facts instead of a page
 * @param signed of the query what a label's signature covers, and the signature; empty when there
 *     is none
 */
record Page(String path, Lang lang, boolean json, String signed) {

  private static final Pattern ATTRIBUTE = Pattern.compile("(?<![^&;])[0-9]+(=[^&;]*)?(?![^&;])");
  private static final Pattern SIGNATURE = Pattern.compile("(?<![^&;])s=[^&;]*");

  /**
   * @param path that of the request, or the one which a compressed link stands for
   */
  static Page of(HttpServerRequest request, String path) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return new Page(path, lang(request), wantsJson(accept), signed(request.query()));
  }

  /** The link that a request means, from its path on; a slash at the end is a slip of the hand. */
  static String link(HttpServerRequest request, String path) {
    return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        + attributes(request.query());
  }

  /** Of the query what GS1 has rules for; what else apps append may be written as they like. */
  private static String attributes(String query) {
    return query == null
        ? ""
        : ATTRIBUTE.matcher(query).results().map(MatchResult::group).collect(joining("&", "?", ""));
  }

  private static Lang lang(HttpServerRequest request) {
    Lang accepted = Lang.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String query = request.query();
    return query == null || isSignatureAlone(query)
        ? accepted
        : Lang.named(request.getParam("lang"), accepted);
  }

  /** As it stands on a label. */
  private static boolean isSignatureAlone(String query) {
    return query.startsWith("s=") && query.indexOf('&') < 0 && query.indexOf(';') < 0;
  }

  private static String signed(String query) {
    if (query == null || isSignatureAlone(query)) {
      return query == null ? "" : query;
    }
    Matcher signature = SIGNATURE.matcher(query);
    if (!signature.find()) {
      return "";
    }
    String attributes = attributes(query);
    return (attributes.isEmpty() ? "" : attributes.substring(1) + "&") + signature.group();
  }

  private static boolean wantsJson(String accept) {
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }
}
