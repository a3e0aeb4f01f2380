package org.xiangpin.residue;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;

/** Tests and reports for tests, recorded by the service. */
public final class ResidueFixture {

  private ResidueFixture() {}

  /** By enzyme inhibition, now. */
  public static RapidTest test(Lot lot, int permille, Actor actor) {
    return records().test(lot.id(), facts(permille, Times.now(clock())), actor);
  }

  static RapidTest.Facts facts(int permille, Instant at) {
    return new RapidTest.Facts(RapidMethod.ENZYME_INHIBITION, "农残速测仪（演示）", permille, "王检测（演示）", at);
  }

  /** Of samples drawn today. */
  public static LabReport report(Lot lot, boolean passed, String cma, String number, Actor actor) {
    return records()
        .report(lot.id(), facts(passed, cma, number, Times.today(clock())), null, actor);
  }

  static LabReport.Facts facts(boolean passed, String cma, String number, LocalDate day) {
    return new LabReport.Facts(
        "县检验中心（演示）",
        cma,
        number,
        day,
        day,
        passed,
        LabItem.parse(passed ? "毒死蜱 未检出 0.05" : "毒死蜱 0.12 0.05"));
  }

  static ResidueRecords records() {
    return Arc.container().instance(ResidueRecords.class).get();
  }

  private static Clock clock() {
    return Arc.container().instance(Clock.class).get();
  }
}
