package org.xiangpin.trace;

import java.util.Set;
import org.xiangpin.shared.Lang;

/** Where a lot stands on its way to the buyer. */
public enum LotState {
  DRAFT("草稿", "Draft", "neutral"),
  SUBMITTED("等待核验", "Waiting for certification", "waiting"),
  RETURNED("退回修改", "Returned for changes", "attention"),
  REFUSED("未通过核验", "Certification refused", "refused"),
  CERTIFIED("已核验", "Certified", "certified"),
  SUSPENDED("暂停销售", "Suspended", "attention"),
  REVOKED("认证已撤销", "Certification revoked", "refused");

  private final String chinese;
  private final String english;
  private final String look;

  LotState(String chinese, String english, String look) {
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

  boolean canBecome(LotState next) {
    return switch (this) {
      case DRAFT, RETURNED -> next == SUBMITTED;
      case SUBMITTED -> Set.of(CERTIFIED, REFUSED, RETURNED).contains(next);
      case CERTIFIED -> next == SUSPENDED;
      case SUSPENDED -> next == CERTIFIED || next == REVOKED;
      case REFUSED, REVOKED -> false;
    };
  }

  /** Whether its facts may still be changed by the producer's side. */
  public boolean isEditable() {
    return this == DRAFT || this == RETURNED;
  }
}
