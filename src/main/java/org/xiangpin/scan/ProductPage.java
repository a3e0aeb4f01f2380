package org.xiangpin.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.xiangpin.listing.ProductOffers;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;

/** Writes the page of a product, {@code /01/{gtin}}, or its JSON; the last ones from memory. */
@ApplicationScoped
class ProductPage {

  private record Key(String gtin, Lang lang, boolean json) {}

  /** A written page, with what it was written from. */
  private record Written(ProductOffers product, Reply reply) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String gtin,
      String product,
      String productEnglish,
      String category,
      String county,
      List<ProductOffers.Seller> onSale) {

    static Answer of(ProductOffers p) {
      return new Answer(
          p.gtin(), p.label(), p.labelEnglish(), p.category(), p.county(), p.sellers());
    }
  }

  @Inject
  @Location("scan/product.html")
  Template page;

  @Inject ScanPage pages;
  @Inject Clock clock;

  private final Cache<Key, Written> written = Caffeine.newBuilder().maximumSize(2_000).build();

  Reply of(Page asked, ProductOffers product) {
    Key key = new Key(product.gtin(), asked.lang(), asked.json());
    Written known = written.getIfPresent(key);
    if (known == null || known.product() != product) {
      known = new Written(product, write(asked, product));
      written.put(key, known);
    }
    return known.reply();
  }

  private Reply write(Page asked, ProductOffers product) {
    return asked.json()
        ? pages.json(200, Reply.JSON, Answer.of(product))
        : pages.html(
            200,
            asked.lang(),
            page.instance().data("product", product).data("today", Times.today(clock)));
  }
}
