package org.xiangpin.shared;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Answers what the server cannot take for a request at all, such as a Host that is none: here there
 * is no language yet and no page. The framework would speak of an internal error and log each.
 */
class UnreadableRequest {

  private static final int BEFORE_THE_FRAMEWORK = -1_000_000;

  void register(@Observes Router router) {
    router.route().order(BEFORE_THE_FRAMEWORK).failureHandler(UnreadableRequest::refuse);
  }

  private static void refuse(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    if (routing.statusCode() != 400 || response.headWritten()) {
      routing.next();
      return;
    }
    response
        .setStatusCode(400)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end("请求读不懂。The request could not be read.\n");
  }
}
