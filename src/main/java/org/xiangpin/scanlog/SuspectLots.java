package org.xiangpin.scanlog;

import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotList;

/** Lots with labels that may have been copied, and that nobody has cleared yet. */
final class SuspectLots {

  private static final String SUSPECT =
      "exists (select 1 from Suspicion x where x.lotId = l.id and x.open = true)";

  private SuspectLots() {}

  /** Those that this person certifies and stops, the newest first. */
  static List<Lot> judgedBy(CurrentAccount me, int limit) {
    return LotList.newest(ProducerScope.seenBy(me), SUSPECT, limit).stream()
        .filter(lot -> lot.isJudgedBy(me))
        .toList();
  }

  /** Those that this person has to do with, as producer or as who looks after it. */
  static long countSeenBy(CurrentAccount me) {
    ProducerScope scope = ProducerScope.seenBy(me);
    return Lot.<Lot>find(
            "select l from Lot l join l.producer p where " + SUSPECT + " and " + scope.where(),
            scope.values())
        .count();
  }
}
