package org.xiangpin.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xiangpin.residue.LabReport;
import org.xiangpin.residue.RapidTest;
import org.xiangpin.trace.Lot;

/** A plan with its lots, and which of them were tested since. */
public record SamplingView(SamplingPlan plan, List<Line> lines) {

  /**
   * @param done whether a test or a report was recorded after the plan was drawn
   */
  public record Line(Lot lot, LotRisk risk, boolean done) {}

  static SamplingView of(SamplingPlan plan) {
    List<Long> ids = plan.picks().stream().map(LotRisk::lotId).toList();
    Map<Long, Lot> lots =
        Lot.<Lot>list("from Lot l join fetch l.product join fetch l.producer where l.id in ?1", ids)
            .stream()
            .collect(Collectors.toMap(Lot::id, Function.identity()));
    Set<Long> done = new HashSet<>();
    RapidTest.of(ids).stream()
        .filter(t -> t.recordedAt().isAfter(plan.drawnAt()))
        .forEach(t -> done.add(t.lotId()));
    LabReport.of(ids).stream()
        .filter(r -> r.recordedAt().isAfter(plan.drawnAt()))
        .forEach(r -> done.add(r.lotId()));
    return new SamplingView(
        plan,
        plan.picks().stream()
            .map(p -> new Line(lots.get(p.lotId()), p, done.contains(p.lotId())))
            .toList());
  }

  public long doneCount() {
    return lines.stream().filter(Line::done).count();
  }
}
