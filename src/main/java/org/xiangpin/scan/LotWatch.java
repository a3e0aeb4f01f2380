package org.xiangpin.scan;

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
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Certification;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotChanged;
import org.xiangpin.trace.TraceEvent;

/**
 * The lots that were looked at lately, in memory, and the watch that keeps them true: a change on
 * this node empties its entry when it commits; changes on other nodes are read off the database
 * every {@link #REFRESH_MILLIS}. While the watch is late nothing is answered from memory.
 */
@ApplicationScoped
class LotWatch {

  static final long REFRESH_MILLIS = 250;

  /** Later than this, memory is not trusted: a revocation must be seen within a second. */
  private static final long LATEST_MILLIS = 900;

  /** Longer than any transaction that changes a lot. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(60);

  /** Names of regions and producers change without the lot changing. */
  private static final Duration KEEP = Duration.ofSeconds(60);

  private static final int MOST_LOTS = 20_000;

  record LotKey(String gtin, String code) {}

  /** A lot in memory; {@link #isCurrent()} turns false for good when it changes or grows old. */
  static final class Entry {
    private final TraceView view;
    private final long readAt = System.nanoTime();
    private volatile boolean current = true;

    private Entry(TraceView view) {
      this.view = view;
    }

    /** Null for a lot that does not exist. */
    TraceView view() {
      return view;
    }

    boolean isCurrent() {
      return current && System.nanoTime() - readAt < KEEP.toNanos();
    }
  }

  @Inject EntityManager database;
  @Inject Clock clock;

  private final Cache<LotKey, Entry> entries =
      Caffeine.newBuilder()
          .maximumSize(MOST_LOTS)
          .expireAfterWrite(KEEP)
          .evictionListener((LotKey key, Entry entry, RemovalCause cause) -> end(entry))
          .build();
  private final Set<String> gtins = ConcurrentHashMap.newKeySet();
  private volatile long lastLook = System.nanoTime() - Duration.ofDays(1).toNanos();

  /** A thread of its own: the framework's scheduler wakes only once a second. */
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lot-watch");
            thread.setDaemon(true);
            return thread;
          });

  void start(@Observes StartupEvent event) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                gtins.addAll(
                    database
                        .createQuery("select p.gtin from Product p", String.class)
                        .getResultList()));
    look();
    watch.scheduleWithFixedDelay(this::look, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    watch.shutdownNow();
  }

  /** Whether this GTIN is one of ours; no SQL. */
  boolean knows(String gtin) {
    return gtins.contains(gtin);
  }

  /** The lot from memory; null when it is not there, or memory can't be trusted. */
  Entry known(LotKey key) {
    return isFresh() ? entries.getIfPresent(key) : null;
  }

  /** Reads the lot: two statements, and none for a lot that is not there after the first. */
  @Transactional
  Entry load(LotKey key) {
    Optional<Object[]> row =
        database
            .createQuery(
                "select l, c, m from Lot l join fetch l.product join fetch l.producer"
                    + " left join fetch l.plot left join Certification c on c.lotId = l.id"
                    + " left join CommitmentCertificate m on m.lotId = l.id"
                    + " where l.gtin = :gtin and l.code = :code",
                Object[].class)
            .setParameter("gtin", key.gtin())
            .setParameter("code", key.code())
            .getResultStream()
            .findFirst();
    Entry entry =
        new Entry(
            row.map(
                    r -> {
                      Lot lot = (Lot) r[0];
                      return TraceView.of(
                          lot,
                          Optional.ofNullable((Certification) r[1]),
                          Optional.ofNullable((CommitmentCertificate) r[2]),
                          TraceEvent.of(lot.id()),
                          Times.today(clock));
                    })
                .orElse(null));
    end(entries.asMap().put(key, entry));
    return entry;
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LotChanged change) {
    end(entries.asMap().remove(new LotKey(change.gtin(), change.code())));
  }

  private void look() {
    long started = System.nanoTime();
    try {
      QuarkusTransaction.requiringNew().run(() -> lookSince(Times.now(clock).minus(LOOK_BACK)));
      lastLook = started;
    } catch (RuntimeException e) {
      Log.warnf("the watch on lots could not look: %s", e.getMessage());
    }
  }

  private void lookSince(Instant since) {
    List<Object[]> changes =
        database
            .createQuery(
                "select l.gtin, l.code, l.changedAt from Lot l where l.changedAt > :since",
                Object[].class)
            .setParameter("since", since)
            .getResultList();
    for (Object[] change : changes) {
      LotKey key = new LotKey((String) change[0], (String) change[1]);
      Entry entry = entries.getIfPresent(key);
      if (entry != null && (entry.view() == null || !entry.view().changedAt().equals(change[2]))) {
        end(entries.asMap().remove(key));
      }
    }
    gtins.addAll(
        database
            .createQuery("select p.gtin from Product p where p.createdAt > :since", String.class)
            .setParameter("since", since)
            .getResultList());
  }

  boolean isFresh() {
    return System.nanoTime() - lastLook < LATEST_MILLIS * 1_000_000;
  }

  private static void end(Entry entry) {
    if (entry != null) {
      entry.current = false;
    }
  }
}
