package org.xiangpin.trace;

import java.util.Optional;
import org.xiangpin.shared.Lang;

/** Where a lot stands on its way to the buyer. */
public enum LotState {
  DRAFT("草稿", "Draft", "draft"),
  SUBMITTED("等待核验", "Waiting for certification", "waiting"),
  RETURNED("退回修改", "Returned for changes", "attention"),
  REFUSED("未通过核验", "Certification refused", "refused"),
  CERTIFIED("已核验", "Certified", "certified"),
  SUSPENDED("暂停销售", "Suspended", "attention"),
  REVOKED("认证已撤销", "Certification revoked", "refused"),
  HELD("停下待查", "Held", "attention"),
  RECALLED("已召回", "Recalled", "refused");

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

  /** Where a step leads from here; empty when it does not follow. */
  Optional<LotState> after(TraceEventType step) {
    return switch (step) {
      case SUBMITTED -> Optional.of(SUBMITTED).filter(s -> isEditable());
      case CERTIFIED -> Optional.of(CERTIFIED).filter(s -> this == SUBMITTED);
      case RETURNED -> Optional.of(RETURNED).filter(s -> this == SUBMITTED);
      case REFUSED -> Optional.of(REFUSED).filter(s -> this == SUBMITTED);
      case SUSPENDED -> Optional.of(SUSPENDED).filter(s -> this == CERTIFIED);
      case LIFTED -> Optional.of(CERTIFIED).filter(s -> this == SUSPENDED);
      case REVOKED -> Optional.of(REVOKED).filter(s -> this == SUSPENDED);
      case HARVESTED, CORRECTED, COMMITTED, LABELLED -> Optional.empty();
      case TESTED, LAB_REPORTED, LABELS_HANDED_OVER, LABELS_VOIDED -> Optional.empty();
      case TAKEN_IN, MADE, PASSED_ON, SHRUNK, DESTROYED -> Optional.empty();
      case SOLD, PACKED, SHIPPED, RECEIVED -> Optional.empty();
      // what a recall does depends on what else holds the lot: Lot.hold, release, recall
      case HELD, RELEASED, RECALLED, FOUND, CLOSED -> Optional.empty();
    };
  }

  /** Whether it is stopped and nothing leads back. */
  public boolean isStoppedForGood() {
    return this == REFUSED || this == REVOKED || this == RECALLED;
  }

  /** Whether its facts may still be changed by the producer's side. */
  public boolean isEditable() {
    return this == DRAFT || this == RETURNED;
  }
}
