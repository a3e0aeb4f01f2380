package org.xiangpin.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.xiangpin.label.LabelKeys;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.Lang;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.InvalidDigitalLink;
import org.xiangpin.traceability.LabelPosition;

/**
 * {@code GET /01/{gtin}}, {@code /10/{lot}}, {@code /21/{serial}}. Answers from memory on the event
 * loop; only what is not there goes to a worker and the database. A serial is judged by its MAC
 * before any SQL.
 */
@ApplicationScoped
class ScanRoute {

  private static final long MOST_BYTES = 96L << 20;

  private record Page(String path, Lang lang, boolean json) {}

  /** A written page, with what it was written from. */
  private record Written(
      LotWatch.Entry lot,
      ScanTally.LabelId label,
      ScanTally.Tally tally,
      Buffer plain,
      Buffer gzip) {}

  @Inject LotWatch lots;
  @Inject ScanTally tallies;
  @Inject ScanPage pages;
  @Inject LabelKeys keys;

  private final Cache<Page, Written> written =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher(
              (Weigher<Page, Written>)
                  (page, w) ->
                      w.plain().length() + w.gzip().length() + 2 * page.path().length() + 200)
          .build();

  void register(@Observes Router router) {
    router.route("/01/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Lang lang =
        Lang.named(request.getParam("lang"), Lang.accepted(request.getHeader("Accept-Language")));
    Page page = new Page(request.path(), lang, wantsJson(request));
    Written known = written.getIfPresent(page);
    if (known != null && isTrue(known)) {
      count(request, known);
      send(request, 200, page.json(), known.plain(), known.gzip());
      return;
    }
    DigitalLink link;
    try {
      link = DigitalLink.parse(request.uri());
    } catch (InvalidDigitalLink e) {
      send(request, 400, page, pages.failure(400, page.json(), lang));
      return;
    }
    if (!lots.knows(link.gtin().toString())) {
      send(request, 404, page, pages.failure(404, page.json(), lang));
      return;
    }
    Optional<LabelPosition> position =
        link.serial().flatMap(serial -> keys.verify(link.gtin(), link.lot().orElse(""), serial));
    if (link.lot().isEmpty() || (link.serial().isPresent() && position.isEmpty())) {
      send(request, 200, page, pages.unknown(page.json(), lang));
      return;
    }
    routing
        .vertx()
        .executeBlocking(() -> Optional.ofNullable(write(page, link, position.orElse(null))), false)
        .onSuccess(
            w -> {
              if (w.isEmpty()) {
                send(request, 200, page, pages.unknown(page.json(), lang));
              } else {
                count(request, w.get());
                send(request, 200, page.json(), w.get().plain(), w.get().gzip());
              }
            })
        .onFailure(
            failure -> {
              int status = DatabaseAway.isCauseOf(failure) ? 503 : 500;
              Log.errorf(failure, "scan page %s", page.path());
              send(request, status, page, pages.failure(status, page.json(), lang));
            });
  }

  /** Null for a lot that does not exist. */
  private Written write(Page page, DigitalLink link, LabelPosition position) {
    LotWatch.LotKey key = new LotWatch.LotKey(link.gtin().toString(), link.lot().orElseThrow());
    LotWatch.Entry lot = lots.known(key);
    if (lot == null) {
      lot = lots.load(key);
    }
    if (lot.view() == null) {
      return null;
    }
    ScanTally.LabelId label =
        position == null
            ? null
            : new ScanTally.LabelId(lot.view().lotId(), position.roll(), position.index());
    ScanTally.Tally tally = label == null ? null : tallies.known(label);
    if (label != null && tally == null) {
      tally = tallies.load(label);
    }
    String serial = link.serial().orElse(null);
    ScanPage.Bytes bytes =
        page.json()
            ? pages.json(lot.view(), serial, tally)
            : pages.html(lot.view(), serial, tally, page.lang());
    Written fresh =
        new Written(lot, label, tally, Buffer.buffer(bytes.plain()), Buffer.buffer(bytes.gzip()));
    written.put(page, fresh);
    return fresh;
  }

  private boolean isTrue(Written w) {
    return w.lot().isCurrent()
        && lots.isFresh()
        && (w.label() == null || w.tally() == tallies.known(w.label()));
  }

  private void count(HttpServerRequest request, Written w) {
    if (w.label() != null && Visitor.isCounted(request)) {
      tallies.record(w.label(), Visitor.device(request));
    }
  }

  private void send(HttpServerRequest request, int status, Page page, ScanPage.Bytes bytes) {
    send(request, status, page.json(), Buffer.buffer(bytes.plain()), Buffer.buffer(bytes.gzip()));
  }

  private void send(
      HttpServerRequest request, int status, boolean json, Buffer plain, Buffer gzip) {
    HttpServerResponse response = request.response();
    String accepted = request.getHeader("Accept-Encoding");
    boolean compressed = accepted != null && accepted.contains("gzip");
    Buffer body = compressed ? gzip : plain;
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type(status, json))
        .putHeader("Content-Encoding", compressed ? "gzip" : "identity")
        .putHeader("Content-Length", Integer.toString(body.length()))
        .putHeader("Content-Security-Policy", pages.contentSecurityPolicy())
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Vary", "Accept, Accept-Language, Accept-Encoding");
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static String type(int status, boolean json) {
    if (!json) {
      return "text/html; charset=utf-8";
    }
    return status == 200 ? "application/json" : "application/problem+json";
  }

  private static boolean wantsJson(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("application/json") && !accept.contains("text/html");
  }
}
