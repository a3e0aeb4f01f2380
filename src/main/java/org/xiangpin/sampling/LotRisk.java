package org.xiangpin.sampling;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.xiangpin.producer.Produce;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;

/**
 * Why a lot is tested: points, none below 0. How many stand for what is the county's judgement, not
 * a law's; they are kept with the plan.
 */
@Embeddable
public class LotRisk {

  private static final int POINTS_A_FINDING = 50;
  private static final int MOST_FINDINGS = 2;
  private static final int POINTS_MISSING = 15;
  private static final int POINTS_A_LATE_RECORD = 5;
  private static final int MOST_LATE_RECORDS = 4;
  private static final int DAYS_A_POINT = 5;
  private static final int MOST_CHANCE = 20;

  /** By the beginning of the class of NY/T 3177; the longest that fits holds. */
  private static final Map<String, Integer> BY_CLASS =
      Map.of(
          "", 10, "0103", 20, "0104", 25, "010409", 30, "0106", 15, "010701", 25, "02", 15, "03",
          20);

  @Column(name = "lot_id")
  Long lotId;

  int product;
  int findings;
  int missing;
  int late;
  int waiting;

  @Column(name = "size")
  int weight;

  int chance;

  protected LotRisk() {}

  static LotRisk of(Lot lot, ProducerHistory history, long seed) {
    LotRisk risk = new LotRisk();
    risk.lotId = lot.id();
    risk.product = byClass(lot.product().categoryCode());
    risk.findings = POINTS_A_FINDING * Math.min(history.findings(), MOST_FINDINGS);
    risk.missing = isSprayed(lot) && history.sprays() == 0 ? POINTS_MISSING : 0;
    risk.late = POINTS_A_LATE_RECORD * Math.min(history.lateSprays(), MOST_LATE_RECORDS);
    risk.waiting = history.daysUntested() / DAYS_A_POINT;
    risk.weight = bySize(lot.quantityGrams());
    risk.chance = new SplittableRandom(seed ^ lot.id()).nextInt(MOST_CHANCE + 1);
    return risk;
  }

  private static int byClass(String category) {
    return BY_CLASS.entrySet().stream()
        .filter(e -> category.startsWith(e.getKey()))
        .max((a, b) -> a.getKey().length() - b.getKey().length())
        .orElseThrow()
        .getValue();
  }

  private static boolean isSprayed(Lot lot) {
    return lot.product().produce() == Produce.FRUIT || lot.product().produce() == Produce.CROP;
  }

  /** From one, five and twenty tons on. */
  private static int bySize(long grams) {
    return grams >= 20_000_000 ? 15 : grams >= 5_000_000 ? 10 : grams >= 1_000_000 ? 5 : 0;
  }

  public int score() {
    return product + findings + missing + late + waiting + weight + chance;
  }

  /** What gave how many points, the most first said what matters most. */
  public List<String> reasons(Lang t) {
    List<String> reasons = new ArrayList<>();
    add(reasons, findings, t.of("近期检出过问题", "recent findings"));
    add(reasons, waiting, t.of("很久没有检测", "days since the last test"));
    add(reasons, late, t.of("用药补记得晚", "sprays recorded late"));
    add(reasons, missing, t.of("一年没有用药记录", "no sprays recorded in a year"));
    add(reasons, product, t.of("产品风险", "kind of product"));
    add(reasons, weight, t.of("数量大", "weight"));
    add(reasons, chance, t.of("随机", "chance"));
    return reasons;
  }

  private static void add(List<String> reasons, int points, String why) {
    if (points > 0) {
      reasons.add(why + " " + points);
    }
  }

  public Long lotId() {
    return lotId;
  }
}
