package org.xiangpin.lotview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.xiangpin.custody.LotCustody;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.LotChanged;

/**
 * The lots that were looked at lately, in memory, and the watch that keeps them true: a change on
 * this node ends its entry when it commits; changes on other nodes are read off the database every
 * {@link #REFRESH_MILLIS}. While the watch is late, lots are read again one by one.
 */
@ApplicationScoped
public class LotWatch {

  public static final long REFRESH_MILLIS = 150;

  /**
   * Older than this, memory is not trusted: a revocation must be seen within a second, and when
   * every lot has to be read again, that takes a part of it.
   */
  private static final long LATEST_NANOS = 500_000_000;

  /** Longer than any transaction that changes a lot, and than clocks of nodes differ. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(60);

  /** Names of regions and producers change without the lot changing. */
  private static final long KEEP_NANOS = Duration.ofSeconds(60).toNanos();

  private static final int MOST_LOTS = 20_000;

  public record LotKey(String gtin, String code) {}

  /** A lot in memory; once it is not current it never is again, unless it was only old. */
  public static final class Entry {
    private final TraceView view;
    private final LotCustody labels;
    private volatile long readAt;
    private volatile boolean ended;

    private Entry(LotReader.Found found, long readAt) {
      this.view = found.view();
      this.labels = found.labels();
      this.readAt = readAt;
    }

    /** Null for a lot that does not exist. */
    public TraceView view() {
      return view;
    }

    /** Where the lot's labels are. */
    public LotCustody labels() {
      return labels;
    }

    private boolean says(LotReader.Found found) {
      return Objects.equals(view, found.view()) && labels.equals(found.labels());
    }

    private boolean isCurrent() {
      return !ended && System.nanoTime() - readAt < KEEP_NANOS;
    }
  }

  @Inject XiangpinConfig config;
  @Inject LotReader reader;
  @Inject DataSource dataSource;
  @Inject Clock clock;

  private final Cache<LotKey, Entry> entries =
      Caffeine.newBuilder()
          .maximumSize(MOST_LOTS)
          .evictionListener((LotKey key, Entry entry, RemovalCause cause) -> entry.ended = true)
          .build();
  private final ConcurrentMap<LotKey, CompletableFuture<Entry>> loading = new ConcurrentHashMap<>();
  private final Set<String> gtins = ConcurrentHashMap.newKeySet();

  /** Start of the last look that went well: for trust, and for where the next one begins. */
  private volatile long lookedAt = System.nanoTime() - 2 * LATEST_NANOS;

  private Instant lookedUntil = Instant.MAX;
  private LocalDate day = LocalDate.EPOCH;
  private long newestProduct;
  private boolean isAway;

  /** A thread of its own: the framework's scheduler wakes only once a second. */
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lot-watch");
            thread.setDaemon(true);
            return thread;
          });

  void start(@Observes StartupEvent event) {
    if (!config.serving()) {
      return;
    }
    look();
    watch.scheduleWithFixedDelay(this::look, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    watch.shutdownNow();
  }

  /** Whether this GTIN is one of ours; no SQL. */
  public boolean knows(String gtin) {
    return gtins.contains(gtin);
  }

  /**
   * Whether an entry may be shown: the watch has looked lately, or, while it is late, this lot
   * itself was read lately.
   */
  public boolean isTrue(Entry entry) {
    return entry.isCurrent() && (isLately(lookedAt) || isLately(entry.readAt));
  }

  private static boolean isLately(long nanoTime) {
    return System.nanoTime() - nanoTime < LATEST_NANOS;
  }

  /** From memory if it may be shown: empty says nothing of the lot. */
  public Optional<Entry> findKnown(LotKey key) {
    return Optional.ofNullable(entries.getIfPresent(key)).filter(this::isTrue);
  }

  /** From memory if it may be shown, else from the database. Blocks. */
  public Entry get(LotKey key) {
    return findKnown(key).orElseGet(() -> load(key));
  }

  /** Who asks for a lot while it is being read waits for that read. */
  private Entry load(LotKey key) {
    CompletableFuture<Entry> mine = new CompletableFuture<>();
    CompletableFuture<Entry> others = loading.putIfAbsent(key, mine);
    if (others != null) {
      return others.join();
    }
    try {
      mine.complete(read(key));
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      loading.remove(key, mine);
    }
    return mine.join();
  }

  /** Keeps the entry, and the pages written from it, when nothing changed. */
  private Entry read(LotKey key) {
    long started = System.nanoTime();
    LotReader.Found found = QuarkusTransaction.requiringNew().call(() -> reader.read(key));
    Entry old = entries.getIfPresent(key);
    if (old != null && !old.ended && old.says(found)) {
      old.readAt = started;
      return old;
    }
    Entry fresh = new Entry(found, started);
    end(entries.asMap().put(key, fresh));
    // a change during a long read was looked for before the entry stood here
    fresh.ended |= System.nanoTime() - started > LATEST_NANOS / 2;
    return fresh;
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LotChanged change) {
    gtins.add(change.gtin());
    end(entries.asMap().remove(new LotKey(change.gtin(), change.code())));
  }

  private void look() {
    long started = System.nanoTime();
    Instant now = Times.now(clock);
    try (Connection connection = dataSource.getConnection()) {
      Instant since = (lookedUntil.isBefore(now) ? lookedUntil : now).minus(LOOK_BACK);
      lookSince(since, connection);
      lookedAt = started;
      lookedUntil = now;
      isAway = false;
    } catch (SQLException | RuntimeException e) {
      if (!isAway && !watch.isShutdown()) {
        Log.warnf("scan pages read the database each time: changes not seen, %s", e.getMessage());
        isAway = true;
      }
    }
  }

  private void lookSince(Instant since, Connection connection) throws SQLException {
    lookForProducts(connection);
    lookAtTheDay();
    if (entries.estimatedSize() == 0) {
      return;
    }
    try (PreparedStatement changes =
        connection.prepareStatement(
            "select gtin, code, changed_at from lot where changed_at > ?")) {
      changes.setObject(1, Times.utc(since));
      try (ResultSet row = changes.executeQuery()) {
        while (row.next()) {
          endUnlessOf(new LotKey(row.getString(1), row.getString(2)), Times.instant(row, 3));
        }
      }
    }
  }

  private void endUnlessOf(LotKey key, Instant changedAt) {
    Entry entry = entries.getIfPresent(key);
    if (entry != null && (entry.view == null || !entry.view.changedAt().equals(changedAt))) {
      end(entries.asMap().remove(key));
    }
  }

  /** At midnight in China certifications expire. */
  private void lookAtTheDay() {
    LocalDate today = Times.today(clock);
    if (!today.equals(day)) {
      day = today;
      entries.asMap().keySet().forEach(key -> end(entries.asMap().remove(key)));
    }
  }

  /** Identifiers begin with the time at which they were made, whatever a product says of itself. */
  private void lookForProducts(Connection connection) throws SQLException {
    try (PreparedStatement products =
        connection.prepareStatement("select id, gtin from product where id > ?")) {
      products.setLong(1, Ids.before(newestProduct, LOOK_BACK));
      try (ResultSet row = products.executeQuery()) {
        while (row.next()) {
          newestProduct = Math.max(newestProduct, row.getLong(1));
          gtins.add(row.getString(2));
        }
      }
    }
  }

  private static void end(Entry entry) {
    if (entry != null) {
      entry.ended = true;
    }
  }
}
