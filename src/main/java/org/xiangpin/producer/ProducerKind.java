package org.xiangpin.producer;

import org.xiangpin.shared.Lang;

/** Kinds of producer (生产主体). Companies and cooperatives must commit in writing for every lot. */
public enum ProducerKind {
  FARMER("农户", "Farmer", false),
  COOPERATIVE("合作社", "Cooperative", true),
  COMPANY("企业", "Company", true),
  STATION("服务站", "Service station", false);

  private final String chinese;
  private final String english;
  private final boolean mustCommit;

  ProducerKind(String chinese, String english, boolean mustCommit) {
    this.chinese = chinese;
    this.english = english;
    this.mustCommit = mustCommit;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** Whether it takes in goods of others; a farmer sells what grew on the own land. */
  public boolean isCollector() {
    return this != FARMER;
  }

  /**
   * Whether the law asks for a 承诺达标合格证 per production batch (Order 2025 No. 4: enterprises and
   * cooperatives; farmers are encouraged).
   */
  public boolean mustCommit() {
    return mustCommit;
  }
}
