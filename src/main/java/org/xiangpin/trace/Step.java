package org.xiangpin.trace;

import java.time.Instant;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.lotevent.LotEvent;

/**
 * A step of a lot's life that is to be recorded.
 *
 * @param happenedAt when it took place; not after now
 * @param reason may be null; the words of who did it
 * @param facts what the public log tells of the step beside lot and time; public for ever, never
 *     personal
 * @param grams what it is about; null for the lot as a whole
 * @param event what it is in EPCIS where several lots share one event; null to have the step's own
 */
public record Step(
    Lot lot,
    TraceEventType type,
    Instant happenedAt,
    Actor actor,
    String reason,
    Map<String, ?> facts,
    Long grams,
    LotEvent event) {

  /** Of the lot as a whole. */
  public static Step of(
      Lot lot,
      TraceEventType type,
      Instant happenedAt,
      Actor actor,
      String reason,
      Map<String, ?> facts) {
    return new Step(lot, type, happenedAt, actor, reason, facts, null, null);
  }

  /** Of a part of it. */
  public Step of(long someGrams) {
    return new Step(lot, type, happenedAt, actor, reason, facts, someGrams, event);
  }

  /** As it is said in EPCIS for all lots that take part. */
  public Step in(LotEvent shared) {
    return new Step(lot, type, happenedAt, actor, reason, facts, grams, shared);
  }
}
