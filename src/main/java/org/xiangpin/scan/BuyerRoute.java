package org.xiangpin.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.xiangpin.custody.Hands;
import org.xiangpin.label.LabelKeys;
import org.xiangpin.lotview.LotWatch;
import org.xiangpin.tally.LabelId;
import org.xiangpin.tally.Place;
import org.xiangpin.tally.Purchases;
import org.xiangpin.tally.ScanTally;
import org.xiangpin.tally.ScratchChecks;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.LabelPosition;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * What a buyer may tell of a label: roughly where ({@code POST /scan/seen}), "I bought it here"
 * ({@code /bought/01/…}), and the code under its layer ({@code /scan/code/01/…}). A label that we
 * never issued is told from ours before any SQL.
 */
@ApplicationScoped
class BuyerRoute {

  private static final String GTIN = "01";
  private static final String CODE = "/scan/code";
  private static final String BOUGHT = "/bought";
  private static final int MOST_BYTES = 2_000;

  /** Forms from one address in ten minutes; a whole market may share one. */
  static final int MOST_FROM_AN_ADDRESS = 600;

  /** A label of ours. */
  record Known(DigitalLink link, LabelPosition position) {}

  /** The same with its lot, read. */
  private record Found(Known label, LotWatch.Entry lot) {
    LabelId id() {
      return new LabelId(lot.view().lotId(), label.position.roll(), label.position.index());
    }

    boolean inUse() {
      return lot.labels().at(label.position).filter(h -> h == Hands.IN_HANDS).isPresent();
    }
  }

  @Inject LotWatch lots;
  @Inject LabelKeys keys;
  @Inject ScanTally tallies;
  @Inject Purchases purchases;
  @Inject ScratchChecks codes;
  @Inject Visitors visitors;
  @Inject ScanPage pages;
  @Inject BuyerPage buyer;
  @Inject WorkerQueue workers;

  private final Cache<String, AtomicInteger> asked =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  void register(@Observes Router router) {
    router.route("/scan/seen").method(HttpMethod.POST).handler(this::seen);
    router.route(CODE + "/*").method(HttpMethod.GET).handler(r -> show(r, CODE, buyer::code));
    router.route(CODE + "/*").method(HttpMethod.POST).handler(r -> take(r, CODE, this::check));
    router.route(BOUGHT + "/*").method(HttpMethod.GET).handler(r -> show(r, BOUGHT, buyer::bought));
    router.route(BOUGHT + "/*").method(HttpMethod.POST).handler(r -> take(r, BOUGHT, this::bought));
  }

  private interface Show {
    Reply page(Page page, DigitalLink link);
  }

  private interface Take {
    Reply page(HttpServerRequest request, Page page, Found label, Form form);
  }

  /** The fields of a form; empty for one that is not there. */
  private record Form(Map<String, List<String>> fields) {
    /**
     * @throws FormRefused for one that can't be read
     */
    static Form of(Buffer body) {
      try {
        return new Form(
            new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false).parameters());
      } catch (IllegalArgumentException e) {
        throw FormRefused.unreadable();
      }
    }

