package org.xiangpin.order;

import org.xiangpin.shared.Refusal;

/** A provider speaks of another amount than it was asked for; nothing is believed of it. */
public final class AmountMismatch extends Refusal {

  private static final long serialVersionUID = 1L;

  public AmountMismatch() {
    super(422, "amount-mismatch", "金额对不上。", "The amount is not the one that was asked for.");
  }
}
