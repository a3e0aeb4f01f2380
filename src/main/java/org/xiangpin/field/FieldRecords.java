package org.xiangpin.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.xiangpin.field.FieldFacts.LastTest;
import org.xiangpin.field.FieldFacts.MarkShown;
import org.xiangpin.field.FieldFacts.SpraysKept;
import org.xiangpin.mark.Mark;
import org.xiangpin.residue.LabReport;
import org.xiangpin.residue.RapidTest;
import org.xiangpin.shared.Times;
import org.xiangpin.spray.Harvest;
import org.xiangpin.spray.Spray;
import org.xiangpin.trace.Lot;

/** Reads what buyers may know of a lot's field, as it stands today. */
@ApplicationScoped
public class FieldRecords {

  @Inject Clock clock;

  /**
   * @param grown the harvests that are in the lot; itself alone when it is one
   */
  public FieldFacts of(Lot lot, List<Lot> grown) {
    return new FieldFacts(
        lastTest(lot),
        Mark.validFor(lot.producer(), lot.product(), Times.today(clock)).stream()
            .map(MarkShown::of)
            .toList(),
        sprays(grown.stream().map(Lot::harvest).toList()));
  }

  /** A laboratory's word goes before a rapid test of the same time. */
  private static LastTest lastTest(Lot lot) {
    List<RapidTest> tests = RapidTest.of(List.of(lot.id()));
    List<LabReport> reports = LabReport.of(List.of(lot.id()));
    LastTest rapid = tests.isEmpty() ? null : LastTest.of(tests.get(tests.size() - 1));
    LastTest lab = reports.isEmpty() ? null : LastTest.of(reports.get(reports.size() - 1));
    return lab == null || rapid != null && rapid.day().isAfter(lab.day()) ? rapid : lab;
  }

  private static SpraysKept sprays(List<Harvest> harvests) {
    List<Spray> sprays = Spray.before(harvests);
    LocalDate safe =
        sprays.stream().map(Spray::safeFrom).max(Comparator.naturalOrder()).orElse(null);
    boolean kept = sprays.stream().allMatch(spray -> spray.allows(harvests));
    return new SpraysKept(sprays.size(), safe, kept);
  }
}
