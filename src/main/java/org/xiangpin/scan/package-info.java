/**
 * What a buyer sees after scanning (扫码): the lot's state first, then who grew it, where, who
 * certified it and when. Server-rendered, one response, no cookie, no script.
 *
 * <p>The page is served from the event loop and from memory; a change to a lot empties its entry at
 * once on this node, and within {@link org.xiangpin.scan.LotWatch#REFRESH_MILLIS} on every other.
 *
 * <p>It is also where machines find the way: who asks for links of our goods is answered as
 * GS1-Conformant Resolver 1.2 wants it, by {@link org.xiangpin.scan.LinkAnswer}.
 *
 * <p>Owns {@code scan_tally}. May import {@code label} and below.
 */
package org.xiangpin.scan;
