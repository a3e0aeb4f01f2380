package org.xiangpin.residue;

import java.util.List;
import java.util.Map;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.region.Region;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotState;

/**
 * A lot in which a test found something that is not resolved, for who judges it.
 *
 * @param standing what is to be done
 */
record OpenFinding(Lot lot, ResidueStanding standing) {

  private static final int MOST_SHOWN = 100;

  private static final String FOUND =
      "from Lot l join fetch l.product join fetch l.producer where l.regionCode like ?1"
          + " and l.state not in ?2 and (exists (select 1 from RapidTest t where t.lotId = l.id"
          + " and t.valuePermille >= t.thresholdPermille) or exists (select 1 from LabReport r"
          + " where r.lotId = l.id and r.passed = false)) order by l.id desc";

  /** The newest first; lots that were stopped for good need nothing more. */
  static List<OpenFinding> judgedBy(CurrentAccount me) {
    List<Lot> lots =
        me.scopes(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN).stream()
            .flatMap(
                scope ->
                    Lot.<Lot>find(
                        FOUND,
                        Region.codesWithin(scope),
                        List.of(LotState.REFUSED, LotState.REVOKED, LotState.RECALLED))
                        .page(0, MOST_SHOWN)
                        .<Lot>list()
                        .stream())
            .distinct()
            .toList();
    Map<Long, ResidueStanding> standings =
        lots.isEmpty() ? Map.of() : ResidueStanding.ofEach(lots.stream().map(Lot::id).toList());
    return lots.stream()
        .map(lot -> new OpenFinding(lot, standings.get(lot.id())))
        .filter(finding -> finding.standing().kind().bars())
        .toList();
  }
}
