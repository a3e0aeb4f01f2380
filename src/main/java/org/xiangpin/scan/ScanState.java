package org.xiangpin.scan;

import java.time.LocalDate;
import org.xiangpin.trace.Certification;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotState;

/** What the page says first. */
public enum ScanState {
  CERTIFIED("certified", "certified"),
  EXPIRED("attention", "waiting"),
  PENDING("waiting", "waiting"),
  REFUSED("refused", "refused"),
  SUSPENDED("attention", "suspended"),
  REVOKED("stop", "revoked"),
  UNKNOWN("refused", "unknown");

  private final String look;
  private final String seal;

  ScanState(String look, String seal) {
    this.look = look;
    this.seal = seal;
  }

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
    };
  }

  public String look() {
    return look;
  }

  public String seal() {
    return seal;
  }
}
