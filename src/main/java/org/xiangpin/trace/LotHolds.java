package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Times;

/**
 * What a recall does to a lot, in the caller's transaction: hold it, which stops the sale; release
 * it to where it stood; or recall it for good. Several lots go in the order of their ids.
 */
@ApplicationScoped
public class LotHolds {

  @Inject LotHistory history;
  @Inject Clock clock;

  /**
   * @param reason buyers read it as it is
   * @param facts what the public log tells of the step
   */
  @Transactional(TxType.MANDATORY)
  public void hold(Long lotId, Actor actor, String reason, Map<String, ?> facts) {
    Lot lot = Lot.lock(lotId);
    lot.hold();
    record(lot, TraceEventType.HELD, actor, reason, facts);
  }

  /** One recall less holds it; without any it is again what it was. */
  @Transactional(TxType.MANDATORY)
  public void release(Long lotId, Actor actor, String reason, Map<String, ?> facts) {
    Lot lot = Lot.lock(lotId);
    lot.release();
    record(lot, TraceEventType.RELEASED, actor, reason, facts);
  }

  @Transactional(TxType.MANDATORY)
  public void recall(Long lotId, Actor actor, String reason, Map<String, ?> facts) {
    Lot lot = Lot.lock(lotId);
    lot.recall();
    record(lot, TraceEventType.RECALLED, actor, reason, facts);
  }

  private void record(
      Lot lot, TraceEventType type, Actor actor, String reason, Map<String, ?> facts) {
    history.record(lot, type, Times.now(clock), actor, reason, facts);
  }
}
