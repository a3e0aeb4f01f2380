package org.xiangpin.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.lineage.IncomingCheck;
import org.xiangpin.lineage.IncomingCheck.Gap;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;

/**
 * A collector takes goods in (入库批次): what, from whom, who asked and who agreed, and which
 * certificate came along. Of a lot here it takes two persons; from outside the collector's own word
 * is all there is, and it is marked so.
 */
@Entity
@Table(name = "intake")
public class Intake extends PanacheEntityBase {

  private static final int LONGEST_REASON = 500;

  /** With all that a page shows of it: {@code s} is the source, {@code r} what was received. */
  static final String FETCH =
      "from Intake i join fetch i.collector left join fetch i.source s left join fetch s.producer"
          + " left join fetch s.product left join fetch i.received r left join fetch r.product";

  @Id Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "collector_id")
  Producer collector;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "source_lot_id")
  Lot source;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "received_lot_id")
  Lot received;

  long grams;

  @Enumerated(EnumType.STRING)
  IntakeState state;

  @Column(name = "asked_at")
  Instant askedAt;

  @Column(name = "asked_by")
  Long askedBy;

  @Column(name = "asked_name")
  String askedName;

  @Enumerated(EnumType.STRING)
  @Column(name = "asked_role")
  Role askedRole;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "decided_by")
  Long decidedBy;

  @Column(name = "decided_name")
  String decidedName;

  String reason;

  /** From outside; a lot here has its producer. */
  @Embedded Seller seller;

  @Column(name = "certificate_number")
  String certificateNumber;

  @Column(name = "with_certificate")
  boolean withCertificate;

  @Embedded Paper paper;
  @Embedded Gaps gaps;

  @Column(name = "keep_until")
  LocalDate keepUntil;

  protected Intake() {}

  private Intake(Producer collector, long grams, Actor asker, Clock clock) {
    if (!collector.kind().isCollector()) {
      throw noCollector();
    }
    if (grams <= 0 || grams > Quantity.MOST_GRAMS) {
      throw new InvalidInput("grams", "重量要大于零。", "The weight must be above zero.");
    }
    this.id = Ids.next();
    this.collector = collector;
    this.grams = grams;
    this.askedAt = Times.now(clock);
    this.askedBy = asker.accountId();
    this.askedName = asker.name();
    this.askedRole = asker.role();
    this.paper = Paper.blank();
    this.gaps = Gaps.NONE;
  }

  static InvalidInput noCollector() {
    return new InvalidInput(
        "collector", "收货的要是合作社、企业或服务站。", "A cooperative, a company or a station takes goods in.");
  }

  /** The collector's side asks for goods of a lot. */
  static Intake ask(Producer collector, Lot source, long grams, Actor asker, Clock clock) {
    Intake intake = new Intake(collector, grams, asker, clock);
    if (source.producerId().equals(collector.id())) {
      throw new InvalidInput("lot", "这批货本来就是自己的。", "The lot is the collector's own.");
    }
    intake.source = source;
    intake.state = IntakeState.ASKED;
    return intake;
  }

  /** The collector's side has taken goods in from outside, and this lot was made of them. */
  static Intake fromOutside(
      OutsideGoods goods, Lot received, int keepMonths, Actor actor, Clock clock) {
    Intake intake = new Intake(goods.collector(), goods.facts().grams(), actor, clock);
    intake.seller = goods.seller();
    intake.withCertificate = goods.withCertificate();
    if (goods.withCertificate()) {
      intake.paper = goods.paper();
      intake.gaps = Gaps.of(goods.paper().gaps());
    }
    intake.take(received, keepMonths, actor, clock);
    return intake;
  }

  /** The row, locked until the transaction ends. */
  static Intake lock(Long id) {
    Intake intake = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (intake == null) {
      throw new NotFound();
    }
    return intake;
  }

  /** Both sides see it, and who looks after either; to others it is as if it were not there. */
  static Intake require(Long id, CurrentAccount me) {
    return Optional.ofNullable(id)
        .map(i -> Intake.<Intake>find(FETCH + " where i.id = ?1", i).<Intake>firstResult())
        .filter(i -> i.isSeenBy(me))
        .orElseThrow(NotFound::new);
  }

  /**
   * The giving side agrees, and the goods are this lot of the collector from now on.
   *
   * @throws NotAllowed for the person who asked: consent takes two
   */
  void agree(Lot becomes, IncomingCheck check, int keepMonths, Actor giver, Clock clock) {
    requireOtherPerson(giver);
    check
        .certificate()
        .ifPresent(
            certificate -> {
              withCertificate = true;
              certificateNumber = certificate.number();
              gaps = Gaps.of(check.missing());
            });
    take(becomes, keepMonths, giver, clock);
  }

  void requireAsked() {
    if (!isAsked()) {
      throw new WrongState(
          "这件事已经定了：" + state.label(Lang.ZH) + "。",
          "This is settled already: " + state.label(Lang.EN) + ".");
    }
  }

  private void requireOtherPerson(Actor giver) {
    if (giver.accountId().equals(askedBy)) {
      throw new NotAllowed(
          "提出收购的人不能替卖家同意，请卖家自己或另一位联络员来点。",
          "Who asked can't agree for the seller; the seller or another officer does.");
    }
  }

  private void take(Lot becomes, int keepMonths, Actor actor, Clock clock) {
    received = becomes;
    settle(IntakeState.TAKEN, null, actor, clock);
    keepUntil =
        Times.today(clock).plusMonths(Math.max(keepMonths, CommitmentCertificate.KEEP_MONTHS));
  }

  void decline(String why, Actor giver, Clock clock) {
    requireAsked();
    if (why == null || why.isBlank() || why.strip().length() > LONGEST_REASON) {
      throw new InvalidInput("reason", "请写明原因，最多五百字。", "Give the reason, at most 500 characters.");
    }
    settle(IntakeState.DECLINED, why.strip(), giver, clock);
  }

  void withdraw(Actor asker, Clock clock) {
    requireAsked();
    settle(IntakeState.WITHDRAWN, null, asker, clock);
  }

  private void settle(IntakeState to, String why, Actor actor, Clock clock) {
    state = to;
    reason = why;
    decidedAt = Times.now(clock);
    decidedBy = actor.accountId();
    decidedName = actor.name();
  }

  private boolean isSeenBy(CurrentAccount me) {
    return collector.isSeenBy(me) || source != null && source.producer().isSeenBy(me);
  }

  /** Whether this person may say yes or no for the giving side. */
  boolean isDecidedBy(CurrentAccount me) {
    return isAsked() && !askedBy.equals(me.id()) && source.producer().isActedForBy(me);
  }

  /** Where its certificate is reported to: the township where the goods grew, or came in. */
  String reportTo() {
    return (source == null ? received : source).townshipCode();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Producer collector() {
    return collector;
  }

  /** Null for goods from outside. */
  public Lot source() {
    return source;
  }

  /** The collector's lot; null until it is taken in. */
  public Lot received() {
    return received;
  }

  /** For its product: the collector's lot, or the lot that is asked for. */
  public Lot goods() {
    return received == null ? source : received;
  }

  public long grams() {
    return grams;
  }

  /** Whether it still waits for a word of the giving side. */
  boolean isAsked() {
    return state == IntakeState.ASKED;
  }

  public IntakeState state() {
    return state;
  }

  public boolean isState(String name) {
    return state.name().equals(name);
  }

  public boolean isFromOutside() {
    return source == null;
  }

  /** Who gave the goods. */
  public Seller seller() {
    return source == null ? seller : Seller.of(source.producer());
  }

  public Instant askedAt() {
    return askedAt;
  }

  public String askedName() {
    return askedName;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String decidedName() {
    return decidedName;
  }

  public String reason() {
    return reason;
  }

  public boolean isWithCertificate() {
    return withCertificate;
  }

  /** Of a lot here; null for a paper from outside. */
  public String certificateNumber() {
    return certificateNumber;
  }

  public Paper paper() {
    return paper;
  }

  public List<Gap> gaps() {
    return gaps.list();
  }

  /** The last day on which the record must still be there; null until it is taken in. */
  public LocalDate keepUntil() {
    return keepUntil;
  }
}