    String value(String field) {
      return fields.getOrDefault(field, List.of("")).get(0).strip();
    }
  }

  private void show(RoutingContext routing, String below, Show show) {
    HttpServerRequest request = routing.request();
    Page page = Page.of(request, request.path());
    known(request.path().substring(below.length()))
        .map(label -> show.page(page, label.link()))
        .orElseGet(() -> pages.refused(page, FormRefused.noSuchLabel()))
        .send(request);
  }

  private void take(RoutingContext routing, String below, Take take) {
    HttpServerRequest request = routing.request();
    Page page = Page.of(request, request.path());
    body(request, page)
        .ifPresent(
            body ->
                answer(
                    routing,
                    page,
                    body,
                    form -> known(request.path().substring(below.length())),
                    (found, form) -> take.page(request, page, found, form)));
  }

  private void seen(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Page page = Page.of(request, request.path());
    body(request, page)
        .ifPresent(
            body ->
                answer(
                    routing,
                    page,
                    body,
                    form -> known(form.value("label")),
                    (found, form) -> tell(request, page, found, form)));
  }

  private Reply tell(HttpServerRequest request, Page page, Found found, Form form) {
    Optional<Place> place = Place.told(form.value("at"));
    if (place.isEmpty()) {
      throw FormRefused.place();
    }
    LabelId label = found.id();
    boolean isNew =
        tallies.tell(
            label,
            Visitor.device(request),
            visitors.told(request, label, place.get(), found.inUse()));
    return buyer.told(isNew);
  }

  private Reply bought(HttpServerRequest request, Page page, Found found, Form form) {
    String shop = buyer.shop(form.value("shop"));
    purchases.add(found.id(), visitors.device(request, found.id()), shop);
    return buyer.thanks(page, found.label().link());
  }

  private Reply check(HttpServerRequest request, Page page, Found found, Form form) {
    DigitalLink link = found.label().link();
    if (!found.lot().labels().hasCode(found.label().position())) {
      throw FormRefused.noCode();
    }
    boolean isRight =
        keys.isCodeOf(
            link.gtin(),
            link.lot().orElseThrow(),
            link.serial().orElseThrow(),
            buyer.code(form.value("code")));
    return buyer.checked(page, link, codes.check(found.id(), isRight), found.inUse());
  }

  private interface Answer {
    Reply page(Found found, Form form);
  }

  private void answer(
      RoutingContext routing,
      Page page,
      Future<Buffer> body,
      Function<Form, Optional<Known>> label,
      Answer answer) {
    HttpServerRequest request = routing.request();
    body.compose(
            bytes -> {
              Form form = Form.of(bytes);
              Optional<Known> known = label.apply(form);
              return known.isEmpty()
                  ? Future.failedFuture(FormRefused.noSuchLabel())
                  : workers.run(routing, () -> answered(page, known.get(), form, answer));
            })
        .onSuccess(reply -> reply.send(request))
        .onFailure(failure -> refused(page, failure).send(request));
  }

  private Reply refused(Page page, Throwable failure) {
    return failure instanceof FormRefused refusal
        ? pages.refused(page, refusal)
        : pages.broken(page, failure);
  }

  private Reply answered(Page page, Known label, Form form, Answer answer) {
    LotWatch.Entry lot =
        lots.get(
            new LotWatch.LotKey(label.link().gtin().toString(), label.link().lot().orElseThrow()));
    if (lot.view() == null) {
      throw FormRefused.noSuchLabel();
    }
    return answer.page(new Found(label, lot), form);
  }

  /** The form's bytes; none when it is too long, or this address sends too many. */
  private Optional<Future<Buffer>> body(HttpServerRequest request, Page page) {
    Optional<FormRefused> refusal = judge(request);
    if (refusal.isPresent()) {
      pages.refused(page, refusal.get()).send(request);
      return Optional.empty();
    }
    return Optional.of(request.resume().body());
  }

  private Optional<FormRefused> judge(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    if (length == null) {
      return Optional.of(FormRefused.withoutLength());
    }
    if (!length.matches("[0-9]{1,6}") || Integer.parseInt(length) > MOST_BYTES) {
      return Optional.of(FormRefused.tooLong());
    }
    int forms =
        asked
            .get(String.valueOf(request.remoteAddress().hostAddress()), a -> new AtomicInteger())
            .incrementAndGet();
    return forms > MOST_FROM_AN_ADDRESS ? Optional.of(FormRefused.tooOften()) : Optional.empty();
  }

  /** The label of a link, if we issued it; no SQL. */
  private Optional<Known> known(String path) {
    try {
      Gs1DigitalLink any = Gs1DigitalLink.parseUnder(Gs1DigitalLink.CANONICAL_STEM, path);
      if (!any.key().ai().code().equals(GTIN)) {
        return Optional.empty();
      }
      DigitalLink link = DigitalLink.of(any);
      if (link.lot().isEmpty() || link.serial().isEmpty()) {
        return Optional.empty();
      }
      return keys.verify(link.gtin(), link.lot().get(), link.serial().get())
          .map(position -> new Known(link, position));
    } catch (InvalidGs1Data e) {
      return Optional.empty();
    }
  }
}
