package org.xiangpin.shared;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers what the server cannot take for a request at all, such as a Host that is none, or a body
 * that nobody will read: here there is no language yet and no page. The framework would speak of an
 * internal error, or say nothing.
 */
@ApplicationScoped
class UnreadableRequest {

  private static final int BEFORE_THE_FRAMEWORK = -1_000_000;

  @Inject
  @ConfigProperty(name = "quarkus.http.limits.max-body-size")
  MemorySize mostBytes;

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::refuseTooLarge);
    router.route().order(BEFORE_THE_FRAMEWORK).failureHandler(UnreadableRequest::refuse);
  }

  private void refuseTooLarge(RoutingContext routing) {
    String length = routing.request().getHeader("Content-Length");
    if (length == null
        || !length.matches("[0-9]{1,18}")
        || Long.parseLong(length) <= mostBytes.asLongValue()) {
      routing.next();
      return;
    }
    // what is on its way is not waited for
    routing.response().putHeader("Connection", "close");
    answer(routing.response(), 413, "内容太大了，没有收下。The content is too large and was not taken.\n")
        .onComplete(sent -> routing.request().connection().close());
  }

  private static void refuse(RoutingContext routing) {
    if (routing.statusCode() != 400 || routing.response().headWritten()) {
      routing.next();
      return;
    }
    answer(routing.response(), 400, "请求读不懂。The request could not be read.\n");
  }

  private static Future<Void> answer(HttpServerResponse response, int status, String text) {
    return response
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }
}
