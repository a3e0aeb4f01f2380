package org.xiangpin.intake;

import java.util.Collection;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Slice;

/** Intakes by who asks for them: those that a person sees, and those that wait for a person. */
final class IntakeList {

  private IntakeList() {}

  /**
   * A page of those that this person may see, the newest first.
   *
   * @param kept those alone that came with a certificate
   */
  static Slice<Intake> seenBy(
      CurrentAccount me, Collection<IntakeState> states, boolean kept, String after) {
    ProducerScope scope =
        ProducerScope.seenBy(me).with("states", states).with("before", Slice.before(after));
    String own = "exists (select 1 from Producer p where p.id = %s and " + scope.where() + ")";
    return Slice.of(
        Intake.<Intake>find(
                Intake.FETCH
                    + " where i.id < :before and i.state in :states and ("
                    + own.formatted("i.collector.id")
                    + " or "
                    + own.formatted("s.producer.id")
                    + ")"
                    + (kept ? " and i.withCertificate = true" : "")
                    + " order by i.id desc",
                scope.values())
            .page(0, Slice.ASKED)
            .list(),
        i -> i.id);
  }

  /** How many wait for the word of somebody for whom this person acts. */
  static long countWaitingFor(CurrentAccount me) {
    ProducerScope scope =
        ProducerScope.actedForBy(me).with("asked", IntakeState.ASKED).with("self", me.id());
    return Intake.count(
        "state = :asked and askedBy <> :self and exists (select 1 from Producer p where p.id ="
            + " source.producer.id and "
            + scope.where()
            + ")",
        scope.values());
  }

  /** Those of a lot, on either side. */
  static List<Intake> ofLot(Long lotId) {
    return Intake.list(Intake.FETCH + " where s.id = ?1 or r.id = ?1 order by i.id desc", lotId);
  }
}
