package org.xiangpin.producer;

import java.util.Set;
import org.xiangpin.shared.Lang;

/** How a producer lets the name stand on public pages. */
public enum NameShown {
  FULL("全名", "Full name"),
  MR("只写姓：某先生", "Surname only: Mr"),
  MS("只写姓：某女士", "Surname only: Ms");

  private static final Set<String> DOUBLE_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "独孤", "夏侯", "司徒", "长孙", "宇文",
          "轩辕", "端木", "百里", "南宫", "西门");

  private final String chinese;
  private final String english;

  NameShown(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** 龙小明, or 龙先生. */
  public String of(String name) {
    if (this == FULL) {
      return name;
    }
    String surname =
        name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2))
            ? name.substring(0, 2)
            : name.substring(0, name.offsetByCodePoints(0, 1));
    return surname + (this == MR ? "先生" : "女士");
  }
}
