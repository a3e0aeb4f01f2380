/**
 * How much of a lot is there (库存), to the gram: on hand, of that held (占用) for orders that are not
 * paid yet, and sold. Every change is one conditional statement in the caller's transaction, judged
 * by the database; receipts and corrections leave a movement each.
 *
 * <p>What is on hand and sold together is what the mass balance has on offer: listing takes what is
 * free of the lot, and weighing again moves between the shop and the losses.
 *
 * <p>The identity that always holds: received + corrections − sold = on hand; and never is more on
 * hand and sold together than the township certified.
 *
 * <p>The console's pages of listings stand here, as they show and correct the stock too; listing
 * lies below and knows nothing of it.
 *
 * <p>Owns the tables {@code stock} and {@code stock_movement}. Imports listing, trace, mass,
 * producer, account, shared.
 */
package org.xiangpin.stock;
