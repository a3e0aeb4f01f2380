package org.xiangpin.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.xiangpin.listing.Offer;
import org.xiangpin.shared.Money;

/** A weight of one lot, as sold: price and words are kept, whatever the listing says later. */
@Embeddable
public record OrderLine(
    @Column(name = "listing_id") long listingId,
    @Column(name = "lot_id") long lotId,
    @Column(name = "producer_id") long producerId,
    @Column(name = "title") String title,
    @Column(name = "grams") long grams,
    @Column(name = "price_fen") long priceFen,
    @Column(name = "price_unit_grams") long priceUnitGrams,
    @Column(name = "amount_fen") long amountFen) {

  /** Price × grams, rounded half up to 分; the price is the offer's and nobody else's. */
  static OrderLine of(Offer offer, long grams) {
    return new OrderLine(
        offer.listingId(),
        offer.lotId(),
        offer.producerId(),
        offer.title(),
        grams,
        offer.priceFen(),
        offer.priceUnitGrams(),
        Money.amount(offer.priceFen(), offer.priceUnitGrams(), grams));
  }
}
