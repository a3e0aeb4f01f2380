package org.xiangpin.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
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
import org.xiangpin.custody.Hands;
import org.xiangpin.label.LabelKeys;
import org.xiangpin.label.LabelSignatures;
import org.xiangpin.listing.OffersByProduct;
import org.xiangpin.listing.ProductOffers;
import org.xiangpin.lotview.LotWatch;
import org.xiangpin.resolver.LinkHeaders;
import org.xiangpin.resolver.LinkWish;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.tally.LabelId;
import org.xiangpin.tally.ScanTally;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.LabelPosition;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;

/**
 * {@code GET /01/{gtin}}, {@code /10/{lot}}, {@code /21/{serial}}. Answers from memory on the event
 * loop, and hands over to {@link LinkAnswer} who asks for links instead of the page; only what is
 * not there goes to a worker and the database. A serial is judged by its MAC before any SQL.
 */
@ApplicationScoped
class ScanRoute {

  private static final long MOST_BYTES = 96L << 20;
  private static final int BYTES_BESIDE_PAGE = 600;

  private static final ScanTally.Counted NOBODY = new ScanTally.Counted(0, 0);

  /** A written page, with what it was written from; no label on a lot's own link. */
  private static final class Written {
    private final LotWatch.Entry lot;
    private final LabelId label;
    private final LabelView view;
    private final LabelSignatures.Keys keys;
    private final Reply reply;

    /** The device that was here last: who reloads is not looked up again. */
    private volatile ScanTally.Counted counted = NOBODY;

    Written(
        LotWatch.Entry lot, LabelId label, LabelView view, LabelSignatures.Keys keys, Reply reply) {
      this.lot = lot;
      this.label = label;
      this.view = view;
      this.keys = keys;
      this.reply = reply;
    }

    private boolean isOf(
        LotWatch.Entry entry, ScanTally.Tally tally, LabelSignatures.Keys keysNow) {
      return lot == entry
          && keys == keysNow
          && (view == null ? tally == null : view.tally() == tally);
    }
  }

  @Inject LotWatch lots;
  @Inject ScanTally tallies;
  @Inject ScanPage pages;
  @Inject LabelKeys keys;
  @Inject LabelSignatures signatures;
  @Inject LinkAnswer links;
  @Inject OffersByProduct products;
  @Inject ProductPage productPages;
  @Inject WorkerQueue workers;
  @Inject XiangpinConfig config;
  @Inject Visitors visitors;
  @Inject Clock clock;

