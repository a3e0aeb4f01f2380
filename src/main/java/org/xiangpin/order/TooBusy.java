package org.xiangpin.order;

import org.xiangpin.shared.Refusal;

/** More orders than can be placed at once. */
public final class TooBusy extends Refusal {

  private static final long serialVersionUID = 1L;

  public TooBusy() {
    super(
        503,
        "too-busy",
        "现在下单的人太多，请过几秒再试。",
        "Too many orders at this moment; try again in a few seconds.");
  }
}
