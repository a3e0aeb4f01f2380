package org.xiangpin.branch;

import org.xiangpin.shared.Lang;

/** What sort of party organisation, with the word that stands in lists. */
public enum BranchKind {
  COUNTY_COMMITTEE("县委", "County committee"),
  TOWNSHIP_COMMITTEE("乡镇党委", "Township committee"),
  GENERAL_BRANCH("党总支", "General branch"),
  VILLAGE_BRANCH("村支部", "Village branch"),
  UNIT_BRANCH("单位支部", "Branch of an office, school or firm");

  private final String chinese;
  private final String english;

  BranchKind(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** As files have it. */
  String chinese() {
    return chinese;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }
}
