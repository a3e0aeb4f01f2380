/**
 * The county office's pages on its party organisations: the tree, who holds office, moving a
 * subtree, taking a list in. Pages only; {@code branch} stands below {@code account} and can't know
 * who is signed in.
 *
 * <p>Owns no tables. May import {@code account} and below.
 */
package org.xiangpin.office;
