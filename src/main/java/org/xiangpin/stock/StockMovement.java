package org.xiangpin.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;

/** Goods that came in, or a correction after weighing, with its reason. Never changed. */
@Entity
@Table(name = "stock_movement")
public class StockMovement extends PanacheEntityBase {

  /** Why the stock moved. */
  public enum Kind {
    RECEIPT("入库", "Receipt"),
    CORRECTION("更正", "Correction");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String label(Lang lang) {
      return lang.of(chinese, english);
    }
  }

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  @Enumerated(EnumType.STRING)
  Kind kind;

  long grams;
  String reason;

  @Column(name = "actor_id")
  Long actorId;

  @Column(name = "recorded_at")
  Instant recordedAt;

  protected StockMovement() {}

  StockMovement(Long lotId, Kind kind, long grams, String reason, Long actorId, Instant now) {
    this.id = Ids.next();
    this.lotId = lotId;
    this.kind = kind;
    this.grams = grams;
    this.reason = reason;
    this.actorId = actorId;
    this.recordedAt = now;
  }

  /** The latest first. */
  public static List<StockMovement> ofLot(Long lotId) {
    return list("lotId = ?1 order by id desc", lotId);
  }

  /** For the page that shows it as the latest. */
  public String idText() {
    return Ids.toText(id);
  }

  public Kind kind() {
    return kind;
  }

  /** Below zero when goods went away. */
  public long grams() {
    return grams;
  }

  /** Null for a receipt. */
  public String reason() {
    return reason;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
