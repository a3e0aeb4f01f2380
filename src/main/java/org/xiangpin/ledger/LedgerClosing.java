package org.xiangpin.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.traceability.log.Frontier;
import org.xiangpin.tracelog.TraceLog;

/**
 * Closes months (结账). Nothing is written into a closed one, so what its entries come to can be said
 * for good: the root over them goes into the public log.
 */
@ApplicationScoped
public class LedgerClosing {

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject TraceLog log;
  @Inject ObjectMapper json;

  /**
   * Closes a month, after waiting for those who write into it just now.
   *
   * @throws NotFound for a month in which nothing was written
   * @throws WrongState for a month that is not over, or closed already
   */
  @Transactional
  public void close(YearMonth month, Actor actor) {
    LedgerPeriod.lock(month).close(actor.accountId(), Times.now(clock));
  }

  @Scheduled(
      every = "{xiangpin.ledger.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    DatabaseAway.during("the roots of closed months", this::sealDue);
  }

  /** Hashes the entries of months that were closed, and publishes their roots. */
  public void sealDue() {
    for (LedgerPeriod closed :
        QuarkusTransaction.requiringNew().call(LedgerPeriod::listWithoutRoot)) {
      Frontier frontier = hash(closed.month());
      QuarkusTransaction.requiringNew().run(() -> seal(closed.month(), frontier));
    }
  }

  /** Outside of a transaction, which would end before a large month does; nothing changes there. */
  private Frontier hash(YearMonth month) {
    try (Connection connection = database.getConnection()) {
      return MonthRoot.read(connection, month);
    } catch (SQLException e) {
      throw new IllegalStateException("ledger", e);
    }
  }

  private void seal(YearMonth month, Frontier frontier) {
    LedgerPeriod period = LedgerPeriod.lock(month);
    if (period.root().isPresent()) {
      return; // another node was first
    }
    period.seal(frontier.size(), frontier.root().bytes());
    Map<String, Object> members = new TreeMap<>();
    members.put("type", "LEDGER_MONTH_CLOSED");
    members.put("month", month.toString());
    members.put("entries", frontier.size());
    members.put("root", HexFormat.of().formatHex(frontier.root().bytes()));
    members.put("closedAt", period.closedAt().toString());
    try {
      log.append(json.writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ledger", e);
    }
  }
}
