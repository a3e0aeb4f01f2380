/**
 * What the public may see of a lot (公开信息): its state in the words of the scan page, its facts
 * without a phone or an ID number, and what stands beside it. Lots that were looked at lately are
 * remembered here; a change to a lot, or to where its labels are, empties its entry at once on this
 * node, and within {@link org.xiangpin.lotview.LotWatch#REFRESH_MILLIS} on every other.
 *
 * <p>Owns no table. May import {@code custody}, {@code field} and below.
 */
package org.xiangpin.lotview;
