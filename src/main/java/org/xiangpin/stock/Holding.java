package org.xiangpin.stock;

import org.xiangpin.listing.Offer;

/**
 * A weight to be held for an order, and the version of the listing whose price the buyer was told.
 *
 * @param grams above 0
 */
public record Holding(long listingId, int version, long lotId, long grams) {

  public static Holding of(Offer offer, long grams) {
    return new Holding(offer.listingId(), offer.version(), offer.lotId(), grams);
  }

  /** Both, of the same listing. */
  public Holding plus(Holding other) {
    return new Holding(listingId, version, lotId, Math.addExact(grams, other.grams));
  }
}
