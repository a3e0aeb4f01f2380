/**
 * Which storefronts (店铺) there are, whose goods they see, and the keys (店铺钥匙) by which their
 * software comes in. What they may call stands in {@code storefront}, above.
 *
 * <p>Owns {@code storefront}, {@code storefront_county} and {@code storefront_key}. May import
 * {@code signin} and below.
 */
package org.xiangpin.storefrontkey;
