package org.xiangpin.mass;

import org.xiangpin.shared.Lang;

/** Where the goods of a lot went. Labels are counted beside: a labelled gram is not gone. */
public enum MassUse {
  PASSED_ON("转入其他批次", "Passed on into other lots", "passed_on_grams"),
  SHRUNK("损耗", "Shrunk", "shrunk_grams"),
  DESTROYED("销毁", "Destroyed", "destroyed_grams"),
  OFFERED("上架", "Offered for sale", "offered_grams"),
  LABELLED("贴标", "Labelled", "labelled_grams");

  /** What nobody has used yet. */
  static final String FREE =
      "in_grams - passed_on_grams - shrunk_grams - destroyed_grams - offered_grams";

  private static final String UNLABELLED = "in_grams - labelled_grams";

  private final String chinese;
  private final String english;
  private final String column;

  MassUse(String chinese, String english, String column) {
    this.chinese = chinese;
    this.english = english;
    this.column = column;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  String column() {
    return column;
  }

  /** What is left for this use, as SQL. */
  String free() {
    return this == LABELLED ? UNLABELLED : FREE;
  }
}
