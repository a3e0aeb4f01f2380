/**
 * What is put up for sale (上架): a listing names one certified lot, its price for 斤 or 公斤, and the
 * step in which it is ordered. States: draft, published (在售), paused (暂停), withdrawn (下架).
 *
 * <p>Owns the table {@code listing}. {@link org.xiangpin.listing.Offers} answers from memory what a
 * listing and its lot say; who sells by it names the version it was told, and the database judges.
 *
 * <p>{@link org.xiangpin.listing.OffersByProduct} says who sells a product.
 *
 * <p>Imports trace, producer, region, account, shared.
 */
package org.xiangpin.listing;
