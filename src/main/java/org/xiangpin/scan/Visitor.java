package org.xiangpin.scan;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Who asks: whether to count, and a number that tells devices apart for ten minutes. */
final class Visitor {

  /**
   * Programs that open links to preview or index them; a person has not seen the page yet. Cubot is
   * a make of phones.
   */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<!cu)bot|spider|crawl|preview|externalhit|whatsapp|slurp|embedly|vkshare",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FORWARDED =
      Pattern.compile("(^|&)from=(singlemessage|groupmessage|timeline)(&|$)");

  /** Differs from start to start, so that the numbers say nothing about addresses. */
  private static final long SALT = new SplittableRandom().nextLong();

  private Visitor() {}

  static boolean isCounted(HttpServerRequest request) {
    if (request.method() != HttpMethod.GET) {
      return false;
    }
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return (agent == null || !MACHINE.matcher(agent).find())
        && !says(request, "Purpose", "pre")
        && !says(request, "Sec-Purpose", "prefetch")
        && !says(request, "X-Purpose", "preview")
        && !says(request, "X-Moz", "prefetch")
        && !isForwarded(request.query());
  }

  static long device(HttpServerRequest request) {
    long address = Objects.hashCode(request.remoteAddress().hostAddress());
    int software =
        31 * Objects.hashCode(request.getHeader(HttpHeaders.USER_AGENT))
            + Objects.hashCode(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return SALT ^ address << 32 ^ software;
  }

  /** Opened out of a chat: the one who does has the link and not the label. WeChat appends it. */
  private static boolean isForwarded(String query) {
    return query != null && FORWARDED.matcher(query).find();
  }

  /** {@code prefetch} or {@code preview}, in the headers that browsers send before a visit. */
  private static boolean says(HttpServerRequest request, String header, String word) {
    String value = request.getHeader(header);
    return value != null && value.toLowerCase(Locale.ROOT).contains(word);
  }
}
