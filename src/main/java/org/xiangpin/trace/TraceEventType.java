package org.xiangpin.trace;

import org.xiangpin.shared.Lang;

/** Steps in a lot's life. */
public enum TraceEventType {
  HARVESTED("采收", "Harvested", true),
  CORRECTED("更正", "Corrected", true),
  COMMITTED("生产者开具承诺达标合格证", "Producer's commitment certificate issued", true),
  SUBMITTED("提交核验", "Submitted for certification", false),
  RETURNED("退回修改", "Returned for changes", false),
  REFUSED("核验未通过", "Certification refused", true),
  CERTIFIED("乡镇核验通过", "Certified by the township", true),
  SUSPENDED("暂停销售，等待复核", "Sale suspended for review", true),
  LIFTED("复核无误，恢复销售", "Review passed, sale resumed", true),
  REVOKED("认证撤销", "Certification revoked", true),
  TESTED("农残速测", "Rapid residue test", true),
  LAB_REPORTED("实验室检测报告", "Laboratory report", true),
  LABELLED("印制标签", "Labels issued", true),
  TAKEN_IN("收购入库", "Taken in by a collector", true),
  LABELS_HANDED_OVER("标签移交", "Labels handed over", false),
  LABELS_VOIDED("标签作废", "Labels voided", true),
  MADE("用其他批次做成", "Made of other lots", true),
  PASSED_ON("有一部分转入其他批次", "A part passed on into other lots", true),
  SHRUNK("有一部分损耗", "A part shrank", true),
  DESTROYED("有一部分销毁", "A part was destroyed", true),
  SOLD("卖出", "Sold", true),
  PACKED("装箱", "Packed into boxes", true),
  SHIPPED("发货", "Shipped", true),
  RECEIVED("买家收到", "Received by the buyer", true),
  HELD("可能要召回，先停下", "Held: it may be recalled", true),
  RELEASED("查过没有问题，放行", "Nothing found, released", true),
  RECALLED("召回", "Recalled", true),
  FOUND("召回的货找回", "Recalled goods found again", true),
  CLOSED("召回结束", "Recall closed", true);

  private final String chinese;
  private final String english;
  private final boolean open;

  TraceEventType(String chinese, String english, boolean open) {
    this.chinese = chinese;
    this.english = english;
    this.open = open;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** Whether the producer, or who stands in for it, takes this step. */
  boolean isByProducersSide() {
    return switch (this) {
      case HARVESTED, TAKEN_IN, MADE, CORRECTED, COMMITTED, SUBMITTED -> true;
      default -> false;
    };
  }

  /** Whether the township, or the county above it, takes this step. */
  public boolean isTownships() {
    return switch (this) {
      case RETURNED, REFUSED, CERTIFIED, SUSPENDED, LIFTED, REVOKED -> true;
      case HELD, RELEASED, RECALLED, FOUND, CLOSED -> true;
      case HARVESTED, CORRECTED, COMMITTED, SUBMITTED, LABELLED -> false;
      case TESTED, LAB_REPORTED, LABELS_HANDED_OVER, LABELS_VOIDED -> false;
      case TAKEN_IN, MADE, PASSED_ON, SHRUNK, DESTROYED -> false;
      case SOLD, PACKED, SHIPPED, RECEIVED -> false;
    };
  }

  /** Whether it happens again and again; a lot's pages show the first time. */
  boolean isOfEveryParcel() {
    return switch (this) {
      case SOLD, PACKED, SHIPPED, RECEIVED -> true;
      default -> false;
    };
  }

  /** Whether buyers see this step; the office's to and fro is not theirs. */
  public boolean isPublic() {
    return open;
  }
}
