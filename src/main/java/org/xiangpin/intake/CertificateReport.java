package org.xiangpin.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.lineage.IncomingCheck.Gap;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;

/**
 * A collector tells the agriculture office (township or county) that goods came with an incomplete
 * certificate (Order 2025 No. 4). The office answers once, in words.
 */
@Entity
@Table(name = "certificate_report")
public class CertificateReport extends PanacheEntityBase {

  private static final int LONGEST_TEXT = 500;

  @Id Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "intake_id")
  Intake intake;

  @Column(name = "region_code")
  String regionCode;

  @Embedded Gaps gaps;
  String note;

  @Column(name = "reported_at")
  Instant reportedAt;

  @Column(name = "reported_by")
  Long reportedBy;

  @Column(name = "reported_name")
  String reportedName;

  String answer;

  @Column(name = "answered_at")
  Instant answeredAt;

  @Column(name = "answered_by")
  Long answeredBy;

  @Column(name = "answered_name")
  String answeredName;

  protected CertificateReport() {}

  /**
   * @param note what the collector adds, at most 500 characters; may be blank
   * @throws WrongState when nothing is taken in, nothing is missing, or it is reported already
   */
  CertificateReport(Intake intake, String note, Actor actor, Clock clock) {
    if (intake.state() != IntakeState.TAKEN || intake.gaps().isEmpty()) {
      throw new WrongState(
          "合格证没有缺什么，不用报。", "The certificate lacks nothing; there is nothing to report.");
    }
    if (ofIntake(intake.id()).isPresent()) {
      throw new WrongState("已经报过了。", "It has been reported already.");
    }
    this.id = Ids.next();
    this.intake = intake;
    this.regionCode = intake.reportTo();
    this.gaps = intake.gaps;
    this.note = note == null || note.isBlank() ? null : fitting(note, "note");
    this.reportedAt = Times.now(clock);
    this.reportedBy = actor.accountId();
    this.reportedName = actor.name();
  }

  private static String fitting(String text, String field) {
    String plain = text == null ? "" : text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_TEXT) {
      throw new InvalidInput(field, "请写几句，最多五百字。", "Write a few words, at most 500 characters.");
    }
    return plain;
  }

  public static Optional<CertificateReport> ofIntake(Long intakeId) {
    return find("intake.id", intakeId).firstResultOptional();
  }

  /** Those of the person's townships or counties, the open ones first, then the newest. */
  static List<CertificateReport> judgedBy(CurrentAccount me, int limit) {
    return me.judgedRegions()
        .flatMap(
            scope ->
                CertificateReport.<CertificateReport>find(
                    "from CertificateReport c join fetch c.intake i join fetch i.collector"
                        + " join fetch i.received r join fetch r.product"
                        + " left join fetch i.source s left join fetch s.producer"
                        + " where c.regionCode like ?1"
                        + " order by case when c.answeredAt is null then 0 else 1 end, c.id desc",
                    scope)
                    .page(0, limit)
                    .<CertificateReport>list()
                    .stream())
        .distinct()
        .limit(limit)
        .toList();
  }

  /** How many wait for this person's answer. */
  static long countOpenFor(CurrentAccount me) {
    return me.judgedRegions()
        .mapToLong(scope -> count("answeredAt is null and regionCode like ?1", scope))
        .sum();
  }

  /** The report, if this person answers for its region; otherwise as if it were not there. */
  static CertificateReport require(Long id, CurrentAccount me) {
    return Optional.ofNullable(id)
        .map(i -> CertificateReport.<CertificateReport>findById(i))
        .filter(
            c ->
                me.covers(Role.TOWNSHIP_INSPECTOR, c.regionCode)
                    || me.covers(Role.COUNTY_ADMIN, c.regionCode))
        .orElseThrow(NotFound::new);
  }

  /**
   * Answers it, by one conditional statement: who comes second is told so.
   *
   * @param words 1 to 500 characters: what was done
   */
  static void answer(Long id, String words, Actor actor, Clock clock) {
    int answered =
        update(
            "answer = ?1, answeredAt = ?2, answeredBy = ?3, answeredName = ?4"
                + " where id = ?5 and answeredAt is null",
            fitting(words, "answer"),
            Times.now(clock),
            actor.accountId(),
            actor.name(),
            id);
    if (answered == 0) {
      throw new WrongState("已经有人答复了。", "Somebody has answered it already.");
    }
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Intake intake() {
    return intake;
  }

  public String regionCode() {
    return regionCode;
  }

  public List<Gap> gaps() {
    return gaps.list();
  }

  public String note() {
    return note;
  }

  public Instant reportedAt() {
    return reportedAt;
  }

  public String reportedName() {
    return reportedName;
  }

  public boolean isAnswered() {
    return answeredAt != null;
  }

  public String answer() {
    return answer;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  public String answeredName() {
    return answeredName;
  }
}
