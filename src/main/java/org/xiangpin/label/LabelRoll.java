package org.xiangpin.label;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Slice;
import org.xiangpin.trace.Lot;
import org.xiangpin.traceability.LabelSerials;

/** A roll of labels of one lot, indexes 1 to {@link #size()}. */
@Entity
@Table(name = "label_roll")
public class LabelRoll extends PanacheEntityBase {

  @Id Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "lot_id")
  Lot lot;

  int number;
  int size;

  @Column(name = "pack_grams")
  Long packGrams;

  boolean codes;
  int spoiled;

  @Column(name = "key_id")
  Long keyId;

  @Column(name = "issued_by")
  Long issuedBy;

  @Column(name = "issued_at")
  Instant issuedAt;

  protected LabelRoll() {}

  /**
   * @throws InvalidInput unless it has 1 to 1,000,000 labels
   */
  LabelRoll(Lot lot, int number, RollFacts facts, LabelKey key, Long issuedBy, Instant now) {
    if (facts.size() < 1 || facts.size() > LabelSerials.MAX_INDEX) {
      throw new InvalidInput("size", "一卷是1到100万枚标签。", "A roll has 1 to 1,000,000 labels.");
    }
    this.id = Ids.next();
    this.lot = lot;
    this.number = number;
    this.size = facts.size();
    this.packGrams = facts.packGrams();
    this.codes = facts.hasCodes();
    this.keyId = key.id();
    this.issuedBy = issuedBy;
    this.issuedAt = now;
  }

  public static List<LabelRoll> of(Lot lot) {
    return list("lot.id = ?1 order by number", lot.id());
  }

  /** A page of the rolls within a scope, the newest first. */
  static Slice<LabelRoll> within(ProducerScope scope, String after) {
    ProducerScope asked = scope.with("before", Slice.before(after));
    List<LabelRoll> found =
        LabelRoll.<LabelRoll>find(
                "from LabelRoll r join fetch r.lot l join fetch l.product join fetch l.producer p"
                    + " where r.id < :before and "
                    + asked.where()
                    + " order by r.id desc",
                asked.values())
            .page(0, Slice.ASKED)
            .list();
    return Slice.of(found, roll -> roll.id);
  }

  /** Lots of which the mass balance has another weight labelled. Empty, always. */
  public static List<Long> listLabelledOtherwise() {
    return getEntityManager()
        .createQuery(
            """
            select m.lotId from LotMass m where m.labelledGrams <>
              coalesce((select sum((r.size - r.spoiled) * r.packGrams) from LabelRoll r where r.lot.id = m.lotId), 0)
            """,
            Long.class)
        .getResultList();
  }

  /** To lock the lot's row before anything of it is read. */
  public static Long lotIdOf(Long rollId) {
    return getEntityManager()
        .createQuery("select r.lot.id from LabelRoll r where r.id = :id", Long.class)
        .setParameter("id", rollId)
        .getResultStream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  static int nextNumber(Lot lot) {
    return of(lot).stream().mapToInt(LabelRoll::number).max().orElse(0) + 1;
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Lot lot() {
    return lot;
  }

  /** Whether it may be printed: its lot is not stopped. */
  public boolean isPrintable() {
    return LabelService.mayBeLabelled(lot);
  }

  /** 1 for the lot's first roll. */
  public int number() {
    return number;
  }

  public int size() {
    return size;
  }

  /** What is in a pack, in grams; null for rolls older than the question. */
  public Long packGrams() {
    return packGrams;
  }

  /** Whether each label has a one-time code under a layer to scratch off. */
  public boolean hasCodes() {
    return codes;
  }

  /** So many more were spoiled before use; the caller holds the lot's lock. */
  public void spoil(int more) {
    getEntityManager()
        .createQuery("update LabelRoll set spoiled = spoiled + :more where id = :id")
        .setParameter("more", more)
        .setParameter("id", id)
        .executeUpdate();
  }

  Long keyId() {
    return keyId;
  }

  public Instant issuedAt() {
    return issuedAt;
  }
}
