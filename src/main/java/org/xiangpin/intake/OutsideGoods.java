package org.xiangpin.intake;

import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.trace.LotFacts;

/**
 * Goods of a seller who is not in the system, as a collector takes them in.
 *
 * @param sellerKind decides whether a certificate must be there
 * @param sellerName 1 to 96 characters
 * @param origin words of the place where they grew
 * @param withCertificate whether a certificate came along
 * @param paper what it says
 */
record OutsideGoods(
    Producer collector,
    LotFacts facts,
    ProducerKind sellerKind,
    String sellerName,
    String origin,
    boolean withCertificate,
    Paper paper) {

  private static final int LONGEST_NAME = 96;

  OutsideGoods {
    if (sellerKind == null) {
      throw new InvalidInput("sellerKind", "请选卖家是哪一种。", "Choose what the seller is.");
    }
    if (sellerName == null
        || sellerName.isBlank()
        || sellerName.strip().length() > LONGEST_NAME
        || sellerName.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "sellerName", "请填卖家的名字，最多 96 个字。", "Enter the seller's name, at most 96 characters.");
    }
    sellerName = sellerName.strip();
  }

  /** Who sells must issue one for every batch, and there is none. */
  boolean isRefused() {
    return sellerKind.mustCommit() && !withCertificate;
  }
}
