/**
 * What a buyer sees after scanning (扫码): the state of lot or label first, then who grew it, where,
 * who certified it and when. Server-rendered, one response, no cookie; one small script of our own
 * that the page does without. What a buyer may tell ({@link org.xiangpin.scan.BuyerRoute}) is on
 * pages of its own.
 *
 * <p>The page is served from the event loop and from memory, as long as what {@link
 * org.xiangpin.lotview.LotWatch} knows of the lot is true.
 *
 * <p>It is also where machines find the way: who asks for links of our goods is answered as
 * GS1-Conformant Resolver 1.2 wants it, by {@link org.xiangpin.scan.LinkAnswer}.
 *
 * <p>Owns no table. May import {@code listing} and below, and {@code resolver}.
 */
package org.xiangpin.scan;
