package org.xiangpin.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;

/**
 * Counts how often each label was opened, apart from the page: scans gather in memory and are
 * written together. A scan that was not yet written when the process is killed is lost, and only
 * that.
 */
@ApplicationScoped
public class ScanTally {

  /** A device that opens a label again within this time is not counted again. */
  static final Duration REPEAT = Duration.ofMinutes(10);

  /** How far back other nodes' scans are read; longer than a write takes. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(10);

  private static final int MOST_DEVICES = 1_000_000;
  private static final int MOST_TALLIES = 200_000;

  /** A label of a lot; roll and index 0 stand for the lot's own link. */
  record LabelId(long lotId, int roll, int index) {}

  /** How often and since when; nobody has opened it while {@code first} is null. */
  public record Tally(long scans, Instant first) {
    static final Tally NONE = new Tally(0, null);
  }

  private record Visit(LabelId label, long device) {}

  private record Pending(long scans, Instant first, Instant last) {
    Pending and(Pending later) {
      return new Pending(scans + later.scans, first, later.last);
    }
  }

  @Inject DataSource database;
  @Inject Clock clock;

  private Cache<Visit, Boolean> visits;
  private final Cache<LabelId, Tally> tallies =
      Caffeine.newBuilder().maximumSize(MOST_TALLIES).build();
  private final Map<LabelId, Pending> pending = new ConcurrentHashMap<>();

  @PostConstruct
  void prepare() {
    visits =
        Caffeine.newBuilder()
            .maximumSize(MOST_DEVICES)
            .expireAfterWrite(REPEAT)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  /**
   * Counts a scan unless this device was counted for this label within {@link #REPEAT}.
   *
   * @param device a number that tells devices apart; not kept
   */
  void record(LabelId label, long device) {
    boolean[] isNew = {false};
    visits.get(
        new Visit(label, device),
        v -> {
          isNew[0] = true;
          return true;
        });
    if (isNew[0]) {
      Instant now = Times.now(clock);
      pending.merge(label, new Pending(1, now, now), Pending::and);
    }
  }

  /** From memory if it is there; null tells the caller to {@link #load}. */
  Tally known(LabelId label) {
    return tallies.getIfPresent(label);
  }

  Tally load(LabelId label) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select scans, first_at from scan_tally"
                    + " where lot_id = ? and roll = ? and label_index = ?")) {
      query.setLong(1, label.lotId());
      query.setInt(2, label.roll());
      query.setInt(3, label.index());
      try (ResultSet row = query.executeQuery()) {
        Tally tally =
            row.next()
                ? new Tally(row.getLong(1), row.getTimestamp(2, utc()).toInstant())
                : Tally.NONE;
        tallies.put(label, tally);
        return tally;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes what gathered; what can't be written is kept for the next time. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void writeAndReadBack() {
    write();
    if (tallies.estimatedSize() > 0) {
      try {
        readBack();
      } catch (SQLException e) {
        Log.warnf("scans of other nodes not read: %s", e.getMessage());
      }
    }
  }

  @PreDestroy
  void write() {
    if (pending.isEmpty()) {
      return;
    }
    List<Map.Entry<LabelId, Pending>> batch = new ArrayList<>();
    for (LabelId label : List.copyOf(pending.keySet())) {
      Pending taken = pending.remove(label);
      if (taken != null) {
        batch.add(Map.entry(label, taken));
      }
    }
    // one order of rows on every node: no deadlock between two writers
    batch.sort(
        java.util.Comparator.comparing(
            Map.Entry::getKey,
            java.util.Comparator.comparingLong(LabelId::lotId)
                .thenComparingInt(LabelId::roll)
                .thenComparingInt(LabelId::index)));
    try {
      write(batch);
    } catch (SQLException e) {
      Log.warnf("scans not written, kept for the next time: %s", e.getMessage());
      batch.forEach(
          entry -> pending.merge(entry.getKey(), entry.getValue(), (now, old) -> old.and(now)));
    }
  }

  private void write(List<Map.Entry<LabelId, Pending>> batch) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                "insert into scan_tally (lot_id, roll, label_index, scans, first_at, last_at)"
                    + " values (?, ?, ?, ?, ?, ?) on duplicate key update"
                    + " scans = scans + values(scans), last_at = values(last_at)")) {
      for (var entry : batch) {
        upsert.setLong(1, entry.getKey().lotId());
        upsert.setInt(2, entry.getKey().roll());
        upsert.setInt(3, entry.getKey().index());
        upsert.setLong(4, entry.getValue().scans());
        upsert.setTimestamp(5, Timestamp.from(entry.getValue().first()), utc());
        upsert.setTimestamp(6, Timestamp.from(entry.getValue().last()), utc());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Takes over what this node and the others wrote of late. */
  private void readBack() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select lot_id, roll, label_index, scans, first_at from scan_tally"
                    + " where last_at > ?")) {
      query.setTimestamp(1, Timestamp.from(Times.now(clock).minus(LOOK_BACK)), utc());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Tally tally = new Tally(row.getLong(4), row.getTimestamp(5, utc()).toInstant());
          tallies
              .asMap()
              .computeIfPresent(
                  new LabelId(row.getLong(1), row.getInt(2), row.getInt(3)),
                  (label, old) -> old.equals(tally) ? old : tally);
        }
      }
    }
  }

  private static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
  }
}
