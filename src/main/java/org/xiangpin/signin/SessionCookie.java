package org.xiangpin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import org.xiangpin.shared.XiangpinConfig;

/**
 * The cookie that carries a session's token; a page's script cannot read it, other sites not send
 * it.
 */
@ApplicationScoped
class SessionCookie {

  static final String NAME = "xp_session";

  @Inject XiangpinConfig config;

  NewCookie holding(String token) {
    return cookie(token, (int) Session.LONGEST.toSeconds());
  }

  NewCookie removed() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int maxAgeSeconds) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(maxAgeSeconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .secure(config.publicUrl().startsWith("https:"))
        .build();
  }
}
