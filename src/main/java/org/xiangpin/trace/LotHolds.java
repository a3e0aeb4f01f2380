package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Times;

/**
 * What a recall does to lots, in the caller's transaction: hold them, which stops the sale; release
 * each to where it stood; or recall them for good.
 */
@ApplicationScoped
public class LotHolds {

  @Inject LotHistory history;
  @Inject Clock clock;

  /**
   * @param lotIds in the order of the ids
   * @param reason buyers read it as it is
   * @param facts what the public log tells of the step
   */
  @Transactional(TxType.MANDATORY)
  public void hold(List<Long> lotIds, Actor actor, String reason, Map<String, ?> facts) {
    record(lotIds, TraceEventType.HELD, Lot::hold, actor, reason, facts);
  }

  /** One recall less holds each; without any it is again what it was. */
  @Transactional(TxType.MANDATORY)
  public void release(List<Long> lotIds, Actor actor, String reason, Map<String, ?> facts) {
    record(lotIds, TraceEventType.RELEASED, Lot::release, actor, reason, facts);
  }

  @Transactional(TxType.MANDATORY)
  public void recall(List<Long> lotIds, Actor actor, String reason, Map<String, ?> facts) {
    record(lotIds, TraceEventType.RECALLED, Lot::recall, actor, reason, facts);
  }

  private void record(
      List<Long> lotIds,
      TraceEventType type,
      Consumer<Lot> change,
      Actor actor,
      String reason,
      Map<String, ?> facts) {
    Instant now = Times.now(clock);
    List<Step> steps = new ArrayList<>();
    for (Long id : lotIds) {
      Lot lot = Lot.lock(id);
      change.accept(lot);
      steps.add(Step.of(lot, type, now, actor, reason, facts));
    }
    history.record(steps);
  }
}
