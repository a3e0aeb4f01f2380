package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Times;
import org.xiangpin.tracelog.TraceLog;

/**
 * Records the steps in a lot's life, in the caller's transaction: the trace event, for what is
 * public its entry in the public log, and the news for the features above.
 */
@ApplicationScoped
public class LotHistory {

  @Inject TraceLog log;
  @Inject Clock clock;
  @Inject Event<LotChanged> changed;

  /** A step that takes place now. */
  @Transactional(TxType.MANDATORY)
  public TraceEvent record(Lot lot, TraceEventType type, Actor actor, String reason) {
    return record(lot, type, Times.now(clock), actor, reason, Map.of());
  }

  /**
   * @param happenedAt when it took place; not after now
   * @param reason may be null; the words of who did it
   * @param facts what the log's entry tells of the step beside lot and time; public for ever, never
   *     personal
   */
  @Transactional(TxType.MANDATORY)
  public TraceEvent record(
      Lot lot,
      TraceEventType type,
      Instant happenedAt,
      Actor actor,
      String reason,
      Map<String, ?> facts) {
    TraceEvent event = new TraceEvent(lot, type, happenedAt, actor, reason, clock);
    if (type.isPublic()) {
      event.enter(log, lot, facts);
    }
    event.persist();
    lot.touch(event.recordedAt());
    changed.fire(new LotChanged(lot.id(), lot.gtin(), lot.code()));
    return event;
  }
}
