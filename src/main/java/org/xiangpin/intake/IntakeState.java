package org.xiangpin.intake;

import org.xiangpin.shared.Lang;

/** Where a collector's wish for goods stands. */
public enum IntakeState {
  ASKED("等对方同意", "Waiting for consent", "waiting"),
  TAKEN("已入库", "Taken in", "certified"),
  DECLINED("对方没同意", "Declined", "refused"),
  WITHDRAWN("不收了", "Withdrawn", "neutral");

  private final String chinese;
  private final String english;
  private final String look;

  IntakeState(String chinese, String english, String look) {
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
}
