package org.xiangpin.storefront;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import org.xiangpin.shared.Cursor;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.storefront.api.Product;
import org.xiangpin.storefront.api.ProductPage;
import org.xiangpin.storefront.api.ProductsApi;

/** What is on sale, as storefronts see it. */
public class ProductResource implements ProductsApi {

  @Inject Catalogue catalogue;
  @Inject CurrentStorefront storefront;
  @Inject RequestLang lang;
  @Inject RoutingContext routing;
  @Inject XiangpinConfig config;

  @Override
  public ProductPage list(int limit, String cursor) {
    long after = cursor == null || cursor.isEmpty() ? 0 : Cursor.parse(cursor);
    List<Catalogue.Item> found = catalogue.list(storefront.countyCodes(), after, limit + 1);
    List<Catalogue.Item> page = found.subList(0, Math.min(limit, found.size()));
    String next = null;
    if (found.size() > limit) {
      next = Cursor.after(page.get(limit - 1).offer().listingId());
      routing
          .response()
          .putHeader(
              "Link",
              "<%s?limit=%d&cursor=%s>; rel=\"next\""
                  .formatted(config.publicUrl() + PATH, limit, next));
    }
    return new ProductPage(page.stream().map(this::product).toList(), next);
  }

  @Override
  public Product get(String id) {
    return Ids.parse(id)
        .flatMap(listing -> catalogue.find(listing, storefront.countyCodes()))
        .map(this::product)
        .orElseThrow(NotFound::new);
  }

  private Product product(Catalogue.Item item) {
    return ProductView.of(item, lang.get(), config.publicUrl());
  }
}
