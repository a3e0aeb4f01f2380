package org.xiangpin.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps happened to their lots before, of those that happen with every parcel. */
final class Repeats {

  private record Seen(Long lotId, TraceEventType type) {}

  private final Set<Seen> seen = new HashSet<>();

  private Repeats() {}

  /** One statement for all; none when such steps are not among these. */
  static Repeats among(List<Step> steps) {
    Repeats repeats = new Repeats();
    Set<Long> lots = new HashSet<>();
    steps.stream()
        .filter(step -> step.type().isOfEveryParcel())
        .forEach(step -> lots.add(step.lot().id()));
    if (!lots.isEmpty()) {
      TraceEvent.<TraceEvent>list("lotId in ?1 and repeated = false", lots)
          .forEach(event -> repeats.seen.add(new Seen(event.lotId, event.type())));
    }
    return repeats;
  }

  /** Whether the lot's life has such a step already; from now on it has. */
  boolean add(Step step) {
    return step.type().isOfEveryParcel() && !seen.add(new Seen(step.lot().id(), step.type()));
  }
}
