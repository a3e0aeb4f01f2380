package org.xiangpin.resolver;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Headers by which machines find their way from an answer, from any site's script as well. */
public final class LinkHeaders {

  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final CharSequence LINK = HttpHeaders.createOptimized("Link");

  /** By a relative address, so that it is the same for every thing. */
  private static final CharSequence TO_LINKSET =
      HttpHeaders.createOptimized(
          "<?linkType=linkset>; rel=\"linkset\"; type=\"" + Linkset.MEDIA_TYPE + "\"");

  private static final CharSequence TO_CONTEXT =
      HttpHeaders.createOptimized(
          "<"
              + Linkset.CONTEXT
              + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");

  private static final CharSequence ANYBODY = HttpHeaders.createOptimized("*");
  private static final CharSequence EXPOSE =
      HttpHeaders.createOptimized("Access-Control-Expose-Headers");
  private static final CharSequence EXPOSED = HttpHeaders.createOptimized("Link, Location");

  private LinkHeaders() {}

  /** That any site's script may read this; nothing here depends on who asks. */
  public static void open(HttpServerResponse response) {
    response.headers().add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY).add(EXPOSE, EXPOSED);
  }

  /** Where all links of the thing stand. */
  public static void toLinkset(HttpServerResponse response) {
    response.headers().add(LINK, TO_LINKSET);
  }

  /** What makes JSON-LD of the linkset that is sent. */
  public static void toContext(HttpServerResponse response) {
    response.headers().add(LINK, TO_CONTEXT);
  }

  /**
   * The plain link of what was asked for in another spelling.
   *
   * @param uri at our own address
   */
  public static void sameAs(HttpServerResponse response, String uri) {
    response
        .headers()
        .add(LINK, "<" + uri + ">; rel=\"owl:sameAs\"")
        .add(LINK, "<" + uri + ">; rel=\"canonical\"");
  }

  /** Answers OPTIONS, and refuses what is neither that nor handled before. */
  public static void closeWith(Route route) {
    route.handler(LinkHeaders::withoutContent);
  }

  private static void withoutContent(RoutingContext routing) {
    HttpServerResponse response = routing.response().putHeader("Allow", METHODS);
    open(response);
    if (routing.request().method() == HttpMethod.OPTIONS) {
      response
          .putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", "Accept, Accept-Language")
          .putHeader("Access-Control-Max-Age", "86400")
          .setStatusCode(204)
          .end();
    } else {
      response.setStatusCode(405).end(METHODS + "\n");
    }
  }
}
