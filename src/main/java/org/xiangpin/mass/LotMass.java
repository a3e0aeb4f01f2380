package org.xiangpin.mass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/**
 * Where the grams of a lot went. To read from; changes are statements of {@link MassBalance}. What
 * came in is as much as passed on, shrunk, destroyed, offered and free together.
 */
@Entity
@Table(name = "lot_mass")
@org.hibernate.annotations.Immutable
public class LotMass extends PanacheEntityBase {

  @Id
  @Column(name = "lot_id")
  Long lotId;

  @Column(name = "in_grams")
  long inGrams;

  @Column(name = "passed_on_grams")
  long passedOnGrams;

  @Column(name = "shrunk_grams")
  long shrunkGrams;

  @Column(name = "destroyed_grams")
  long destroyedGrams;

  @Column(name = "offered_grams")
  long offeredGrams;

  @Column(name = "labelled_grams")
  long labelledGrams;

  protected LotMass() {}

  /** Empty for a lot that was neither labelled nor certified yet. */
  public static Optional<LotMass> ofLot(Long lotId) {
    return findByIdOptional(lotId);
  }

  /** As the township certified it. */
  public long inGrams() {
    return inGrams;
  }

  public long passedOnGrams() {
    return passedOnGrams;
  }

  public long shrunkGrams() {
    return shrunkGrams;
  }

  public long destroyedGrams() {
    return destroyedGrams;
  }

  /** In the shop's stock, and sold from it. */
  public long offeredGrams() {
    return offeredGrams;
  }

  /** Labels issued times the weight of a pack; counted beside the others. */
  public long labelledGrams() {
    return labelledGrams;
  }

  /** Neither passed on, nor gone, nor offered. */
  public long freeGrams() {
    return inGrams - passedOnGrams - shrunkGrams - destroyedGrams - offeredGrams;
  }
}
