package org.xiangpin.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

/** Grams of a lot (库存). To read from; changes are statements of {@link StockService}. */
@Entity
@Table(name = "stock")
public class Stock extends PanacheEntityBase {

  @Id
  @Column(name = "lot_id")
  Long lotId;

  @Column(name = "on_hand_grams")
  long onHandGrams;

  @Column(name = "held_grams")
  long heldGrams;

  @Column(name = "sold_grams")
  long soldGrams;

  protected Stock() {}

  Stock(Long lotId, long grams) {
    this.lotId = lotId;
    this.onHandGrams = grams;
  }

  public static Optional<Stock> ofLot(Long lotId) {
    return findByIdOptional(lotId);
  }

  /** Lots whose books don't agree: received + corrections − sold must be on hand. Empty, always. */
  public static List<Long> listUnbalanced() {
    return getEntityManager()
        .createQuery(
            """
            select s.lotId from Stock s
            where s.onHandGrams + s.soldGrams <>
              coalesce((select sum(m.grams) from StockMovement m where m.lotId = s.lotId), 0)
            """,
            Long.class)
        .getResultList();
  }

  /** Lots of which the mass balance has another weight on offer. Empty, always. */
  public static List<Long> listOfferedOtherwise() {
    return getEntityManager()
        .createQuery(
            """
            select m.lotId from LotMass m left join Stock s on s.lotId = m.lotId
            where m.offeredGrams <> coalesce(s.onHandGrams + s.soldGrams, 0)
            """,
            Long.class)
        .getResultList();
  }

  public Long lotId() {
    return lotId;
  }

  /** In the store, held ones among them. */
  public long onHandGrams() {
    return onHandGrams;
  }

  /** Promised to orders that are not paid yet. */
  public long heldGrams() {
    return heldGrams;
  }

  public long soldGrams() {
    return soldGrams;
  }

  /** What can be ordered. */
  public long availableGrams() {
    return onHandGrams - heldGrams;
  }
}
