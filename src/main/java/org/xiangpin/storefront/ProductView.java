package org.xiangpin.storefront;

import org.xiangpin.listing.Offer;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.storefront.api.Price;
import org.xiangpin.storefront.api.Product;

/** An offer in the contract's words. */
final class ProductView {

  private ProductView() {}

  static Product of(Catalogue.Item item, Lang t, String publicUrl) {
    Offer offer = item.offer();
    return new Product(
        Ids.toText(offer.listingId()),
        offer.title(),
        offer.description(),
        offer.name(t),
        offer.variety(),
        offer.categoryCode(),
        offer.category(t),
        price(offer.priceFen(), offer.priceUnitGrams(), t),
        item.availableGrams(),
        t.weight(item.availableGrams()),
        offer.stepGrams(),
        offer.producer(),
        offer.village(),
        offer.villageCode(),
        offer.harvestedOn(),
        offer.certificationNumber(),
        offer.certifiedUntil(),
        offer.gtin(),
        offer.lotCode(),
        offer.link().on(publicUrl),
        publicUrl + "/art/" + offer.illustration() + ".svg");
  }

  static Price price(long fen, long unitGrams, Lang t) {
    return new Price(fen, "CNY", unitGrams, t.price(fen, unitGrams));
  }
}
