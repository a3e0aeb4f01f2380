package org.xiangpin.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Rates of several runs: the median counts, the spread tells what it is worth. */
public record Rates(String name, double[] perSecond) {

  public double median() {
    double[] sorted = perSecond.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Half of the distance from least to most, as a part of the median. */
  public double spread() {
    double least = Arrays.stream(perSecond).min().orElse(0);
    double most = Arrays.stream(perSecond).max().orElse(0);
    return (most - least) / 2 / median();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-28s %8.0f/s  (%.0f to %.0f, %d runs)",
        name,
        median(),
        Arrays.stream(perSecond).min().orElse(0),
        Arrays.stream(perSecond).max().orElse(0),
        perSecond.length);
  }

  /** The line that counts, and a warning when the floor itself would not stand still. */
  public static String ratio(Rates ours, Rates floor, double mustReach) {
    double ratio = ours.median() / floor.median();
    return String.format(
        Locale.ROOT,
        "ratio %.2f (must reach %.2f)%s",
        ratio,
        mustReach,
        floor.spread() > 0.10
            ? String.format(Locale.ROOT, "; the floor varies by ±%.0f %%", floor.spread() * 100)
            : "");
  }
}
