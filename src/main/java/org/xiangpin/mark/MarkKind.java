package org.xiangpin.mark;

import org.xiangpin.shared.Lang;

/** Kinds of marks (标志). */
public enum MarkKind {
  GREEN_FOOD("绿色食品", "Green Food", false),
  ORGANIC("有机农产品", "Organic", false),
  GEOGRAPHIC_INDICATION("地理标志", "Geographic indication", true),
  COUNTY_BRAND("县域品牌", "County brand", true);

  private final String chinese;
  private final String english;
  private final boolean endless;

  MarkKind(String chinese, String english, boolean endless) {
    this.chinese = chinese;
    this.english = english;
    this.endless = endless;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** Whether its certificate may be without a last day. */
  public boolean mayBeEndless() {
    return endless;
  }
}
