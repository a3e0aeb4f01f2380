/**
 * Parcels on their way to buyers (包裹): carrier and number as the packer typed them, one parcel of
 * each producer of an order.
 *
 * <p>Owns the table {@code parcel}. Imports account, shared.
 */
package org.xiangpin.parcel;
