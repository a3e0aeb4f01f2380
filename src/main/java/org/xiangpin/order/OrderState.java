package org.xiangpin.order;

import java.util.Locale;
import java.util.Set;
import org.xiangpin.shared.Lang;

/** Where an order stands, and what may follow. */
public enum OrderState {
  PLACED("等付款", "Waiting for payment", "waiting"),
  PAID("待发货", "To pack", "attention"),
  SHIPPED("已发货", "Shipped", "waiting"),
  RECEIVED("已收货", "Received", "certified"),
  COMPLETED("已完成", "Completed", "certified"),
  CANCELLED("已取消", "Cancelled", "neutral"),
  EXPIRED("未付款，已过期", "Expired unpaid", "neutral");

  private final String chinese;
  private final String english;
  private final String look;

  OrderState(String chinese, String english, String look) {
    this.chinese = chinese;
    this.english = english;
    this.look = look;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The stylesheet's class for this state. */
  public String look() {
    return look;
  }

  /** The word of the API: {@code placed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Paid follows expired too: when money comes late and the goods are still there. */
  public boolean canBecome(OrderState next) {
    return switch (this) {
      case PLACED -> Set.of(PAID, CANCELLED, EXPIRED).contains(next);
      case PAID -> next == SHIPPED || next == CANCELLED;
      case SHIPPED -> next == RECEIVED;
      case RECEIVED -> next == COMPLETED;
      case EXPIRED -> next == PAID;
      case COMPLETED, CANCELLED -> false;
    };
  }
}
