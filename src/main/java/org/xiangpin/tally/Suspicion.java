package org.xiangpin.tally;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.WrongState;

/**
 * A label that may have been copied (可能被仿造), until an inspector has looked and clears it with a
 * reason. Noted by {@link CloneWatch}.
 */
@Entity
@Table(name = "label_suspicion")
public class Suspicion extends PanacheEntityBase {

  private static final int LONGEST_REASON = 500;

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  int roll;

  @Column(name = "label_index")
  int index;

  @Enumerated(EnumType.STRING)
  CloneRule rule;

  long amount;
  long minutes;

  @Column(name = "noticed_at")
  Instant noticedAt;

  @Column(name = "is_open")
  Boolean open;

  @Column(name = "cleared_at")
  Instant clearedAt;

  @Column(name = "cleared_by")
  Long clearedBy;

  @Column(name = "cleared_name")
  String clearedName;

  String reason;

  protected Suspicion() {}

  /** The open ones first, the latest first. */
  public static List<Suspicion> ofLot(Long lotId, int limit) {
    return Suspicion.<Suspicion>find(
            "lotId = ?1 order by case when open = true then 0 else 1 end, id desc", lotId)
        .page(0, limit)
        .list();
  }

  public static long countOpen(Long lotId) {
    return count("lotId = ?1 and open = true", lotId);
  }

  /**
   * An inspector looked and found nothing wrong; what was scanned until now is not held against the
   * label again. Of two at once one does it.
   *
   * @param reason 1 to 500 characters
   * @throws WrongState when it was cleared before
   */
  void clear(String why, Actor actor, Instant now) {
    if (why.isBlank() || why.length() > LONGEST_REASON) {
      throw new InvalidInput(
          "reason", "请写明查到什么，最多五百字。", "Say what you found, at most 500 characters.");
    }
    int cleared =
        update(
            "open = null, clearedAt = ?1, clearedBy = ?2, clearedName = ?3, reason = ?4"
                + " where id = ?5 and open = true",
            now,
            actor.accountId(),
            actor.name(),
            why.strip(),
            id);
    if (cleared == 0) {
      throw new WrongState("已经有人查过，解除了。", "Somebody has cleared it already.");
    }
    // every node reads the counts written lately: so the page says it within two seconds
    getEntityManager()
        .createNativeQuery(
            "update scan_tally set written_at = :now"
                + " where lot_id = :lot and roll = :roll and label_index = :label")
        .setParameter("now", now)
        .setParameter("lot", lotId)
        .setParameter("roll", roll)
        .setParameter("label", index)
        .executeUpdate();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Long lotId() {
    return lotId;
  }

  public int roll() {
    return roll;
  }

  public int index() {
    return index;
  }

  /** What was noticed, in a sentence. */
  public String sentence(Lang lang) {
    return rule.sentence(lang, amount, minutes);
  }

  public Instant noticedAt() {
    return noticedAt;
  }

  public boolean isOpen() {
    return open != null;
  }

  /** Null while it is open, as are the next two. */
  public Instant clearedAt() {
    return clearedAt;
  }

  public String clearedName() {
    return clearedName;
  }

  public String reason() {
    return reason;
  }
}
