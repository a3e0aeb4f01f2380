package org.xiangpin.mass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Times;

/** Somebody asked for more of a lot than there is (超量). Refused, and kept for the inspector. */
@Entity
@Table(name = "mass_breach")
public class MassBreach extends PanacheEntityBase {

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  @Enumerated(EnumType.STRING)
  @Column(name = "used_for")
  MassUse use;

  @Column(name = "asked_grams")
  long askedGrams;

  @Column(name = "free_grams")
  long freeGrams;

  @Column(name = "actor_id")
  Long actorId;

  @Column(name = "actor_name")
  String actorName;

  @Column(name = "happened_at")
  Instant happenedAt;

  @Column(name = "noted_by")
  Long notedBy;

  @Column(name = "noted_at")
  Instant notedAt;

  protected MassBreach() {}

  MassBreach(MassBreached breach) {
    this.id = Ids.next();
    this.lotId = breach.lotId();
    this.use = breach.use();
    this.askedGrams = breach.asked();
    this.freeGrams = breach.free();
    this.actorId = breach.actorId();
    this.actorName = breach.actorName();
    this.happenedAt = breach.at();
  }

  /** The latest first. */
  public static List<MassBreach> ofLot(Long lotId) {
    return list("lotId = ?1 order by id desc", lotId);
  }

  /** An inspector has seen those of a lot; they stay, and nobody is reminded of them any more. */
  public static void note(Long lotId, Long inspectorId, Clock clock) {
    update(
        "notedBy = ?1, notedAt = ?2 where lotId = ?3 and notedAt is null",
        inspectorId,
        Times.now(clock),
        lotId);
  }

  public Long lotId() {
    return lotId;
  }

  public MassUse use() {
    return use;
  }

  public long askedGrams() {
    return askedGrams;
  }

  /** What was left at that moment. */
  public long freeGrams() {
    return freeGrams;
  }

  public String actorName() {
    return actorName;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  /** Whether an inspector has seen it. */
  public boolean isNoted() {
    return notedAt != null;
  }
}
