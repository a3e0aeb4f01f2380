package org.xiangpin.tally;

import org.xiangpin.shared.Lang;

/** What makes a label suspect, in the words that buyers, producers and inspectors read. */
public enum CloneRule {
  TRAVEL(
      "它在%2$s分钟里，在相距约%1$s公里的两个地方被扫过。",
      "It was scanned within %2$s minutes in two places about %1$s km apart."),
  BACK_AND_FORTH(
      "它在相距约%1$s公里的地方来来回回被不同的手机扫过。",
      "Different phones scanned it to and fro between places about %1$s km apart."),
  MOVES(
      "两天里，它在相距很远的地方之间换了%1$s次。", "Within two days it changed %1$s times between places far apart."),
  CROWD_IN_A_DAY("一天里有%1$s部手机扫过它。", "%1$s phones scanned it within a day."),
  CROWD("一共有%1$s部手机扫过它。", "%1$s phones have scanned it."),
  AFTER_PURCHASE(
      "有人说买走了它，后来又有%1$s部别的手机扫它。",
      "Somebody said to have bought it; later %1$s other phones scanned it."),
  BOUGHT_OFTEN("有%1$s个人说买走了它。", "%1$s people said to have bought it."),
  OUT_OF_USE(
      "它没有启用，或者已经作废，却有%1$s部手机扫过它。", "It is not in use, or void, and yet %1$s phones scanned it.");

  private final String chinese;
  private final String english;

  CloneRule(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * What was noticed.
   *
   * @param amount kilometres, or how many devices or people
   */
  public String sentence(Lang lang, long amount, long minutes) {
    return lang.of(chinese, english).formatted(lang.number(amount), lang.number(minutes));
  }
}
