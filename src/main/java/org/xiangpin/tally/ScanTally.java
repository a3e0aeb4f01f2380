package org.xiangpin.tally;

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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.xiangpin.shared.Times;

/**
 * Counts how often each label was opened, apart from the page: scans gather in memory and are
 * written together every second. A scan that was not yet written when the process is killed is
 * lost, and only that.
 */
@ApplicationScoped
public class ScanTally {

  /** A device that opens a label again within this time is not counted again. */
  public static final Duration REPEAT = Duration.ofMinutes(10);

  /** How far before the last reading other nodes' scans are read; longer than a write takes. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(10);

  /** Of one label in one batch; a copy shows in fewer. */
  private static final int MOST_SIGHTINGS_WAITING = 64;

  /** Of one label in all: the rules know by then, and what comes after is only counted. */
  private static final int MOST_SIGHTINGS = 1_000;

  private static final int MOST_DEVICES = 1_000_000;
  private static final int MOST_TALLIES = 200_000;

  /** How often and since when, until it is replaced by a later count. */
  public static final class Tally {
    private final long scans;
    private final Instant first;
    private final CloneRules.Finding suspicion;
    private volatile boolean replaced;

    Tally(long scans, Instant first, CloneRules.Finding suspicion) {
      this.scans = scans;
      this.first = first;
      this.suspicion = suspicion;
    }

    public long scans() {
      return scans;
    }

    /** Null while nobody has opened the label. */
    public Instant first() {
      return first;
    }

    /** Why the label may have been copied; null when nothing speaks for it. */
    public CloneRules.Finding suspicion() {
      return suspicion;
    }

    public boolean isCurrent() {
      return !replaced;
    }

    private boolean says(Tally other) {
      return scans == other.scans
          && Objects.equals(first, other.first)
          && Objects.equals(suspicion, other.suspicion);
    }
  }

  private record Visit(LabelId label, long device) {}

  /**
   * @param at in milliseconds since 1970
   */
  public record Counted(long device, long at) {}

  /** What waits to be written of a label. */
  record Pending(long scans, Instant first, List<Sighting> sightings) {

    Pending and(Pending other) {
      return new Pending(
          scans + other.scans,
          first.isBefore(other.first) ? first : other.first,
          Stream.concat(sightings.stream(), other.sightings.stream())
              .limit(MOST_SIGHTINGS_WAITING)
              .toList());
    }
  }

  @Inject ScanRows rows;
  @Inject CloneWatch clones;
  @Inject Clock clock;

  private Cache<Visit, Counted> visits;
  private Cache<Visit, Counted> told;
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
    visits = forTenMinutes();
    told = forTenMinutes();
  }

  private Cache<Visit, Counted> forTenMinutes() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_DEVICES)
        .expireAfterWrite(REPEAT)
        .ticker(() -> clock.millis() * 1_000_000)
        .build();
  }

  /** When this device was counted for this label within {@link #REPEAT}; null if it was not. */
  public Counted counted(LabelId label, long device) {
    return visits.getIfPresent(new Visit(label, device));
  }

  /**
   * Counts a scan, of all at once by one device only one.
   *
   * @param device a number that tells devices apart; not kept
   */
  public void count(LabelId label, long device, Sighting scan) {
    Counted now = new Counted(device, clock.millis());
    if (visits.asMap().putIfAbsent(new Visit(label, device), now) == null) {
      add(label, new Pending(1, scan.at(), List.of(scan)));
    }
  }

  /**
   * Where a device that was counted lately says that it was; the first word counts.
   *
   * @return false when it was not counted, or has told before
   */
  public boolean tell(LabelId label, long device, Sighting place) {
    Visit visit = new Visit(label, device);
    Counted scan = visits.getIfPresent(visit);
    if (scan == null || told.asMap().putIfAbsent(visit, scan) != null) {
      return false;
    }
    add(label, new Pending(0, place.at(), List.of(place)));
    return true;
  }

  private void add(LabelId label, Pending scan) {
    Tally known = tallies.getIfPresent(label);
    boolean isFull = known != null && known.scans >= MOST_SIGHTINGS;
    pending.merge(
        label, isFull ? new Pending(scan.scans, scan.first, List.of()) : scan, Pending::and);
  }

  /** From memory if it is there, else from the database. Blocks. */
  public Tally get(LabelId label) {
    Tally known = tallies.getIfPresent(label);
    if (known != null) {
      return known;
    }
    Tally read = rows.read(label);
    Tally others = tallies.asMap().putIfAbsent(label, read);
    return others == null ? read : others;
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
    batch.sort(Map.Entry.comparingByKey(LabelId.ORDER));
    Instant now = Times.now(clock);
    try {
      QuarkusTransaction.requiringNew().run(() -> rows.write(batch, now));
    } catch (RuntimeException e) {
      batch.forEach(entry -> pending.merge(entry.getKey(), entry.getValue(), Pending::and));
      throw e;
    }
    clones.judge(now);
  }

  private void readBack() throws SQLException {
    Instant now = Times.now(clock);
    Instant since = (readUntil.isBefore(now) ? readUntil : now).minus(LOOK_BACK);
    rows.readSince(
        since,
        (label, tally) ->
            tallies
                .asMap()
                .computeIfPresent(
                    label,
                    (same, old) -> {
                      old.replaced = !old.says(tally);
                      return old.replaced ? tally : old;
                    }));
    readUntil = now;
  }
}
