package org.xiangpin.residue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.TraceEventType;

/** Writes down tests and reports, under the lot's lock; each is a step in the lot's life. */
@ApplicationScoped
public class ResidueRecords {

  @Inject LotHistory history;
  @Inject ResidueConfig config;
  @Inject Clock clock;

  /**
   * A positive test by the same method that nobody repeated yet is repeated by this one, whatever
   * it shows.
   */
  @Transactional
  public RapidTest test(Long lotId, RapidTest.Facts facts, Actor actor) {
    Lot lot = Lot.lock(lotId);
    RapidTest repeated =
        facts.method() == null ? null : RapidTest.toRepeat(lot, facts.method()).orElse(null);
    if (repeated != null && facts.testedAt().isBefore(repeated.testedAt())) {
      throw new InvalidInput(
          "testedOn", "复测不能早于第一次检测。", "A repeat can't come before the test that it repeats.");
    }
    RapidTest test = new RapidTest(lot, facts, repeated, config, actor, clock);
    test.persist();
    history.record(lot, TraceEventType.TESTED, test.testedAt(), actor, null, test.facts());
    return test;
  }

  /**
   * @param reexamines id of the failing report that another laboratory looked at again; may be null
   */
  @Transactional
  public LabReport report(Long lotId, LabReport.Facts facts, Long reexamines, Actor actor) {
    Lot lot = Lot.lock(lotId);
    LabReport again = null;
    if (reexamines != null) {
      again = LabReport.findById(reexamines);
      if (again == null || LabReport.count("reexaminesId", reexamines) > 0) {
        throw new InvalidInput("reexamines", "请选要复检的报告。", "Choose the report re-examined.");
      }
    }
    LabReport report = new LabReport(lot, facts, again, actor, clock);
    if (LabReport.count(
            "lotId = ?1 and cmaNumber = ?2 and reportNumber = ?3",
            lotId,
            report.cmaNumber(),
            report.reportNumber())
        > 0) {
      throw new WrongState("这份报告已经登记过了。", "The report has been recorded already.");
    }
    report.persist();
    history.record(
        lot,
        TraceEventType.LAB_REPORTED,
        report.issuedOn().atStartOfDay(Lang.CHINA).toInstant(),
        actor,
        null,
        report.facts());
    return report;
  }
}
