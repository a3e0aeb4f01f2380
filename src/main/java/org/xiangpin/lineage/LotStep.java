package org.xiangpin.lineage;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.xiangpin.account.Actor;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.Ids;

/**
 * A step in which goods became others, or fewer: what went in, what came out, and what was lost on
 * the way. It has two clocks, when it happened and when it was recorded. Never changed.
 */
@Entity
@Table(name = "lot_step")
@org.hibernate.annotations.Immutable
public class LotStep extends PanacheEntityBase {

  @Id Long id;

  @Enumerated(EnumType.STRING)
  StepKind kind;

  @Column(name = "producer_id")
  Long producerId;

  @Column(name = "lot_id")
  Long lotId;

  @Column(name = "in_grams")
  long inGrams;

  @Column(name = "out_grams")
  long outGrams;

  @Column(name = "loss_grams")
  long lossGrams;

  String reason;

  @Column(name = "happened_at")
  Instant happenedAt;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Embedded Actor actor;

  protected LotStep() {}

  private LotStep(
      StepKind kind, Long producerId, long in, long out, Instant happened, Instant now, Actor by) {
    this.id = Ids.next();
    this.kind = kind;
    this.producerId = producerId;
    this.inGrams = in;
    this.outGrams = out;
    this.lossGrams = in - out;
    this.happenedAt = happened;
    this.recordedAt = now;
    this.actor = by;
  }

  static LotStep making(Transformation made, Instant happened, Instant now, Actor by) {
    return new LotStep(
        made.kind(), made.producer().id(), made.gramsIn(), made.gramsOut(), happened, now, by);
  }

  /** Goods went from one producer to another as they were. */
  static LotStep receiving(Producer collector, long grams, Instant now, Actor by) {
    return new LotStep(StepKind.RECEIVED, collector.id(), grams, grams, now, now, by);
  }

  /** Goods of one lot became fewer. */
  static LotStep losing(
      StepKind kind,
      Long lotId,
      Long producerId,
      long grams,
      String reason,
      Instant now,
      Actor by) {
    LotStep step = new LotStep(kind, producerId, grams, 0, now, now, by);
    step.lotId = lotId;
    step.reason = reason;
    return step;
  }

  public Long id() {
    return id;
  }

  public StepKind kind() {
    return kind;
  }

  public long inGrams() {
    return inGrams;
  }

  public long outGrams() {
    return outGrams;
  }

  /** What went in and did not come out: peel, water, what was sorted out. */
  public long lossGrams() {
    return lossGrams;
  }

  public Instant happenedAt() {
    return happenedAt;
  }
}
