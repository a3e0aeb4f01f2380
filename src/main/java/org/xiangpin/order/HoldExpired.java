package org.xiangpin.order;

import org.xiangpin.shared.Refusal;

/** The goods of an order are not held any more. */
public final class HoldExpired extends Refusal {

  private static final long serialVersionUID = 1L;

  public HoldExpired() {
    super(
        409,
        "hold-expired",
        "超过十分钟没有付款，货已经放回。请重新下单。",
        "The ten minutes for paying are over and the goods went back; place the order again.");
  }
}
