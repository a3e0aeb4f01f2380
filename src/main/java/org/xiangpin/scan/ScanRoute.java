package org.xiangpin.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final int BYTES_BESIDE_PAGE = 600;

  /** Requests that may wait for the database at once; more would only wait longer. */
  private static final int MOST_WAITING = 1_000;

  private static final ScanTally.Counted NOBODY = new ScanTally.Counted(0, 0);

  record Page(String path, Lang lang, boolean json) {}

  /** A written page, with what it was written from; no label on a lot's own link. */
  private static final class Written {
    private final LotWatch.Entry lot;
    private final ScanTally.LabelId label;
    private final ScanTally.Tally tally;
    private final Reply reply;

    /** The device that was here last: who reloads is not looked up again. */
    private volatile ScanTally.Counted counted = NOBODY;

    Written(LotWatch.Entry lot, ScanTally.LabelId label, ScanTally.Tally tally, Reply reply) {
      this.lot = lot;
      this.label = label;
      this.tally = tally;
      this.reply = reply;
    }
  }

  @Inject LotWatch lots;
  @Inject ScanTally tallies;
  @Inject ScanPage pages;
  @Inject LabelKeys keys;
  @Inject Clock clock;

  private final AtomicInteger waiting = new AtomicInteger();
  private final Cache<Page, Written> written =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Weigher<Page, Written>) (page, w) -> w.reply.weight() + BYTES_BESIDE_PAGE)
          .build();

  void register(@Observes Router router) {
    router.route("/01/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    router
        .route("/01/*")
        .handler(
            r ->
                r.response().setStatusCode(405).putHeader("Allow", "GET, HEAD").end("GET, HEAD\n"));
  }

  private void answer(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Page page = new Page(request.path(), lang(request), wantsJson(request));
    Written known = written.getIfPresent(page);
    if (known != null && isTrue(known)) {
      send(request, page, known);
      return;
    }
    DigitalLink link;
    try {
      link = parse(request);
    } catch (InvalidDigitalLink e) {
      pages.invalid(page, e, request.path()).send(request);
      return;
    }
    if (!lots.knows(link.gtin().toString())) {
      pages.failure(page, 404).send(request);
      return;
    }
    Optional<LabelPosition> position =
        link.serial().flatMap(serial -> keys.verify(link.gtin(), link.lot().orElse(""), serial));
    if (link.lot().isEmpty() || link.serial().isPresent() && position.isEmpty()) {
      pages.unknown(page, link).send(request);
      return;
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      pages.failure(page, 503).send(request);
      return;
    }
    routing
        .vertx()
        .executeBlocking(() -> Optional.ofNullable(write(page, link, position)), false)
        .onComplete(done -> waiting.decrementAndGet())
        .onSuccess(
            w ->
                w.ifPresentOrElse(
                    fresh -> send(request, page, fresh),
                    () -> pages.unknown(page, link).send(request)))
        .onFailure(failure -> fail(request, page, failure));
  }

  /** A slash at the end is a slip of the hand; our lots and serials have no lower-case letters. */
  private static DigitalLink parse(HttpServerRequest request) {
    String path = request.path();
    String query = request.query() == null ? "" : "?" + request.query();
    DigitalLink read =
        DigitalLink.parse(
            (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + query);
    return new DigitalLink(
        read.gtin(), read.lot().map(ScanRoute::upper), read.serial().map(ScanRoute::upper));
  }

  private static String upper(String typed) {
    return typed.toUpperCase(Locale.ROOT);
  }

  /** Null for a lot that does not exist. */
  private Written write(Page page, DigitalLink link, Optional<LabelPosition> position) {
    LotWatch.Entry lot =
        lots.get(new LotWatch.LotKey(link.gtin().toString(), link.lot().orElseThrow()));
    if (lot.view() == null) {
      return null;
    }
    ScanTally.LabelId label =
        position
            .map(p -> new ScanTally.LabelId(lot.view().lotId(), p.roll(), p.index()))
            .orElse(null);
    ScanTally.Tally tally = label == null ? null : tallies.get(label);
    Written old = written.getIfPresent(page);
    if (old != null && old.lot == lot && old.tally == tally) {
      return old;
    }
    Reply reply = pages.lot(page, lot.view(), link.serial().orElse(null), tally);
    Written fresh = new Written(lot, label, tally, reply);
    if (page.path().equals(link.path())) {
      written.put(page, fresh);
    }
    return fresh;
  }

  private boolean isTrue(Written w) {
    return lots.isTrue(w.lot) && (w.tally == null || w.tally.isCurrent());
  }

  private void send(HttpServerRequest request, Page page, Written w) {
    if (w.label != null && !page.json()) {
      count(request, w, Visitor.device(request));
    }
    w.reply.send(request);
  }

  private void count(HttpServerRequest request, Written w, long device) {
    ScanTally.Counted last = w.counted;
    if (last.device() == device && clock.millis() - last.at() < ScanTally.REPEAT.toMillis()) {
      return;
    }
    ScanTally.Counted known = tallies.counted(w.label, device);
    if (known != null) {
      w.counted = known;
    } else if (Visitor.isCounted(request)) {
      tallies.count(w.label, device);
    }
  }

  private void fail(HttpServerRequest request, Page page, Throwable failure) {
    boolean isAway = DatabaseAway.isCauseOf(failure);
    if (!isAway) {
      Log.errorf(failure, "scan page %s", page.path());
    }
    pages.failure(page, isAway ? 503 : 500).send(request);
  }

  private static Lang lang(HttpServerRequest request) {
    Lang accepted = Lang.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return request.query() == null ? accepted : Lang.named(request.getParam("lang"), accepted);
  }

  private static boolean wantsJson(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("application/json") && !accept.contains("text/html");
  }
}
