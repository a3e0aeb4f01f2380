package org.xiangpin.residue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Recorder;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.Words;
import org.xiangpin.trace.Lot;

/**
 * A laboratory's report (检验报告) on a lot: who, which number, when sampled and issued, what was found
 * against the limits of GB 2763, passed or failed. Never changed.
 */
@Entity
@Immutable
@Table(name = "lab_report")
public class LabReport extends PanacheEntityBase {

  /**
   * What somebody copies from the paper.
   *
   * @param cmaNumber the laboratory's certificate of qualification (CMA)
   */
  public record Facts(
      String lab,
      String cmaNumber,
      String reportNumber,
      LocalDate sampledOn,
      LocalDate issuedOn,
      Boolean passed,
      List<LabItem> items) {}

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  String lab;

  @Column(name = "cma_number")
  String cmaNumber;

  @Column(name = "report_number")
  String reportNumber;

  @Column(name = "sampled_on")
  LocalDate sampledOn;

  @Column(name = "issued_on")
  LocalDate issuedOn;

  boolean passed;

  @ElementCollection
  @CollectionTable(name = "lab_item", joinColumns = @JoinColumn(name = "report_id"))
  @OrderColumn(name = "position")
  List<LabItem> items;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Embedded Recorder recorder;

  @Column(name = "reexamines_id")
  Long reexaminesId;

  protected LabReport() {}

  /**
   * @param reexamined the failing report of another laboratory that this one looked at again; null
   *     for none
   */
  LabReport(Lot lot, Facts facts, LabReport reexamined, Actor actor, Clock clock) {
    LocalDate today = Times.today(clock);
    if (facts.sampledOn() == null || facts.issuedOn() == null) {
      throw new InvalidInput("issuedOn", "请填抽样和签发日期。", "Enter the days of sampling and issue.");
    }
    if (facts.issuedOn().isAfter(today)) {
      throw new InvalidInput("issuedOn", "签发日期不能在今天之后。", "The report can't be issued after today.");
    }
    if (facts.sampledOn().isAfter(facts.issuedOn())) {
      throw new InvalidInput("sampledOn", "抽样在签发之后，请检查。", "Sampled after it was issued; check it.");
    }
    if (facts.sampledOn().isBefore(lot.harvestedOn())) {
      throw new InvalidInput("sampledOn", "抽样在采收之前，请检查。", "Sampled before the harvest; check it.");
    }
    if (facts.passed() == null) {
      throw new InvalidInput("passed", "请选合格还是不合格。", "Choose passed or failed.");
    }
    if (facts.passed() && facts.items().stream().anyMatch(LabItem::isOverLimit)) {
      throw new InvalidInput(
          "passed", "有一项超过限量，不能选合格。", "An item is above its limit: it can't have passed.");
    }
    this.id = Ids.next();
    this.lotId = lot.id();
    this.lab = Words.required(facts.lab(), "lab", 96);
    this.cmaNumber = code(facts.cmaNumber());
    this.reportNumber = Words.required(facts.reportNumber(), "reportNumber", 40);
    this.sampledOn = facts.sampledOn();
    this.issuedOn = facts.issuedOn();
    this.passed = facts.passed();
    this.items = List.copyOf(facts.items());
    this.recordedAt = Times.now(clock);
    this.recorder = Recorder.of(actor);
    if (reexamined != null) {
      this.reexaminesId = requireAnothers(reexamined).id;
    }
  }

  /** Nobody looks again at a report of his own. */
  private LabReport requireAnothers(LabReport reexamined) {
    if (reexamined.passed
        || !reexamined.lotId.equals(lotId)
        || reexamined.cmaNumber.equals(cmaNumber)) {
      throw new InvalidInput(
          "reexamines",
          "复检要由另一家检验机构来做，针对不合格的那份报告。",
          "Another laboratory re-examines, and a failing report only.");
    }
    return reexamined;
  }

  private static String code(String cma) {
    if (cma == null || !cma.matches("[0-9A-Z()-]{6,20}")) {
      throw new InvalidInput(
          "cmaNumber", "请照报告首页填 CMA 证书编号。", "Enter the CMA number from the report's first page.");
    }
    return cma;
  }

  /** In the order in which they were recorded. */
  public static List<LabReport> of(Collection<Long> lotIds) {
    return list("lotId in ?1 order by id", lotIds);
  }

  /** What the public log tells of it. */
  Map<String, ?> facts() {
    return Map.of(
        "report",
        Map.of(
            "id",
            Ids.toText(id),
            "cma",
            cmaNumber,
            "number",
            reportNumber,
            "sampledOn",
            sampledOn.toString(),
            "issuedOn",
            issuedOn.toString(),
            "result",
            passed ? "PASSED" : "FAILED"));
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

  public String lab() {
    return lab;
  }

  public String cmaNumber() {
    return cmaNumber;
  }

  public String reportNumber() {
    return reportNumber;
  }

  public LocalDate sampledOn() {
    return sampledOn;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public boolean isPassed() {
    return passed;
  }

  public List<LabItem> items() {
    return items;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  /** Null for a report that re-examines none. */
  public Long reexaminesId() {
    return reexaminesId;
  }
}
