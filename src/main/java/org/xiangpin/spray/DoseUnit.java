package org.xiangpin.spray;

import org.xiangpin.shared.Lang;

/** How a dose is said: by area, as a dilution, or as the whole amount. */
public enum DoseUnit {
  ML_PER_MU("毫升/亩", "ml per mu"),
  G_PER_MU("克/亩", "g per mu"),
  TIMES("倍液", "times diluted"),
  ML("毫升", "ml"),
  G("克", "g");

  private final String chinese;
  private final String english;

  DoseUnit(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }
}
