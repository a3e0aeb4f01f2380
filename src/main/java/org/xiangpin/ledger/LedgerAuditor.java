package org.xiangpin.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.traceability.log.Frontier;

/** Checks the books every night, and when somebody asks. */
@ApplicationScoped
public class LedgerAuditor {

  @Inject DataSource database;
  @Inject LedgerRollup rollup;
  @Inject MeterRegistry meters;

  private volatile int faults;

  @PostConstruct
  void measure() {
    meters.gauge("ledger_faults", this, auditor -> auditor.faults);
  }

  @Scheduled(cron = "{xiangpin.ledger.check-at}", timeZone = "Asia/Shanghai")
  void look() {
    DatabaseAway.during("the check of the books", this::checkAndTell);
  }

  private void checkAndTell() {
    LedgerReport report = check();
    faults = report.faults().size();
    report.faults().forEach(fault -> Log.errorf("THE BOOKS ARE WRONG: %s", fault));
  }

  /** Sums up what is old enough and proves all of that, and the roots of closed months. */
  public LedgerReport check() {
    rollup.rollUp();
    return checkSummedUp();
  }

  LedgerReport checkSummedUp() {
    try (Connection connection = database.getConnection()) {
      LedgerCheck check = new LedgerCheck(connection, rollup.through());
      check.entries();
      check.orphans();
      check.balances();
      List<String> found = new ArrayList<>(check.faults());
      found.addAll(changedRoots(connection));
      return new LedgerReport(check.entryCount(), check.postingCount(), List.copyOf(found));
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  private static List<String> changedRoots(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    for (LedgerPeriod period : QuarkusTransaction.requiringNew().call(LedgerPeriod::listSealed)) {
      Frontier now = MonthRoot.read(connection, period.month());
      if (!Arrays.equals(now.root().bytes(), period.root().orElseThrow())) {
        found.add(
            "the entries of %s, now %d, no longer have the root of %d that was published"
                .formatted(period.month(), now.size(), period.entries().orElseThrow()));
      }
    }
    return found;
  }
}
