package org.xiangpin.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.traceability.log.Frontier;

/** Checks the books every night, and when somebody asks. */
@ApplicationScoped
public class LedgerAuditor {

  private interface Step {
    void run(LedgerCheck check) throws SQLException;
  }

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

  /**
   * Sums up what is old enough and proves all of that: entries and balances at the same time, then
   * the roots of closed months.
   */
  public LedgerReport check() {
    rollup.rollUp();
    return checkSummedUp();
  }

  LedgerReport checkSummedUp() {
    long through = through();
    CompletableFuture<LedgerCheck> entries =
        CompletableFuture.supplyAsync(() -> run(through, LedgerAuditor::entries));
    LedgerCheck balances = run(through, LedgerCheck::balances);
    LedgerCheck first;
    try {
      first = entries.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    List<String> found = new ArrayList<>(first.faults());
    found.addAll(balances.faults());
    found.addAll(roots());
    return new LedgerReport(first.entryCount(), first.postingCount(), List.copyOf(found));
  }

  private static void entries(LedgerCheck check) throws SQLException {
    check.entries();
    check.orphans();
  }

  private LedgerCheck run(long through, Step step) {
    try (Connection connection = database.getConnection()) {
      LedgerCheck check = new LedgerCheck(connection, through);
      step.run(check);
      return check;
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  private long through() {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select through from ledger_rollup where id = 1");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  private List<String> roots() {
    List<String> found = new ArrayList<>();
    for (LedgerPeriod period : QuarkusTransaction.requiringNew().call(LedgerPeriod::listSealed)) {
      try (Connection connection = database.getConnection()) {
        Frontier now = MonthRoot.read(connection, period.month());
        if (!Arrays.equals(now.root().bytes(), period.root().orElseThrow())) {
          found.add(
              "the entries of %s, now %d, no longer have the root of %d that was published"
                  .formatted(period.month(), now.size(), period.entries().orElseThrow()));
        }
      } catch (SQLException e) {
        throw new IllegalStateException("ledger", e);
      }
    }
    return found;
  }
}
