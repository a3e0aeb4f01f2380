package org.xiangpin.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.LotChanged;

/** The products that were looked at lately, and who sells them, in memory. */
@ApplicationScoped
public class OffersByProduct {

  /** What is sold may be seen this late; on the node where a lot stops, it is gone at once. */
  static final Duration KEEP = Duration.ofSeconds(10);

  /** Growers of a product that are named. */
  static final int MOST = 30;

  @Inject Offers offers;
  @Inject Clock clock;

  private final Cache<String, ProductOffers> recent =
      Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(KEEP).build();

  /** From memory only: empty says nothing of the product. */
  public Optional<ProductOffers> findKnown(String gtin) {
    return Optional.ofNullable(recent.getIfPresent(gtin));
  }

  /** From memory, else by two statements; empty when there is no such product. Blocks. */
  public Optional<ProductOffers> find(String gtin) {
    return Optional.ofNullable(recent.get(gtin, this::read));
  }

  private ProductOffers read(String gtin) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Product.findByGtin(gtin).map(p -> ProductOffers.of(p, onSale(gtin))).orElse(null));
  }

  private List<Offer> onSale(String gtin) {
    return offers.onSaleOf(gtin, Times.today(clock), MOST);
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LotChanged change) {
    recent.invalidate(change.gtin());
  }
}
