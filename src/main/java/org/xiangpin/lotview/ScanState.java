package org.xiangpin.lotview;

import java.time.LocalDate;
import java.util.Optional;
import org.xiangpin.custody.Hands;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Certification;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.TraceEventType;

/** What the page says first. */
public enum ScanState {
  CERTIFIED("certified", "certified", "已核验", "certified"),
  EXPIRED("attention", "waiting", "认证已到期", "certification expired"),
  PENDING("waiting", "waiting", "等核验", "not certified yet"),
  REFUSED("refused", "refused", "没有通过", "refused"),
  SUSPENDED("attention", "suspended", "认证暂停", "suspended"),
  REVOKED("stop", "revoked", "认证撤销", "revoked"),
  HELD("attention", "suspended", "停下待查", "held"),
  RECALLED("stop", "revoked", "已召回", "recalled"),
  /** Of a label: ordered by the office and not handed out, or never issued. */
  NOT_IN_USE("attention", "unknown", "未启用", "not in use yet"),
  /** Of a label: spoiled or lost. */
  VOIDED("refused", "refused", "标签作废", "label void"),
  /** Of a label: its link carries a signature, and not the right one. */
  MISSIGNED("attention", "suspended", "签名对不上", "signature does not fit"),
  /** Of a label: its scans look as if it had been copied. */
  SUSPECT("attention", "suspended", "可能被仿造", "may be a copy"),
  UNKNOWN("neutral", "unknown", "未知", "unknown");

  private final String look;
  private final String seal;
  private final String chinese;
  private final String english;

  ScanState(String look, String seal, String chinese, String english) {
    this.look = look;
    this.seal = seal;
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * @param certification null until there is one
   */
  static ScanState of(Lot lot, Certification certification, LocalDate today) {
    if (lot.state() == LotState.CERTIFIED && certification.isExpired(today)) {
      return EXPIRED;
    }
    return switch (lot.state()) {
      case CERTIFIED -> CERTIFIED;
      case DRAFT, SUBMITTED, RETURNED -> PENDING;
      case REFUSED -> REFUSED;
      case SUSPENDED -> SUSPENDED;
      case REVOKED -> REVOKED;
      case HELD -> HELD;
      case RECALLED -> RECALLED;
    };
  }

  /**
   * What the page of a label says first: that the lot was stopped, else what is wrong with the
   * label, else how the lot stands.
   *
   * @param hands where the label is; empty for one that was never issued
   * @param isMissigned whether it carries a signature that does not fit
   */
  public ScanState ofLabel(Optional<Hands> hands, boolean isMissigned, boolean isSuspect) {
    if (isStop()) {
      return this;
    }
    if (hands.isEmpty() || hands.get() == Hands.IN_STOCK) {
      return NOT_IN_USE;
    }
    if (hands.get().isVoid()) {
      return VOIDED;
    }
    return isMissigned ? MISSIGNED : isSuspect ? SUSPECT : this;
  }

  /** Whether it is about the label and not about the lot. */
  public boolean isOfLabel() {
    return this == NOT_IN_USE || this == VOIDED || this == MISSIGNED || this == SUSPECT;
  }

  /** Whether this step led to the state. */
  boolean isReachedBy(TraceEventType type) {
    return switch (this) {
      case CERTIFIED, EXPIRED -> type == TraceEventType.CERTIFIED;
      case PENDING -> type == TraceEventType.SUBMITTED;
      case REFUSED -> type == TraceEventType.REFUSED;
      case SUSPENDED -> type == TraceEventType.SUSPENDED;
      case REVOKED -> type == TraceEventType.REVOKED;
      case HELD -> type == TraceEventType.HELD;
      case RECALLED -> type == TraceEventType.RECALLED;
      case NOT_IN_USE, VOIDED, MISSIGNED, SUSPECT, UNKNOWN -> false;
    };
  }

  /** Whether somebody stopped the sale and said why. */
  public boolean isStop() {
    return this == REFUSED
        || this == SUSPENDED
        || this == REVOKED
        || this == HELD
        || this == RECALLED;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The stylesheet's class. */
  public String look() {
    return look;
  }

  /** The drawn seal. */
  public String seal() {
    return seal;
  }
}
