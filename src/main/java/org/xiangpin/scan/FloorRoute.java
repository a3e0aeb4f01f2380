package org.xiangpin.scan;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.shared.XiangpinConfig;

/**
 * What the scan page is measured against: a bare route of the same server that sends the bytes and
 * headers which were put there. It exists only with {@code xiangpin.benchmark.floor=true}.
 */
@ApplicationScoped
class FloorRoute {

  static final String PATH = "/benchmark/floor";

  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "Content-Encoding",
          "Content-Security-Policy",
          "Cache-Control",
          "Vary",
          "Link",
          "Access-Control-Allow-Origin",
          "Access-Control-Expose-Headers");

  @Inject XiangpinConfig config;

  private volatile Buffer body = Buffer.buffer();
  private volatile Map<CharSequence, CharSequence> headers = Map.of();

  void register(@Observes Router router) {
    if (config.benchmarkFloor()) {
      router.route(PATH).method(HttpMethod.GET).handler(this::answer);
      router.route(PATH).method(HttpMethod.PUT).handler(this::take);
    }
  }

  private void answer(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    headers.forEach(response::putHeader);
    response.end(body);
  }

  private void take(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Map<CharSequence, CharSequence> given = new LinkedHashMap<>();
    for (String name : HEADERS) {
      if (request.getHeader(name) != null) {
        given.put(
            HttpHeaders.createOptimized(name),
            HttpHeaders.createOptimized(request.getHeader(name)));
      }
    }
    request
        .resume()
        .body()
        .onSuccess(
            bytes -> {
              given.put(
                  HttpHeaders.CONTENT_LENGTH,
                  HttpHeaders.createOptimized(String.valueOf(bytes.length())));
              body = bytes;
              headers = Map.copyOf(given);
              routing.response().setStatusCode(204).end();
            });
  }
}
