package org.xiangpin.intake;

import org.xiangpin.producer.Producer;
import org.xiangpin.trace.LotFacts;

/**
 * Goods of a seller who is not in the system, as a collector takes them in.
 *
 * @param withCertificate whether a certificate came along
 * @param paper what it says
 */
record OutsideGoods(
    Producer collector, LotFacts facts, Seller seller, boolean withCertificate, Paper paper) {

  /** Who sells must issue one for every batch, and there is none. */
  boolean isRefused() {
    return seller.kind().mustCommit() && !withCertificate;
  }
}
