package org.xiangpin.order;

import org.xiangpin.shared.Refusal;

/** The key names another order already. */
public final class IdempotencyKeyReused extends Refusal {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused() {
    super(
        422,
        "idempotency-key-reused",
        "这个 Idempotency-Key 已经用在另一个订单上了，请换一个。",
        "This Idempotency-Key was used with another body; take a fresh one.");
  }
}
