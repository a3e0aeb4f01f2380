package org.xiangpin.signin;

import java.net.URI;

/** Where to go after signing in: a page of this console and nowhere else. */
public final class ReturnPath {

  private static final URI START = URI.create("/console");

  private ReturnPath() {}

  /** The start page for anything that is not a plain path under {@code /console}. */
  public static URI safe(String next) {
    if (next == null
        || !next.matches("/console([/?][A-Za-z0-9/?&=%._~+-]*)?")
        || next.contains("//")
        || next.contains("..")
        || next.startsWith("/console/sign-in")
        || next.length() > 512) {
      return START;
    }
    try {
      return URI.create(next);
    } catch (IllegalArgumentException e) {
      return START;
    }
  }
}
