package org.xiangpin.recall;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;

/** A lot that is taken back, with all that was made of it. Two persons: one opens, one decides. */
@Entity
@Table(name = "recall")
public class Recall extends PanacheEntityBase {

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  @Column(name = "region_code")
  String regionCode;

  @Enumerated(EnumType.STRING)
  RecallState state;

  String reason;

  @Column(name = "opened_by")
  Long openedBy;

  @Column(name = "opened_name")
  String openedName;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "decided_by")
  Long decidedBy;

  @Column(name = "decided_name")
  String decidedName;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "decision_reason")
  String decisionReason;

  @Column(name = "closed_by")
  Long closedBy;

  @Column(name = "closed_name")
  String closedName;

  @Column(name = "closed_at")
  Instant closedAt;

  String report;

  protected Recall() {}

  Recall(Lot lot, String reason, Actor actor, Clock clock) {
    this.id = Ids.next();
    this.lotId = lot.id();
    this.regionCode = lot.regionCode();
    this.state = RecallState.OPEN;
    this.reason = reason;
    this.openedBy = actor.accountId();
    this.openedName = actor.name();
    this.openedAt = Times.now(clock);
  }

  /** The row, locked until the transaction ends: steps of one recall follow each other. */
  static Recall lock(Long id) {
    Recall recall = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (recall == null) {
      throw new NotFound();
    }
    return recall;
  }

  /** Those of the townships and counties that this person judges, the newest first. */
  static List<Recall> judgedBy(CurrentAccount me, int limit) {
    return me.judgedRegions()
        .flatMap(
            scope ->
                Recall.<Recall>find("regionCode like ?1 order by id desc", scope)
                    .page(0, limit)
                    .<Recall>list()
                    .stream())
        .distinct()
        .limit(limit)
        .toList();
  }

  /** How many wait for this person's decision. */
  static long countWaitingFor(CurrentAccount me) {
    return me.judgedRegions()
        .mapToLong(
            scope ->
                count(
                    "state = ?1 and openedBy <> ?2 and regionCode like ?3",
                    RecallState.OPEN,
                    me.id(),
                    scope))
        .sum();
  }

  /** Those in which a lot is held or recalled, the newest first. */
  static List<Recall> ofLot(Long lotId) {
    return list(
        "id in (select r.recallId from RecallLot r where r.lotId = ?1) order by id desc", lotId);
  }

  static boolean isOpenFor(Long lotId) {
    return count("lotId = ?1 and state = ?2", lotId, RecallState.OPEN) > 0;
  }

  /**
   * @throws NotAllowed for who opened it
   */
  void decide(RecallState decision, String why, Actor actor, Clock clock) {
    if (state != RecallState.OPEN) {
      throw new WrongState("这次召回已经定了。", "The recall has been decided already.");
    }
    if (actor.accountId().equals(openedBy)) {
      throw new NotAllowed(
          "召回要两个人：开的人不能自己定，请另一位核验员或县管理员来定。",
          "A recall takes two persons: another inspector or the county administrator decides.");
    }
    this.state = decision;
    this.decisionReason = why;
    this.decidedBy = actor.accountId();
    this.decidedName = actor.name();
    this.decidedAt = Times.now(clock);
  }

  void close(String words, Actor actor, Clock clock) {
    requireConfirmed();
    this.state = RecallState.CLOSED;
    this.report = words;
    this.closedBy = actor.accountId();
    this.closedName = actor.name();
    this.closedAt = Times.now(clock);
  }

  void requireConfirmed() {
    if (state != RecallState.CONFIRMED) {
      throw new WrongState(
          "这次召回现在是“" + state.label(Lang.ZH) + "”，不能这样做。",
          "The recall is \"" + state.label(Lang.EN) + "\" now; this step does not follow.");
    }
  }

  /** What the public log tells of it beside each lot. */
  Map<String, ?> facts(int lots) {
    return Map.of("recall", Map.of("number", number(), "lots", lots));
  }

  public Long id() {
    return id;
  }

  /** As it stands on the notice. */
  public String number() {
    return Ids.toText(id);
  }

  /** The lot that it began with. */
  public Long lotId() {
    return lotId;
  }

  public RecallState state() {
    return state;
  }

  public boolean isState(String name) {
    return state.name().equals(name);
  }

  public String reason() {
    return reason;
  }

  public Long openedBy() {
    return openedBy;
  }

  public String openedName() {
    return openedName;
  }

  public Instant openedAt() {
    return openedAt;
  }

  /** Null while nobody decided. */
  public String decidedName() {
    return decidedName;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String decisionReason() {
    return decisionReason;
  }

  /** Null until it is closed. */
  public String closedName() {
    return closedName;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public String report() {
    return report;
  }
}
