package org.xiangpin.trace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.tracelog.LogPlace;

/**
 * One step in a lot's life: what, when it happened, when it was recorded, who did it and for whom.
 * Never changed: a mistake is followed by a correction.
 */
@Entity
@Table(name = "trace_event")
@org.hibernate.annotations.Immutable
public class TraceEvent extends PanacheEntityBase {

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  @Enumerated(EnumType.STRING)
  TraceEventType type;

  @Column(name = "happened_at")
  Instant happenedAt;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Embedded Actor actor;

  @Column(name = "region_code")
  String regionCode;

  @Column(name = "quantity_grams")
  Long quantityGrams;

  String reason;

  @Column(name = "log_batch")
  Long logBatch;

  @Column(name = "log_position")
  int logPosition;

  @Column(name = "log_salt")
  byte[] logSalt;

  @Column(name = "epcis_id")
  String epcisId;

  boolean repeated;

  protected TraceEvent() {}

  /**
   * @param repeated whether the lot's life has such a step already
   */
  TraceEvent(Step step, boolean repeated, Clock clock) {
    Lot lot = step.lot();
    this.id = Ids.next();
    this.lotId = lot.id();
    this.type = step.type();
    this.happenedAt = step.happenedAt();
    this.recordedAt = Times.now(clock);
    this.repeated = repeated;
    this.actor = step.actor();
    this.regionCode = lot.regionCode();
    this.quantityGrams = lot.quantityGrams();
    this.reason = step.reason();
  }

  /** What the public log keeps of it; its names and words as a salted hash. */
  byte[] entry(Step step) {
    Map<String, Object> personal = new TreeMap<>();
    personal.put("actor", actor.name());
    personal.put("role", actor.role());
    personal.put("onBehalf", actor.onBehalfOfProducerId() != null);
    personal.put("reason", reason);
    this.logSalt = LogEntry.salt();
    return LogEntry.of(this, step.lot(), personal, logSalt, step.facts());
  }

  void enteredAt(LogPlace place) {
    this.logBatch = place.batch();
    this.logPosition = place.position();
  }

  void saidAs(String eventId) {
    this.epcisId = eventId;
  }

  /**
   * In the order in which they were recorded; of what happens with every parcel the first alone.
   */
  public static List<TraceEvent> of(long lotId) {
    return list("lotId = ?1 and repeated = false order by recordedAt, id", lotId);
  }

  /** The event in which the lot's facts were stated last. */
  static Optional<String> lastStatementOf(long lotId) {
    return TraceEvent.<TraceEvent>find(
            "lotId = ?1 and type in ?2 and epcisId is not null order by id desc",
            lotId,
            List.of(TraceEventType.HARVESTED, TraceEventType.CORRECTED))
        .firstResultOptional()
        .map(TraceEvent::epcisId);
  }

  public Long id() {
    return id;
  }

  public TraceEventType type() {
    return type;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  /** Whether it was written down on a later day than it happened. */
  public boolean isRecordedLater() {
    return LocalDate.ofInstant(happenedAt, Lang.CHINA)
        .isBefore(LocalDate.ofInstant(recordedAt, Lang.CHINA));
  }

  public Long actorId() {
    return actor.accountId();
  }

  public String actorName() {
    return actor.name();
  }

  /** Null for a shop that acts by its key. */
  public Role actorRole() {
    return actor.role();
  }

  /** The producer for whom somebody else acted; null when nobody stood in. */
  public Long onBehalfOfProducerId() {
    return actor.onBehalfOfProducerId();
  }

  public Long quantityGrams() {
    return quantityGrams;
  }

  public String reason() {
    return reason;
  }

  /** Its place in the public log; null for a step that is not public. */
  public LogPlace logPlace() {
    return logBatch == null ? null : new LogPlace(logBatch, logPosition);
  }

  /** Its event in EPCIS; null for a step that is not public. */
  public String epcisId() {
    return epcisId;
  }

  /** Whether the same happened to the lot before. */
  boolean isRepeated() {
    return repeated;
  }
}
