package org.xiangpin.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;

/**
 * Counts how often each label was opened, apart from the page: scans gather in memory and are
 * written together every second. A scan that was not yet written when the process is killed is
 * lost, and only that.
 */
@ApplicationScoped
public class ScanTally {

  /** A device that opens a label again within this time is not counted again. */
  static final Duration REPEAT = Duration.ofMinutes(10);

  /** How far before the last reading other nodes' scans are read; longer than a write takes. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(10);

  private static final int MOST_DEVICES = 1_000_000;
  private static final int MOST_TALLIES = 200_000;

  /** A label of a lot. */
  record LabelId(long lotId, int roll, int index) {}

  /** How often and since when, until it is replaced by a later count. */
  public static final class Tally {
    private final long scans;
    private final Instant first;
    private volatile boolean replaced;

    private Tally(long scans, Instant first) {
      this.scans = scans;
      this.first = first;
    }

    public long scans() {
      return scans;
    }

    /** Null while nobody has opened the label. */
    public Instant first() {
      return first;
    }

    boolean isCurrent() {
      return !replaced;
    }

    private boolean says(Tally other) {
      return scans == other.scans && Objects.equals(first, other.first);
    }
  }

  private record Visit(LabelId label, long device) {}

  /**
   * @param at in milliseconds since 1970
   */
  record Counted(long device, long at) {}

  private record Pending(long scans, Instant first) {
    Pending and(Pending other) {
      return new Pending(scans + other.scans, first.isBefore(other.first) ? first : other.first);
    }
  }

  @Inject DataSource database;
  @Inject Clock clock;

  private Cache<Visit, Counted> visits;
  private final Cache<LabelId, Tally> tallies =
      Caffeine.newBuilder()
          .maximumSize(MOST_TALLIES)
          .evictionListener((LabelId label, Tally tally, RemovalCause c) -> tally.replaced = true)
          .build();
  private final Map<LabelId, Pending> pending = new ConcurrentHashMap<>();
  private Instant readUntil = Instant.MAX;
  private boolean isAway;
  private volatile boolean isStopped;

  @PostConstruct
  void prepare() {
    visits =
        Caffeine.newBuilder()
            .maximumSize(MOST_DEVICES)
            .expireAfterWrite(REPEAT)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  /** When this device was counted for this label within {@link #REPEAT}; null if it was not. */
  Counted counted(LabelId label, long device) {
    return visits.getIfPresent(new Visit(label, device));
  }

  /**
   * Counts a scan, of all at once by one device only one.
   *
   * @param device a number that tells devices apart; not kept
   */
  void count(LabelId label, long device) {
    Counted now = new Counted(device, clock.millis());
    if (visits.asMap().putIfAbsent(new Visit(label, device), now) == null) {
      pending.merge(label, new Pending(1, Times.now(clock)), Pending::and);
    }
  }

  /** From memory if it is there, else from the database. Blocks. */
  Tally get(LabelId label) {
    Tally known = tallies.getIfPresent(label);
    if (known != null) {
      return known;
    }
    Tally read = load(label);
    Tally others = tallies.asMap().putIfAbsent(label, read);
    return others == null ? read : others;
  }

  private Tally load(LabelId label) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select scans, first_at from scan_tally"
                    + " where lot_id = ? and roll = ? and label_index = ?")) {
      query.setLong(1, label.lotId());
      query.setInt(2, label.roll());
      query.setInt(3, label.index());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? new Tally(row.getLong(1), Times.instant(row, 2)) : new Tally(0, null);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes what gathered, and reads what this node and the others wrote. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void exchange() {
    if (isStopped) {
      return;
    }
    try {
      write();
      if (tallies.estimatedSize() > 0) {
        readBack();
      }
      isAway = false;
    } catch (SQLException | RuntimeException e) {
      if (!isAway) {
        Log.warnf("scans wait in memory until the database is back: %s", e.getMessage());
        isAway = true;
      }
    }
  }

  void stop(@Observes ShutdownEvent event) {
    exchange();
    isStopped = true;
  }

  /** What can't be written is kept for the next time. */
  private synchronized void write() {
    List<Map.Entry<LabelId, Pending>> batch = new ArrayList<>();
    for (LabelId label : List.copyOf(pending.keySet())) {
      batch.add(Map.entry(label, pending.remove(label)));
    }
    if (batch.isEmpty()) {
      return;
    }
    // one order of rows on every node: no deadlock between two writers
    batch.sort(
        Map.Entry.comparingByKey(
            Comparator.comparingLong(LabelId::lotId)
                .thenComparingInt(LabelId::roll)
                .thenComparingInt(LabelId::index)));
    try {
      QuarkusTransaction.requiringNew().call(() -> write(batch));
    } catch (RuntimeException e) {
      batch.forEach(entry -> pending.merge(entry.getKey(), entry.getValue(), Pending::and));
      throw e;
    }
  }

  private int write(List<Map.Entry<LabelId, Pending>> batch) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                "insert into scan_tally (lot_id, roll, label_index, scans, first_at, written_at)"
                    + " values (?, ?, ?, ?, ?, ?) on duplicate key update"
                    + " scans = scans + values(scans), written_at = values(written_at),"
                    + " first_at = least(first_at, values(first_at))")) {
      LocalDateTime now = Times.utc(Times.now(clock));
      for (var entry : batch) {
        upsert.setLong(1, entry.getKey().lotId());
        upsert.setInt(2, entry.getKey().roll());
        upsert.setInt(3, entry.getKey().index());
        upsert.setLong(4, entry.getValue().scans());
        upsert.setObject(5, Times.utc(entry.getValue().first()));
        upsert.setObject(6, now);
        upsert.addBatch();
      }
      return upsert.executeBatch().length;
    }
  }

  private void readBack() throws SQLException {
    Instant now = Times.now(clock);
    Instant since = (readUntil.isBefore(now) ? readUntil : now).minus(LOOK_BACK);
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select lot_id, roll, label_index, scans, first_at from scan_tally"
                    + " where written_at > ?")) {
      query.setObject(1, Times.utc(since));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Tally tally = new Tally(row.getLong(4), Times.instant(row, 5));
          tallies
              .asMap()
              .computeIfPresent(
                  new LabelId(row.getLong(1), row.getInt(2), row.getInt(3)),
                  (label, old) -> {
                    old.replaced = !old.says(tally);
                    return old.replaced ? tally : old;
                  });
        }
      }
    }
    readUntil = now;
  }
}
