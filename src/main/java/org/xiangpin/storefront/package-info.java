/**
 * The edge towards storefronts: implements the interfaces of {@code org.xiangpin.storefront.api}
 * and translates between its records and the features below. Who calls is known by a key; what a
 * key may do stands at each operation of the contract, and is required here from there.
 *
 * <p>Owns no tables. Imports order, payment, parcel, listing, storefrontkey, shared.
 */
package org.xiangpin.storefront;
