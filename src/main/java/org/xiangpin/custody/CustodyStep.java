package org.xiangpin.custody;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Slice;
import org.xiangpin.trace.TraceEvent;

/**
 * What happened to a range of a roll's labels. Never changed; who did it, when and why stands in
 * the lot's trace event.
 */
@Entity
@Table(name = "custody_step")
@org.hibernate.annotations.Immutable
public class CustodyStep extends PanacheEntityBase {

  /** Kinds of steps, and where the labels are after it. */
  public enum Kind {
    ISSUED("印好，自己用", "Printed for own use", Hands.IN_HANDS),
    ORDERED("办公室印好，还没发", "Printed by the office", Hands.IN_STOCK),
    HANDED_OVER("移交", "Handed over", Hands.IN_HANDS),
    SPOILED("坏了，作废", "Spoiled, void", Hands.SPOILED),
    LOST("丢了，作废", "Lost, void", Hands.LOST);

    private final String chinese;
    private final String english;
    private final Hands after;

    Kind(String chinese, String english, Hands after) {
      this.chinese = chinese;
      this.english = english;
      this.after = after;
    }

    public String label(Lang lang) {
      return lang.of(chinese, english);
    }

    Hands after() {
      return after;
    }
  }

  @Id Long id;

  @Column(name = "roll_id")
  Long rollId;

  int number;

  @Column(name = "event_id")
  Long eventId;

  @Enumerated(EnumType.STRING)
  Kind kind;

  @Column(name = "first_index")
  int first;

  @Column(name = "last_index")
  int last;

  @Column(name = "holder_id")
  Long holderId;

  @Column(name = "holder_name")
  String holderName;

  @Column(name = "region_code")
  String regionCode;

  protected CustodyStep() {}

  /**
   * @param number 1 for the roll's first step
   * @param holder null when nobody has the labels after it
   */
  CustodyStep(
      LabelRoll roll, int number, TraceEvent event, Kind kind, int first, int last, Holder holder) {
    this.id = Ids.next();
    this.rollId = roll.id();
    this.number = number;
    this.eventId = event.id();
    this.kind = kind;
    this.first = first;
    this.last = last;
    this.holderId = holder == null ? null : holder.accountId();
    this.holderName = holder == null ? null : holder.name();
    this.regionCode = holder == null ? null : holder.regionCode();
  }

  /** In their order. */
  static List<CustodyStep> ofRoll(Long rollId) {
    return list("rollId = ?1 order by number", rollId);
  }

  /** The same as they are now, not as the transaction's snapshot has them. */
  static List<CustodyStep> lockOfRoll(Long rollId) {
    return CustodyStep.<CustodyStep>find("rollId = ?1 order by number", rollId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The roll, if this person may see its producer or ever had labels of it. */
  static LabelRoll requireRoll(String id, CurrentAccount me) {
    return Ids.parse(id)
        .map(i -> LabelRoll.<LabelRoll>findById(i))
        .filter(
            roll ->
                roll.lot().producer().isSeenBy(me)
                    || count("rollId = ?1 and holderId = ?2", roll.id(), me.id()) > 0)
        .orElseThrow(NotFound::new);
  }

  /** Rolls of which this person has, or had, labels; the newest first. */
  static Slice<LabelRoll> rollsOf(Long accountId, String after) {
    List<LabelRoll> found =
        LabelRoll.<LabelRoll>find(
                "from LabelRoll r join fetch r.lot l join fetch l.product join fetch l.producer"
                    + " where r.id < ?1 and exists (select 1 from CustodyStep s"
                    + " where s.rollId = r.id and s.holderId = ?2) order by r.id desc",
                Slice.before(after),
                accountId)
            .page(0, Slice.ASKED)
            .list();
    return Slice.of(found, LabelRoll::id);
  }

  /** Whether labels were ever handed to this person. */
  static boolean wasHandedTo(Long accountId) {
    return count("holderId = ?1 and kind = ?2", accountId, Kind.HANDED_OVER) > 0;
  }

  /** Who has the labels after it; empty when nobody has. */
  Optional<Holder> holder() {
    return Optional.ofNullable(holderId).map(h -> new Holder(h, holderName, regionCode));
  }

  public Long rollId() {
    return rollId;
  }

  public int number() {
    return number;
  }

  public Long eventId() {
    return eventId;
  }

  public Kind kind() {
    return kind;
  }

  /** The labels that it is about: 1–500. */
  public String labels(Lang lang) {
    return new Custody.Range(first, last, kind.after(), null).labels(lang);
  }

  /** Null when nobody has the labels after it. */
  public String holderName() {
    return holderName;
  }
}
