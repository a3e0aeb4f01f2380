package org.xiangpin.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollIssued;
import org.xiangpin.mass.MassBalance;
import org.xiangpin.mass.MassUse;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;

/** Hands ranges over and voids them, under the lock of the lot's row. */
@ApplicationScoped
public class CustodyService {

  static final int LONGEST_REASON = 200;

  @Inject LotHistory history;
  @Inject MassBalance mass;
  @Inject Clock clock;

  /** The first step of every roll, in the transaction that issues it. */
  @Transactional(TxType.MANDATORY)
  void issued(@Observes RollIssued news) {
    LabelRoll roll = news.roll();
    Holder holder =
        new Holder(news.actor().accountId(), news.actor().name(), roll.lot().regionCode());
    new CustodyStep(
            roll,
            1,
            news.event(),
            news.isOrdered() ? CustodyStep.Kind.ORDERED : CustodyStep.Kind.ISSUED,
            1,
            roll.size(),
            news.isOrdered() ? null : holder)
        .persist();
  }

  /**
   * Hands labels over.
   *
   * @param giver in whose hands they are; null for the office's stock
   * @throws WrongState when not all of them are there (any more)
   */
  @Transactional
  public void handOver(Long rollId, Long giver, int first, int last, Holder receiver, Actor actor) {
    LabelRoll roll = lock(rollId);
    List<CustodyStep> steps = requireWith(giver, roll, first, last);
    if (receiver.accountId().equals(giver)) {
      throw new InvalidInput("to", "标签已经在他手里了。", "This person has them already.");
    }
    TraceEvent event = history.record(roll.lot(), TraceEventType.LABELS_HANDED_OVER, actor, null);
    add(roll, steps, event, CustodyStep.Kind.HANDED_OVER, first, last, receiver);
  }

  /**
   * Voids labels for good. Those that were spoiled before use will never be on a pack, so the grams
   * they stood for may be labelled again; lost ones may turn up on anything, and theirs stay taken.
   *
   * @param kind {@code SPOILED} or {@code LOST}
   * @param reason 1 to 200 characters
   * @throws WrongState when not all of them are where they are said to be
   */
  @Transactional
  public void voidLabels(
      Long rollId,
      Long giver,
      int first,
      int last,
      CustodyStep.Kind kind,
      String reason,
      Actor actor) {
    if (kind != CustodyStep.Kind.SPOILED && kind != CustodyStep.Kind.LOST) {
      throw new InvalidInput("kind", "请选：坏了，还是丢了。", "Choose: spoiled or lost.");
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new InvalidInput("reason", "请写明原因，最多二百字。", "Give the reason, at most 200 characters.");
    }
    LabelRoll roll = lock(rollId);
    List<CustodyStep> steps = requireWith(giver, roll, first, last);
    Map<String, ?> facts =
        Map.of(
            "labels",
            Map.of("roll", roll.number(), "first", first, "last", last, "fate", kind.name()));
    TraceEvent event =
        history.record(
            roll.lot(),
            TraceEventType.LABELS_VOIDED,
            Times.now(clock),
            actor,
            reason.strip(),
            facts);
    add(roll, steps, event, kind, first, last, null);
    if (kind == CustodyStep.Kind.SPOILED && roll.packGrams() != null) {
      int count = last - first + 1;
      roll.spoil(count);
      mass.giveBack(roll.lot().id(), MassUse.LABELLED, Math.multiplyExact(count, roll.packGrams()));
    }
  }

  private static void add(
      LabelRoll roll,
      List<CustodyStep> before,
      TraceEvent event,
      CustodyStep.Kind kind,
      int first,
      int last,
      Holder holder) {
    new CustodyStep(roll, before.size() + 1, event, kind, first, last, holder).persist();
  }

  /** Steps of one lot follow each other, so two that overlap see one another. */
  private static LabelRoll lock(Long rollId) {
    Lot.lock(LabelRoll.lotIdOf(rollId));
    return LabelRoll.findById(rollId);
  }

  /** The roll's steps so far. */
  private static List<CustodyStep> requireWith(Long giver, LabelRoll roll, int first, int last) {
    if (first < 1 || last > roll.size() || first > last) {
      throw new InvalidInput(
          "first",
          "这卷是1到" + roll.size() + "号，从小到大填。",
          "The roll holds 1 to " + roll.size() + "; the smaller number first.");
    }
    List<CustodyStep> steps = CustodyStep.lockOfRoll(roll.id());
    Custody.of(steps)
        .notWith(giver, first, last)
        .ifPresent(
            range -> {
              throw notThere(range);
            });
    return steps;
  }

  private static WrongState notThere(Custody.Range range) {
    String labels = range.labels(Lang.ZH);
    return switch (range.hands()) {
      case IN_HANDS ->
          new WrongState(
              labels + "号已经在" + range.holder().name() + "手里。请刷新看看，再选。",
              "Labels " + labels + " are with " + range.holder().name() + " already. Look again.");
      case IN_STOCK ->
          new WrongState(
              labels + "号还没有发出去。请刷新看看，再选。",
              "Labels " + labels + " are not handed out yet. Look again.");
      case SPOILED, LOST ->
          new WrongState(
              labels + "号" + range.hands().label(Lang.ZH) + "，不能再用。",
              "Labels "
                  + labels
                  + " can’t be used any more: "
                  + range.hands().label(Lang.EN)
                  + ".");
    };
  }
}
