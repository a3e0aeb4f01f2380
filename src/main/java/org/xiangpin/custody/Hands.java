package org.xiangpin.custody;

import org.xiangpin.shared.Lang;

/** Where a label is. */
public enum Hands {
  /** Ordered by the office and handed to nobody yet (未启用). */
  IN_STOCK("还没发", "Not handed out", "waiting"),
  IN_HANDS("在用", "In use", "certified"),
  /** Torn or misprinted before it was on a pack (坏了). */
  SPOILED("坏了，作废", "Damaged, void", "refused"),
  /** Nobody knows where it is (丢了). */
  LOST("丢了，作废", "Lost, void", "refused");

  private final String chinese;
  private final String english;
  private final String look;

  Hands(String chinese, String english, String look) {
    this.chinese = chinese;
    this.english = english;
    this.look = look;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The stylesheet's class. */
  public String look() {
    return look;
  }

  /** Whether it counts no more, for good. */
  public boolean isVoid() {
    return this == SPOILED || this == LOST;
  }
}
