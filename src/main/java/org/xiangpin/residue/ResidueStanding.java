package org.xiangpin.residue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xiangpin.shared.Lang;

/**
 * Where a lot stands by its tests.
 *
 * @param kind what is to be done
 * @param test the positive test that led there, or the last one; null when a report did, or nothing
 * @param report the report that led there; null when a test did, or nothing
 */
public record ResidueStanding(Kind kind, RapidTest test, LabReport report) {

  /** From the best to the worst. */
  public enum Kind {
    UNTESTED("还没有检测", "Not tested yet", "neutral"),
    CLEAR("速测未见阳性", "Rapid test negative", "certified"),
    PASSED("检验报告合格", "Laboratory report passed", "certified"),
    TO_REPEAT("速测阳性，要复测", "Rapid test positive: to be repeated", "attention"),
    TO_LABORATORY("两次阳性，要送实验室", "Positive twice: to the laboratory", "attention"),
    FAILED("检验报告不合格", "Laboratory report failed", "refused");

    private final String chinese;
    private final String english;
    private final String look;

    Kind(String chinese, String english, String look) {
      this.chinese = chinese;
      this.english = english;
      this.look = look;
    }

    public String label(Lang lang) {
      return lang.of(chinese, english);
    }

    /** Word of the style sheet. */
    public String look() {
      return look;
    }

    /** Whether nobody may vouch for the lot. */
    public boolean bars() {
      return compareTo(TO_REPEAT) >= 0;
    }
  }

  /** Of one lot, from all its tests and reports in the order of recording. */
  public static ResidueStanding of(List<RapidTest> tests, List<LabReport> reports) {
    Optional<LabReport> failed =
        reports.stream().filter(r -> !r.isPassed() && !isOverturned(r, reports)).findFirst();
    if (failed.isPresent()) {
      return new ResidueStanding(Kind.FAILED, null, failed.get());
    }
    for (RapidTest test : tests) {
      Optional<RapidTest> repeat =
          tests.stream().filter(t -> test.id().equals(t.repeatsId())).findFirst();
      boolean again = repeat.isPresent() && repeat.get().isPositive();
      if (test.repeatsId() == null
          && test.isPositive()
          && (repeat.isEmpty() || again)
          && !isResolved(again ? repeat.get() : test, reports)) {
        return new ResidueStanding(again ? Kind.TO_LABORATORY : Kind.TO_REPEAT, test, null);
      }
    }
    return reports.isEmpty()
        ? tests.isEmpty()
            ? new ResidueStanding(Kind.UNTESTED, null, null)
            : new ResidueStanding(Kind.CLEAR, tests.get(tests.size() - 1), null)
        : new ResidueStanding(Kind.PASSED, null, reports.get(reports.size() - 1));
  }

  /** Of each of these lots, with two statements however many they are. */
  static Map<Long, ResidueStanding> ofEach(Collection<Long> lotIds) {
    Map<Long, List<RapidTest>> tests =
        RapidTest.of(lotIds).stream().collect(Collectors.groupingBy(RapidTest::lotId));
    Map<Long, List<LabReport>> reports =
        LabReport.of(lotIds).stream().collect(Collectors.groupingBy(LabReport::lotId));
    return lotIds.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                lot ->
                    of(tests.getOrDefault(lot, List.of()), reports.getOrDefault(lot, List.of()))));
  }

  private static boolean isOverturned(LabReport failed, List<LabReport> reports) {
    return reports.stream().anyMatch(r -> r.isPassed() && failed.id().equals(r.reexaminesId()));
  }

  /** A sample that was drawn before the positive test says nothing of it. */
  private static boolean isResolved(RapidTest positive, List<LabReport> reports) {
    return reports.stream()
        .anyMatch(r -> r.isPassed() && !r.sampledOn().isBefore(positive.testedOn()));
  }
}
