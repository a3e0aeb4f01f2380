package org.xiangpin.storefront;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.xiangpin.listing.Offer;
import org.xiangpin.listing.Offers;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.storefront.api.ProductsApi;
import org.xiangpin.storefrontkey.StorefrontAccess;
import org.xiangpin.storefrontkey.StorefrontKeys;

/**
 * A shortcut to a product's detail, the most asked-for answer: when key and offer are in memory,
 * one statement tells the stock and that the offer still stands, and the answer's bytes are sent
 * without the framework's layers. It decides nothing: whatever is not plain goes on to {@link
 * ProductResource}, refusals among it.
 */
@ApplicationScoped
class ProductRoute {

  private record Page(long listingId, Lang lang) {}

  /** Bytes, and what they were written from. */
  private record Written(Offer offer, long availableGrams, Buffer bytes) {

    boolean isOf(Catalogue.Item item) {
      return offer == item.offer() && availableGrams == item.availableGrams();
    }
  }

  @Inject StorefrontKeys keys;
  @Inject Offers offers;
  @Inject StockReader stock;
  @Inject Clock clock;
  @Inject ObjectMapper json;
  @Inject XiangpinConfig config;

  private final Cache<Page, Written> written = Caffeine.newBuilder().maximumSize(10_000).build();

  void register(@Observes Router router) {
    router.get(ProductsApi.PATH + "/:id").handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Optional<Offer> offer = Ids.parse(routing.pathParam("id")).flatMap(offers::findKnown);
    // a cookie or a query may ask for another language than the header
    if (offer.isEmpty()
        || request.query() != null
        || request.headers().contains(HttpHeaders.COOKIE)
        || !mayRead(request, offer.get())) {
      routing.next();
      return;
    }
    Page page =
        new Page(
            offer.get().listingId(), Lang.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    Context here = routing.vertx().getOrCreateContext();
    stock.read(
        page.listingId(),
        now -> {
          Optional<Buffer> bytes = write(page, offer.get(), now);
          here.runOnContext(v -> send(routing, bytes));
        });
  }

  private static void send(RoutingContext routing, Optional<Buffer> bytes) {
    if (bytes.isEmpty()) {
      routing.next();
      return;
    }
    routing
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
        .end(bytes.get());
  }

  private boolean mayRead(HttpServerRequest request, Offer offer) {
    Optional<StorefrontAccess> access =
        StorefrontFilter.bearer(request.getHeader(HttpHeaders.AUTHORIZATION))
            .flatMap(keys::findKnown);
    return access
        .filter(a -> a.may("catalog:read") && a.countyCodes().contains(offer.countyCode()))
        .isPresent();
  }

  /**
   * On a thread that may block: a place's name may have to be read again. Empty when the long way
   * must be gone.
   */
  private Optional<Buffer> write(Page page, Offer offer, StockReader.Now now) {
    try {
      if (now == null || !now.agreesWith(offer) || !offer.isOnSale(Times.today(clock))) {
        return Optional.empty();
      }
      Catalogue.Item item = new Catalogue.Item(offer, now.availableGrams());
      Written known = written.getIfPresent(page);
      if (known == null || !known.isOf(item)) {
        known = new Written(offer, item.availableGrams(), bytes(page, item));
        written.put(page, known);
      }
      return Optional.of(known.bytes());
    } catch (RuntimeException e) {
      Log.warnf(e, "product %s goes the long way", Ids.toText(page.listingId()));
      return Optional.empty();
    }
  }

  /** In a transaction: a place's name may have to be read again. */
  private Buffer bytes(Page page, Catalogue.Item item) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Buffer.buffer(
                    json.writeValueAsBytes(ProductView.of(item, page.lang(), config.publicUrl()))));
  }
}
