package org.xiangpin.order;

import org.xiangpin.shared.Refusal;

/** A retry could not be told from a second order. */
public final class IdempotencyKeyMissing extends Refusal {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyMissing() {
    super(
        400,
        "idempotency-key-missing",
        "请在 Idempotency-Key 里给这个订单起一个名字（1 到 255 个可见字符）。",
        "Name this order by an Idempotency-Key header of 1 to 255 printable ASCII characters.");
  }
}
