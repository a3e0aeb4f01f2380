/**
 * Marks that goods may bear (标志): green food (绿色食品), organic (有机), geographic indication (地理标志),
 * the county's brand (县域品牌); each with its certificate, its holder, the products it covers and the
 * days on which it holds. The day after its last it is shown to nobody outside any more, and sixty
 * days before the office is reminded.
 *
 * <p>Owns {@code mark} and {@code mark_product}. May import {@code producer} and below.
 */
package org.xiangpin.mark;
