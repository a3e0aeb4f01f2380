package org.xiangpin.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;

/**
 * A lot as the office sees it, and what this person may do with it now.
 *
 * @param mayCertify as an inspector of the township
 * @param mayJudge stop its sale, too, which the county does as well
 */
public record LotView(
    Lot lot,
    Optional<Certification> certification,
    Optional<CommitmentCertificate> commitment,
    List<TraceEvent> events,
    String traceUrl,
    boolean mayAct,
    boolean mayCertify,
    boolean mayJudge) {

  static LotView of(Lot lot, CurrentAccount me, String publicUrl) {
    List<TraceEvent> newestFirst = new ArrayList<>(TraceEvent.of(lot.id()));
    Collections.reverse(newestFirst);
    return new LotView(
        lot,
        Certification.ofLot(lot.id()),
        CommitmentCertificate.ofLot(lot.id()),
        newestFirst,
        lot.traceUrl(publicUrl),
        lot.producer().isActedForBy(me),
        me.covers(Role.TOWNSHIP_INSPECTOR, lot.regionCode()),
        me.covers(Role.TOWNSHIP_INSPECTOR, lot.regionCode())
            || me.covers(Role.COUNTY_ADMIN, lot.regionCode()));
  }

  public boolean isState(String name) {
    return lot.state().name().equals(name);
  }

  public boolean mustCommitFirst() {
    return lot.producer().kind().mustCommit() && commitment.isEmpty();
  }
}
