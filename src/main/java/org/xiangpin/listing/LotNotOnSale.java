package org.xiangpin.listing;

import org.xiangpin.shared.Refusal;

/** A lot that is not certified, is suspended, or whose certification has run out is not sold. */
public final class LotNotOnSale extends Refusal {

  private static final long serialVersionUID = 1L;

  public LotNotOnSale() {
    super(
        409,
        "lot-not-on-sale",
        "这批货现在不能卖：要先通过核验，而且没有暂停，也没有过期。",
        "The lot can't be sold now: it must be certified, not suspended, and not expired.");
  }
}
