package org.xiangpin.lotview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xiangpin.field.FieldRecords;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.region.Region;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.tracelog.LogPlace;
import org.xiangpin.tracelog.TraceLog;

/**
 * Reads what stands beside a lot, at most once a minute while the lot itself does not change: it
 * takes some statements, and decides nothing.
 */
@ApplicationScoped
class LotBackgrounds {

  private static final int MOST_LOTS = 20_000;
  private static final long KEEP_NANOS = Duration.ofSeconds(60).toNanos();

  /** A step that was just recorded can be proved some ten seconds later. */
  private static final long KEEP_UNPROVED_NANOS = Duration.ofSeconds(10).toNanos();

  private record Kept(Instant changedAt, LotBackground background, long keepUntil) {}

  @Inject FieldRecords field;
  @Inject LotGraph graph;
  @Inject TraceLog log;

  private final Cache<Long, Kept> kept = Caffeine.newBuilder().maximumSize(MOST_LOTS).build();

  /**
   * @param decisive the step that led to the lot's state; null for none
   */
  LotBackground of(Lot lot, TraceEvent decisive) {
    Kept known = kept.getIfPresent(lot.id());
    long now = System.nanoTime();
    if (known != null && known.changedAt.equals(lot.changedAt()) && now - known.keepUntil < 0) {
      return known.background;
    }
    LogPlace place = decisive == null ? null : decisive.logPlace();
    Optional<Long> index = Optional.ofNullable(place).flatMap(log::provenIndexOf);
    List<Lot> grown = graph.grownIn(lot);
    LotBackground read =
        new LotBackground(
            field.of(lot, grown),
            lot.isMade() ? villages(grown) : null,
            lot.producer()
                .shownPhoto()
                .map(p -> new LotBackground.Photo(p.path(), p.width(), p.height(), p.alt()))
                .orElse(null),
            index.map(LotBackground.Proof::of).orElse(null));
    boolean isWaiting = place != null && index.isEmpty();
    kept.put(
        lot.id(),
        new Kept(lot.changedAt(), read, now + (isWaiting ? KEEP_UNPROVED_NANOS : KEEP_NANOS)));
    return read;
  }

  private static List<String> villages(List<Lot> grown) {
    return grown.stream()
        .map(Lot::regionCode)
        .distinct()
        .map(code -> Region.nameOf(code, code))
        .toList();
  }
}
