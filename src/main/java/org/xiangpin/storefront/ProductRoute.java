package org.xiangpin.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.xiangpin.account.StorefrontAccess;
import org.xiangpin.account.StorefrontKeys;
import org.xiangpin.listing.Offer;
import org.xiangpin.listing.Offers;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.storefront.api.ProductsApi;

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
  @Inject Catalogue catalogue;
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
    routing
        .vertx()
        .executeBlocking(() -> catalogue.confirm(offer.get()).map(item -> write(page, item)), false)
        .onFailure(failure -> routing.next())
        .onSuccess(
            bytes ->
                bytes.ifPresentOrElse(
                    b ->
                        request
                            .response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                            .end(b),
                    routing::next));
  }

  private boolean mayRead(HttpServerRequest request, Offer offer) {
    Optional<StorefrontAccess> access =
        StorefrontFilter.bearer(request.getHeader(HttpHeaders.AUTHORIZATION))
            .flatMap(keys::findKnown);
    return access
        .filter(a -> a.may("catalog:read") && a.countyCodes().contains(offer.countyCode()))
        .isPresent();
  }

  private Buffer write(Page page, Catalogue.Item item) {
    Written known = written.getIfPresent(page);
    if (known != null && known.isOf(item)) {
      return known.bytes();
    }
    try {
      Buffer bytes =
          Buffer.buffer(
              json.writeValueAsBytes(ProductView.of(item, page.lang(), config.publicUrl())));
      written.put(page, new Written(item.offer(), item.availableGrams(), bytes));
      return bytes;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
