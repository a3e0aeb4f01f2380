package org.xiangpin.recall;

import org.xiangpin.shared.Lang;

/** Where a recall stands. */
public enum RecallState {
  OPEN("已停下，等第二个人来定", "Held, waits for a second person", "attention"),
  CONFIRMED("已召回，在找回", "Recalled, goods are being found", "refused"),
  LIFTED("没有问题，已放行", "Nothing found, released", "certified"),
  CLOSED("召回结束", "Closed", "neutral");

  private final String chinese;
  private final String english;
  private final String look;

  RecallState(String chinese, String english, String look) {
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
}
