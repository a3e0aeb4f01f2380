/**
 * Money for orders (付款): attempts to pay and refunds, through one interface to providers. The
 * simulator is the provider built in; it answers as real ones do, by a signed callback that comes
 * late, twice, or not at all.
 *
 * <p>A payment knows its order's number and amount only. What a settled payment means for an order
 * is decided in {@code order}, above. No provider is called inside a transaction.
 *
 * <p>Owns the table {@code payment}. Imports shared.
 */
package org.xiangpin.payment;
