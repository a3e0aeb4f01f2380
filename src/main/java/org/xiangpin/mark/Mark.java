package org.xiangpin.mark;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Recorder;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.Words;
import org.xiangpin.shared.WrongState;

/**
 * A mark (标志) with its certificate: held by a producer, or by the county for all its producers. It
 * holds from its first day to its last, both included; a renewed one is another mark.
 */
@Entity
@Table(name = "mark")
public class Mark extends PanacheEntityBase {

  /** How long before its last day the office is reminded. */
  public static final int REMIND_DAYS = 60;

  private static final int MOST_YEARS = 20;

  /**
   * What somebody copies from the certificate.
   *
   * @param name as on the certificate, such as 汉寿甲鱼
   * @param holder null when the county holds it
   * @param validTo last day; null for one without an end
   */
  public record Facts(
      MarkKind kind,
      String name,
      String certificateNumber,
      Producer holder,
      Collection<Product> products,
      LocalDate validFrom,
      LocalDate validTo) {}

  @Id Long id;

  @Enumerated(EnumType.STRING)
  MarkKind kind;

  String name;

  @Column(name = "certificate_number")
  String certificateNumber;

  @Column(name = "county_code")
  String countyCode;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "producer_id")
  Producer holder;

  @ManyToMany
  @JoinTable(
      name = "mark_product",
      joinColumns = @JoinColumn(name = "mark_id"),
      inverseJoinColumns = @JoinColumn(name = "product_id"))
  Set<Product> products = new LinkedHashSet<>();

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_to")
  LocalDate validTo;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Embedded Recorder recorder;

  @Column(name = "ended_on")
  LocalDate endedOn;

  @Column(name = "end_reason")
  String endReason;

  protected Mark() {}

  public Mark(String countyCode, Facts facts, Actor actor, Clock clock) {
    if (facts.kind() == null) {
      throw new InvalidInput("kind", "请选是什么标志。", "Choose the kind of mark.");
    }
    requireDays(facts, Times.today(clock));
    if (facts.products().isEmpty()
        || facts.products().stream().anyMatch(p -> !p.countyCode().equals(countyCode))) {
      throw new InvalidInput("product", "请选它管哪些产品。", "Choose the products that it covers.");
    }
    if (facts.holder() != null
        && !Region.countyOf(facts.holder().regionCode()).equals(countyCode)) {
      throw new NotFound();
    }
    this.id = Ids.next();
    this.kind = facts.kind();
    this.name = Words.required(facts.name(), "name", 64);
    this.certificateNumber = Words.required(facts.certificateNumber(), "number", 40);
    if (count("kind = ?1 and certificateNumber = ?2", kind, certificateNumber) > 0) {
      throw new WrongState("这个证书编号已经登记过了。", "This certificate has been entered already.");
    }
    this.countyCode = countyCode;
    this.holder = facts.holder();
    this.products.addAll(facts.products());
    this.validFrom = facts.validFrom();
    this.validTo = facts.validTo();
    this.recordedAt = Times.now(clock);
    this.recorder = Recorder.of(actor);
  }

  private static void requireDays(Facts facts, LocalDate today) {
    if (facts.validFrom() == null) {
      throw new InvalidInput("validFrom", "请填从哪天起有效。", "Enter the first day.");
    }
    if (facts.validTo() == null) {
      if (!facts.kind().mayBeEndless()) {
        throw new InvalidInput("validTo", "这种证书有期限，请填有效到哪天。", "It has a last day; enter it.");
      }
      return;
    }
    if (facts.validTo().isBefore(facts.validFrom())) {
      throw new InvalidInput("validTo", "有效期的两个日期反了。", "The last day lies before the first.");
    }
    if (facts.validTo().isBefore(today)) {
      throw new InvalidInput("validTo", "这张证书已经过期。", "The certificate has ended already.");
    }
    if (facts.validTo().isAfter(today.plusYears(MOST_YEARS))) {
      throw new InvalidInput("validTo", "有效期太长，请检查。", "The last day lies too far ahead.");
    }
  }

  /** Those that hold for a producer's goods of a product on a day. */
  public static List<Mark> validFor(Producer producer, Product product, LocalDate day) {
    return list(
        "select distinct m from Mark m join m.products p left join fetch m.holder where p.id = ?1"
            + " and m.countyCode = ?2 and (m.holder is null or m.holder.id = ?3)"
            + " and m.validFrom <= ?4 and (m.validTo is null or m.validTo >= ?4)"
            + " and (m.endedOn is null or m.endedOn > ?4) order by m.id",
        product.id(),
        product.countyCode(),
        producer.id(),
        day);
  }

  /** Those of a county that nobody ended, the first to end first. */
  static List<Mark> ofCounty(String countyCode) {
    return list(
        "from Mark m left join fetch m.holder where m.countyCode = ?1 and m.endedOn is null"
            + " order by case when m.validTo is null then 1 else 0 end, m.validTo, m.id",
        countyCode);
  }

  /** How many of a county end within {@link #REMIND_DAYS} days, today included. */
  static long countEnding(String countyCode, LocalDate today) {
    return count(
        "countyCode = ?1 and endedOn is null and validTo between ?2 and ?3",
        countyCode,
        today,
        today.plusDays(REMIND_DAYS));
  }

  /**
   * It was taken away before its last day: from today on it is not shown. By one conditional
   * statement: of two at once one does it.
   */
  static void end(Long id, String reason, Clock clock) {
    int ended =
        update(
            "endedOn = ?1, endReason = ?2 where id = ?3 and endedOn is null",
            Times.today(clock),
            Words.required(reason, "reason", 500),
            id);
    if (ended == 0) {
      throw new WrongState("这个标志已经停用了。", "The mark has been ended already.");
    }
  }

  public boolean isEndingSoon(LocalDate today) {
    return validTo != null
        && !isExpired(today)
        && validTo.isBefore(today.plusDays(REMIND_DAYS + 1));
  }

  public boolean isExpired(LocalDate today) {
    return validTo != null && validTo.isBefore(today);
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public MarkKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public String certificateNumber() {
    return certificateNumber;
  }

  public String countyCode() {
    return countyCode;
  }

  /** Null when the county holds it. */
  public Producer holder() {
    return holder;
  }

  /** As it may stand on public pages: the producer's shown name, or the county's. */
  public String publicHolder() {
    return holder == null ? Region.nameOf(countyCode, countyCode) : holder.publicName();
  }

  /** 黄桃、甲鱼. */
  public String productNames(Lang lang) {
    return String.join(lang.of("、", ", "), products.stream().map(p -> p.label(lang)).toList());
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  /** Last day; null for one without an end. */
  public LocalDate validTo() {
    return validTo;
  }
}
