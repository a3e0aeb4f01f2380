/**
 * A lot's life to take along (一批货的一生): the events of one lot, and by choice of those it was made of
 * or that were made of it, as an EPCISDocument that other repositories can capture.
 *
 * <p>Owns no table. May import {@code lineage} and below.
 */
package org.xiangpin.lotlife;
