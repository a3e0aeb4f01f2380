package org.xiangpin.payment;

import org.xiangpin.shared.Lang;

/** Where a payment stands. */
public enum PaymentState {
  PENDING("等待付款", "Pending"),
  SUCCEEDED("已付款", "Paid"),
  FAILED("付款失败", "Failed"),
  REFUND_DUE("待退款", "Refund due"),
  REFUNDED("已退款", "Refunded");

  private final String chinese;
  private final String english;

  PaymentState(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** Providers' words come out of order: after a failure the money may still arrive. */
  boolean canBecome(PaymentState next) {
    return switch (this) {
      case PENDING -> next == SUCCEEDED || next == FAILED || next == REFUND_DUE;
      case FAILED -> next == SUCCEEDED || next == REFUND_DUE;
      case SUCCEEDED -> next == REFUND_DUE;
      case REFUND_DUE -> next == REFUNDED;
      case REFUNDED -> false;
    };
  }
}
