/**
 * The county office's pages on its party organisations (the tree, who holds office, moving a
 * subtree, taking a list in) and on its towns and villages (names, mergers). Pages only; {@code
 * branch} and {@code region} stand below {@code account} and can't know who is signed in.
 *
 * <p>Owns no tables. May import {@code account} and below.
 */
package org.xiangpin.office;
