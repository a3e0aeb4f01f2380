package org.xiangpin.residue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Recorder;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.Words;
import org.xiangpin.trace.Lot;

/**
 * A rapid residue test (速测) of a lot, with two clocks and the threshold as it was. Never changed: a
 * positive one is repeated. Who held the pipette stays in the office.
 */
@Entity
@Immutable
@Table(name = "rapid_test")
public class RapidTest extends PanacheEntityBase {

  /** 100 %. */
  static final int MOST_PERMILLE = 1000;

  private static final int LONGEST_NAME = 64;

  /**
   * What somebody states about a test.
   *
   * @param valuePermille tenths of a percent, 0 to 1000
   * @param operator who made it; never public
   */
  public record Facts(
      RapidMethod method, String kit, int valuePermille, String operator, Instant testedAt) {}

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  @Enumerated(EnumType.STRING)
  RapidMethod method;

  String kit;

  @Column(name = "value_permille")
  int valuePermille;

  @Column(name = "threshold_permille")
  int thresholdPermille;

  String operator;

  @Column(name = "tested_at")
  Instant testedAt;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Embedded Recorder recorder;

  @Column(name = "repeats_id")
  Long repeatsId;

  protected RapidTest() {}

  /**
   * @param repeated the positive test that this one repeats; null for a first one
   */
  RapidTest(
      Lot lot, Facts facts, RapidTest repeated, ResidueConfig config, Actor actor, Clock clock) {
    if (facts.method() == null) {
      throw new InvalidInput("method", "请选检测方法。", "Choose the method.");
    }
    if (facts.valuePermille() < 0 || facts.valuePermille() > MOST_PERMILLE) {
      throw new InvalidInput("value", "数值是百分之 0 到 100。", "The value is 0 to 100 percent.");
    }
    LocalDate day = LocalDate.ofInstant(facts.testedAt(), Lang.CHINA);
    if (facts.testedAt().isAfter(Times.now(clock))) {
      throw new InvalidInput("testedOn", "检测时间不能在现在之后。", "The test can't lie in the future.");
    }
    if (day.isBefore(lot.harvestedOn())) {
      throw new InvalidInput(
          "testedOn", "检测日期在采收之前，请检查。", "The test lies before the harvest; check the day.");
    }
    this.id = Ids.next();
    this.lotId = lot.id();
    this.method = facts.method();
    this.kit = Words.required(facts.kit(), "kit", LONGEST_NAME);
    this.valuePermille = facts.valuePermille();
    this.thresholdPermille = method.thresholdPermille(config);
    this.operator = Words.required(facts.operator(), "operator", LONGEST_NAME);
    this.testedAt = facts.testedAt();
    this.recordedAt = Times.now(clock);
    this.recorder = Recorder.of(actor);
    this.repeatsId = repeated == null ? null : repeated.id;
  }

  /** In the order in which they were recorded. */
  public static List<RapidTest> of(Collection<Long> lotIds) {
    return list("lotId in ?1 order by id", lotIds);
  }

  /** The positive test by this method that nobody repeated yet; asked under the lot's lock. */
  static Optional<RapidTest> toRepeat(Lot lot, RapidMethod method) {
    List<RapidTest> tests =
        RapidTest.<RapidTest>find("lotId = ?1 and method = ?2 order by id", lot.id(), method)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
    return tests.stream()
        .filter(t -> t.isPositive() && t.repeatsId == null)
        .filter(t -> tests.stream().noneMatch(r -> t.id.equals(r.repeatsId)))
        .findFirst();
  }

  /** What the public log tells of it. */
  Map<String, ?> facts() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("id", Ids.toText(id));
    facts.put("method", method.name());
    facts.put("valuePermille", valuePermille);
    facts.put("thresholdPermille", thresholdPermille);
    facts.put("result", isPositive() ? "POSITIVE" : "NO_POSITIVE");
    if (repeatsId != null) {
      facts.put("repeats", Ids.toText(repeatsId));
    }
    return Map.of("test", facts);
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

  public RapidMethod method() {
    return method;
  }

  public String kit() {
    return kit;
  }

  /** Tenths of a percent. */
  public int valuePermille() {
    return valuePermille;
  }

  /** Tenths of a percent; from here on it is positive. */
  public int thresholdPermille() {
    return thresholdPermille;
  }

  public boolean isPositive() {
    return valuePermille >= thresholdPermille;
  }

  /** 12.5 %. */
  public String valueText() {
    return percent(valuePermille);
  }

  public String thresholdText() {
    return percent(thresholdPermille);
  }

  private static String percent(int permille) {
    return BigDecimal.valueOf(permille, 1).stripTrailingZeros().toPlainString() + "%";
  }

  /** Never more than the test can say. */
  public String resultText(Lang lang) {
    return isPositive()
        ? lang.of("速测阳性", "Rapid test positive")
        : lang.of("速测未见阳性", "Rapid test negative");
  }

  /** For the office only. */
  public String operator() {
    return operator;
  }

  public Instant testedAt() {
    return testedAt;
  }

  public LocalDate testedOn() {
    return LocalDate.ofInstant(testedAt, Lang.CHINA);
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  /** Null for a test that repeats none. */
  public Long repeatsId() {
    return repeatsId;
  }
}
