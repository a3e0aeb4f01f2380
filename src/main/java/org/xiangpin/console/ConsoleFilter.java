package org.xiangpin.console;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.xiangpin.shared.ProblemPage;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.XiangpinConfig;

/**
 * What pages have in common: they run no script, are framed by nobody, and lead on within the
 * address that the reader used. Those of the console are not kept; answers elsewhere leave without
 * the form token's cookie.
 */
class ConsoleFilter {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  @Inject RequestLang lang;
  @Inject XiangpinConfig config;
  @Inject ProblemPage problem;

  @ConfigProperty(name = "quarkus.rest-csrf.cookie-name")
  String tokenCookie;

  /** Runs after the framework's filter for the form token: filters of answers run downward. */
  @ServerResponseFilter(priority = 100)
  void seal(ContainerResponseContext response, RoutingContext routing) {
    stayHere(response);
    if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
      response.getHeaders().putSingle("Content-Security-Policy", POLICY);
    }
    if (!routing.normalizedPath().startsWith("/console")) {
      routing.response().removeCookie(tokenCookie, false);
      return;
    }
    response.getHeaders().putSingle("Cache-Control", "no-store");
    response.getHeaders().putSingle("Content-Security-Policy", POLICY);
    Cookie token = routing.request().getCookie(tokenCookie);
    if (token != null && config.publicUrl().startsWith("https:")) {
      // behind a proxy the framework can't know
      token.setSecure(true);
    }
    if (response.getStatus() == 400 && !response.hasEntity()) {
      explainStaleForm(response);
    }
  }

  /**
   * The framework completes addresses by the Host header, which the caller chooses, and with the
   * protocol of this side of a proxy; a path alone is right for everybody.
   */
  private static void stayHere(ContainerResponseContext response) {
    if (response.getHeaders().getFirst("Location") instanceof URI to && to.getRawPath() != null) {
      String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
      response.getHeaders().putSingle("Location", to.getRawPath() + query);
    }
  }

  /** The framework refuses a form without its token by a bare 400. */
  private void explainStaleForm(ContainerResponseContext response) {
    String text =
        lang.get()
            .of(
                "这一页开得太久了，没有保存。请返回，刷新页面，再交一次。",
                "This page was open for too long; nothing was saved. Go back, reload it, and send it"
                    + " again.");
    response.setEntity(
        problem.render(400, text, List.of(), null),
        null,
        MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
  }
}
