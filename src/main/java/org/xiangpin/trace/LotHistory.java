package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.epcis.EpcisEvents;
import org.xiangpin.lotevent.LotEvent;
import org.xiangpin.shared.Times;
import org.xiangpin.tracelog.LogPlace;
import org.xiangpin.tracelog.TraceLog;

/**
 * Records the steps in a lot's life, in the caller's transaction: the trace event; for what is
 * public its event in EPCIS and its entry in the public log, which names that event; and the news
 * for the features above. Many steps take few statements.
 */
@ApplicationScoped
public class LotHistory {

  @Inject StepWords words;
  @Inject EpcisEvents epcis;
  @Inject TraceLog log;
  @Inject Clock clock;
  @Inject Event<LotChanged> changed;

  /** A step that takes place now. */
  @Transactional(TxType.MANDATORY)
  public TraceEvent record(Lot lot, TraceEventType type, Actor actor, String reason) {
    return record(lot, type, Times.now(clock), actor, reason, Map.of());
  }

  /**
   * A step of the lot as a whole.
   *
   * @see Step
   */
  @Transactional(TxType.MANDATORY)
  public TraceEvent record(
      Lot lot,
      TraceEventType type,
      Instant happenedAt,
      Actor actor,
      String reason,
      Map<String, ?> facts) {
    return record(List.of(Step.of(lot, type, happenedAt, actor, reason, facts))).get(0);
  }

  /**
   * Steps that were taken together. The lots are locked.
   *
   * @return in the order of the steps
   */
  @Transactional(TxType.MANDATORY)
  public List<TraceEvent> record(List<Step> steps) {
    Repeats repeats = Repeats.among(steps);
    List<TraceEvent> events = new ArrayList<>();
    steps.forEach(step -> events.add(new TraceEvent(step, repeats.add(step), clock)));
    say(steps, events);
    enter(steps, events);
    for (int i = 0; i < steps.size(); i++) {
      TraceEvent event = events.get(i);
      Lot lot = steps.get(i).lot();
      event.persist();
      if (!event.isRepeated()) {
        lot.touch(event.recordedAt());
        changed.fire(new LotChanged(lot.id(), lot.gtin(), lot.code()));
      }
    }
    return events;
  }

  /** States a lot's facts anew. What was stated last is declared wrong in EPCIS, not changed. */
  void correct(Step step) {
    var wrong = TraceEvent.lastStatementOf(step.lot().id());
    TraceEvent corrected = record(List.of(step)).get(0);
    wrong.ifPresent(id -> epcis.declareWrong(id, corrected.epcisId()));
  }

  /** Each event is recorded once, however many lots share it. */
  private void say(List<Step> steps, List<TraceEvent> events) {
    Map<LotEvent, List<TraceEvent>> said = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.type().isPublic()) {
        TraceEvent event = events.get(i);
        LotEvent words = step.event() == null ? this.words.say(step, event.id()) : step.event();
        said.computeIfAbsent(words, any -> new ArrayList<>()).add(event);
      }
    }
    if (said.isEmpty()) {
      return;
    }
    Iterator<String> ids =
        epcis.record(said.keySet().stream().map(LotEvent::json).toList()).iterator();
    for (List<TraceEvent> shared : said.values()) {
      String id = ids.next();
      shared.forEach(event -> event.saidAs(id));
    }
  }

  private void enter(List<Step> steps, List<TraceEvent> events) {
    List<TraceEvent> entered = new ArrayList<>();
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).type().isPublic()) {
        entered.add(events.get(i));
        entries.add(events.get(i).entry(steps.get(i)));
      }
    }
    List<LogPlace> places = entries.isEmpty() ? List.of() : log.append(entries);
    for (int i = 0; i < places.size(); i++) {
      entered.get(i).enteredAt(places.get(i));
    }
  }
}
