package org.xiangpin.account;

import io.vertx.ext.web.RoutingContext;

/**
 * Where a request comes from, as the access log keeps it.
 *
 * @param address at most 64 characters, or null
 * @param userAgent at most 200 characters without control characters, or null
 */
public record Caller(String address, String userAgent) {

  /** A command at the server's own terminal. */
  public static final Caller TERMINAL = new Caller(null, "terminal");

  public Caller {
    address = tidy(address, 64);
    userAgent = tidy(userAgent, 200);
  }

  public static Caller of(RoutingContext routing) {
    var remote = routing.request().remoteAddress();
    return new Caller(
        remote == null ? null : remote.hostAddress(), routing.request().getHeader("User-Agent"));
  }

  private static String tidy(String text, int longest) {
    if (text == null) {
      return null;
    }
    String plain =
        text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\u202A-\\u202E]", "");
    return plain.length() <= longest ? plain : plain.substring(0, longest);
  }
}
