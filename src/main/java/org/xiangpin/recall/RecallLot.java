package org.xiangpin.recall;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;

/**
 * A lot in a recall, and what was found of it again. To read from; changes are statements of {@link
 * RecallService}.
 */
@Entity
@Table(name = "recall_lot")
@IdClass(RecallLot.Key.class)
@org.hibernate.annotations.Immutable
public class RecallLot extends PanacheEntityBase {

  /** A lot stands once in a recall. */
  public record Key(Long recallId, Long lotId) implements Serializable {}

  @Id
  @Column(name = "recall_id")
  Long recallId;

  @Id
  @Column(name = "lot_id")
  Long lotId;

  @Column(name = "found_grams")
  long foundGrams;

  @Column(name = "destroyed_grams")
  long destroyedGrams;

  protected RecallLot() {}

  static List<RecallLot> of(Long recallId) {
    return list("recallId = ?1 order by lotId", recallId);
  }

  public Long lotId() {
    return lotId;
  }

  /** At shops and buyers, those that were destroyed then among them. */
  public long foundGrams() {
    return foundGrams;
  }

  public long destroyedGrams() {
    return destroyedGrams;
  }
}
