package org.xiangpin.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.mass.LotMass;
import org.xiangpin.mass.MassBreach;

/**
 * A lot as the office sees it, and what this person may do with it now.
 *
 * @param panels what the features above tell of it
 * @param breaches what was asked of it beyond its weight; for those who judge it
 * @param mayCertify as an inspector of the township
 * @param mayJudge stop its sale, too, which the county does as well
 */
public record LotView(
    Lot lot,
    Optional<Certification> certification,
    Optional<CommitmentCertificate> commitment,
    List<TraceEvent> events,
    Optional<LotMass> mass,
    List<MassBreach> breaches,
    List<LotPanel.Panel> panels,
    String traceUrl,
    boolean mayAct,
    boolean mayCertify,
    boolean mayJudge) {

  static LotView of(Lot lot, CurrentAccount me, String publicUrl, List<LotPanel.Panel> panels) {
    List<TraceEvent> newestFirst = new ArrayList<>(TraceEvent.of(lot.id()));
    Collections.reverse(newestFirst);
    boolean mayJudge = lot.isJudgedBy(me);
    return new LotView(
        lot,
        Certification.ofLot(lot.id()),
        CommitmentCertificate.ofLot(lot.id()),
        newestFirst,
        LotMass.ofLot(lot.id()),
        mayJudge ? MassBreach.ofLot(lot.id()) : List.of(),
        panels,
        lot.traceUrl(publicUrl),
        lot.producer().isActedForBy(me),
        me.covers(Role.TOWNSHIP_INSPECTOR, lot.regionCode()),
        mayJudge);
  }

  /** Whether somebody asked for more than there was, and no inspector has looked at it yet. */
  public boolean hasOpenBreach() {
    return breaches.stream().anyMatch(b -> !b.isNoted());
  }

  public boolean isState(String name) {
    return lot.state().name().equals(name);
  }

  public boolean mustCommitFirst() {
    return lot.mustCommit() && commitment.isEmpty();
  }
}