  private final Cache<Page, Written> written =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Weigher<Page, Written>) (page, w) -> w.reply.weight() + BYTES_BESIDE_PAGE)
          .build();

  void register(@Observes Router router) {
    router.route("/01/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    LinkHeaders.closeWith(router.route("/01/*"));
  }

  private void answer(RoutingContext routing) {
    answer(routing, routing.request().path());
  }

  /** As for the plain link, when a compressed one was asked for. */
  void answer(RoutingContext routing, Gs1DigitalLink expanded) {
    LinkHeaders.sameAs(routing.response(), expanded.on(config.publicUrl()).uri());
    answer(routing, expanded.uri().substring(expanded.stem().length()));
  }

  private void answer(RoutingContext routing, String path) {
    HttpServerRequest request = routing.request();
    Page page = Page.of(request, path);
    boolean asksForLinks = LinkWish.isIn(request.query(), request.getHeader(HttpHeaders.ACCEPT));
    Written known = asksForLinks ? null : written.getIfPresent(page);
    if (known != null && isTrue(known)) {
      send(request, page, known);
      return;
    }
    DigitalLink link;
    try {
      link = parse(Page.link(request, path));
    } catch (InvalidGs1Data e) {
      KeyRoute.expanded(path)
          .ifPresentOrElse(
              plain -> answer(routing, plain), () -> pages.invalid(page, e).send(request));
      return;
    }
    if (!lots.knows(link.gtin().toString())) {
      pages.failure(page, 404).send(request);
      return;
    }
    Optional<LabelPosition> position = position(link);
    if (asksForLinks) {
      boolean isIssued = link.serial().isEmpty() || position.isPresent();
      links.answer(
          new LinkAnswer.Asked(
              routing,
              page,
              new DigitalLink(link.gtin(), link.lot().filter(l -> isIssued), Optional.empty()),
              link.serial().isPresent(),
              wanted -> show(routing, wanted, link, position)));
      return;
    }
    show(routing, page, link, position);
  }

  private void show(
      RoutingContext routing, Page page, DigitalLink link, Optional<LabelPosition> position) {
    HttpServerRequest request = routing.request();
    if (link.lot().isEmpty() && link.serial().isEmpty()) {
      showProduct(routing, page, link.gtin().toString());
      return;
    }
    if (link.lot().isEmpty() || link.serial().isPresent() && position.isEmpty()) {
      pages.unknown(page, link).send(request);
      return;
    }
    workers
        .run(routing, () -> Optional.ofNullable(write(page, link, position)))
        .onSuccess(
            w ->
                w.ifPresentOrElse(
                    fresh -> send(request, page, fresh),
                    () -> pages.unknown(page, link).send(request)))
        .onFailure(failure -> pages.broken(page, failure).send(request));
  }

  private void showProduct(RoutingContext routing, Page page, String gtin) {
    HttpServerRequest request = routing.request();
    Optional<ProductOffers> known = products.findKnown(gtin);
    if (known.isPresent()) {
      productPages.of(page, known.get()).send(request);
      return;
    }
    workers
        .run(routing, () -> products.find(gtin).map(p -> productPages.of(page, p)))
        .onSuccess(reply -> reply.orElseGet(() -> pages.failure(page, 404)).send(request))
        .onFailure(failure -> pages.broken(page, failure).send(request));
  }

  /** Our lots and serials have no lower-case letters. */
  static DigitalLink parse(String link) {
    DigitalLink read =
        DigitalLink.of(Gs1DigitalLink.parseUnder(Gs1DigitalLink.CANONICAL_STEM, link));
    return new DigitalLink(
        read.gtin(), read.lot().map(ScanRoute::upper), read.serial().map(ScanRoute::upper));
  }

  /** The label, if we issued its serial for this lot; no SQL. */
  Optional<LabelPosition> position(DigitalLink link) {
    return link.serial().flatMap(serial -> keys.verify(link.gtin(), link.lot().orElse(""), serial));
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
    LabelId label =
        position.map(p -> new LabelId(lot.view().lotId(), p.roll(), p.index())).orElse(null);
    ScanTally.Tally tally = label == null ? null : tallies.get(label);
    LabelSignatures.Keys with = signatures.keys();
    Written old = written.getIfPresent(page);
    if (old != null && old.isOf(lot, tally, with)) {
      return old;
    }
    String whole =
        link.on(config.publicUrl()) + (page.signed().isEmpty() ? "" : "?" + page.signed());
    Outcome signature = page.signed().isEmpty() ? Outcome.UNSIGNED : signatures.judge(whole, with);
    LabelView view = position.map(p -> view(link, whole, lot, p, tally, signature)).orElse(null);
    Written fresh = new Written(lot, label, view, with, pages.lot(page, lot.view(), view));
    // of a link there is one right signature, and any number of wrong ones
    boolean isOneOfFew = signature == Outcome.UNSIGNED || signature == Outcome.VALID;
    if (page.path().equals(link.path()) && isOneOfFew) {
      written.put(page, fresh);
    }
    return fresh;
  }

  private static LabelView view(
      DigitalLink link,
      String whole,
      LotWatch.Entry lot,
      LabelPosition position,
      ScanTally.Tally tally,
      Outcome signature) {
    Optional<Hands> hands = lot.labels().at(position);
    return new LabelView(
        link.path(),
        whole,
        signature,
        link.serial().orElseThrow(),
        lot.view().state().ofLabel(hands, isMissigned(signature), tally.suspicion() != null),
        hands.filter(h -> h == Hands.IN_HANDS).isPresent(),
        lot.labels().hasCode(position),
        tally);
  }

  /**
   * Of a key that was right once the page says so further down: the label may be an old one. So it
   * does of a signature that was cut on its way through a chat: the serial still proves itself.
   */
  private static boolean isMissigned(Outcome signature) {
    return signature == Outcome.SIGNATURE_WRONG || signature == Outcome.KEY_UNKNOWN;
  }

  private boolean isTrue(Written w) {
    return lots.isTrue(w.lot)
        && w.keys == signatures.keys()
        && (w.view == null || w.view.tally().isCurrent());
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
      tallies.count(w.label, device, visitors.scan(request, w.label, w.view.inUse()));
    }
  }
}
