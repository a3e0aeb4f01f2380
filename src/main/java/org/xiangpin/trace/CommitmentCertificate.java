package org.xiangpin.trace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.Times;

/**
 * The producer's own 承诺达标合格证 for one production batch: product, quantity, origin, day of issue,
 * committing party, contact, basis and the words of the commitment (《农产品质量安全承诺达标合格证管理办法》, Order
 * 2025 No. 4 of the Ministry of Agriculture and Rural Affairs, in force 2026-02-01). The contact is
 * printed on the paper and never shown in public.
 */
@Entity
@Table(name = "commitment_certificate")
@org.hibernate.annotations.Immutable
public class CommitmentCertificate extends PanacheEntityBase {

  /** The words that are committed to; kept with every certificate as they were. */
  static final String TEXT = "我承诺对生产销售的食用农产品：不使用禁用农药、兽药及其他化合物；使用的常规农药、兽药残留不超标；对承诺的真实性负责。";

  /** Months for which whoever issues or collects one keeps it, at least (Order 2025 No. 4). */
  public static final int KEEP_MONTHS = 6;

  /** What the commitment rests on. */
  public enum Basis {
    QUALITY_CONTROL("质量安全控制", "Own quality control"),
    OWN_TEST("自行检测", "Own test"),
    COMMISSIONED_TEST("委托检测", "Commissioned test");

    private final String chinese;
    private final String english;

    Basis(String chinese, String english) {
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

  String number;

  @Column(name = "product_name")
  String productName;

  @Column(name = "quantity_grams")
  long quantityGrams;

  String origin;

  @Column(name = "issued_on")
  LocalDate issuedOn;

  @Column(name = "keep_until")
  LocalDate keepUntil;

  @Column(name = "committing_party")
  String committingParty;

  String contact;

  @Enumerated(EnumType.STRING)
  Basis basis;

  @Column(name = "commitment_text")
  String commitmentText;

  protected CommitmentCertificate() {}

  /**
   * @param contact phone of the committing party
   * @param keepMonths how long it is kept, at least {@link #KEEP_MONTHS}
   */
  CommitmentCertificate(Lot lot, Basis basis, String contact, int keepMonths, Clock clock) {
    if (basis == null) {
      throw new InvalidInput("basis", "请选择承诺依据。", "Choose what the commitment rests on.");
    }
    if (contact == null || !contact.strip().matches("[0-9+ -]{5,20}")) {
      throw new InvalidInput(
          "contact", "请填联系电话，手机号或座机号。", "Enter the contact's phone number, digits only.");
    }
    this.id = Ids.next();
    this.lotId = lot.id();
    this.number = "HGZ-" + Ids.toText(id);
    this.productName = lot.product().label(Lang.ZH);
    this.quantityGrams = lot.quantityGrams();
    this.origin = lot.origin();
    this.issuedOn = Times.today(clock);
    this.keepUntil = issuedOn.plusMonths(Math.max(keepMonths, KEEP_MONTHS));
    this.committingParty = lot.producer().name();
    this.contact = contact.strip();
    this.basis = basis;
    this.commitmentText = TEXT;
  }

  /** A certificate beside the lot that it is for. */
  public record Issued(CommitmentCertificate certificate, Lot lot) {}

  /** A page of those whose producers this person may see, the newest first. */
  public static Slice<Issued> seenBy(CurrentAccount me, String after) {
    ProducerScope scope = ProducerScope.seenBy(me).with("before", Slice.before(after));
    List<Issued> found =
        scope
            .fill(
                getEntityManager()
                    .createQuery(
                        "select c, l from CommitmentCertificate c join Lot l on l.id = c.lotId"
                            + " join fetch l.producer p join fetch l.product where c.id < :before"
                            + " and "
                            + scope.where()
                            + " order by c.id desc",
                        Object[].class))
            .setMaxResults(Slice.ASKED)
            .getResultStream()
            .map(row -> new Issued((CommitmentCertificate) row[0], (Lot) row[1]))
            .toList();
    return Slice.of(found, issued -> issued.certificate.id);
  }

  public static Optional<CommitmentCertificate> ofLot(long lotId) {
    return find("lotId", lotId).firstResultOptional();
  }

  /** What the public log tells of it; party and contact are the paper's own. */
  Map<String, ?> facts() {
    return Map.of(
        "commitment",
        Map.of("number", number, "basis", basis.name(), "issuedOn", issuedOn.toString()));
  }

  public Long lotId() {
    return lotId;
  }

  public String number() {
    return number;
  }

  public String productName() {
    return productName;
  }

  public long quantityGrams() {
    return quantityGrams;
  }

  public String origin() {
    return origin;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  /** The last day on which it must still be there. */
  public LocalDate keepUntil() {
    return keepUntil == null ? issuedOn.plusMonths(KEEP_MONTHS) : keepUntil;
  }

  /** 承诺主体: the producer's full name, as the law asks. */
  public String committingParty() {
    return committingParty;
  }

  /** For the printed certificate only. */
  public String contact() {
    return contact;
  }

  public Basis basis() {
    return basis;
  }

  public String commitmentText() {
    return commitmentText;
  }
}
