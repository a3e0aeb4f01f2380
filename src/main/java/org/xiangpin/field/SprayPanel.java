package org.xiangpin.field;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.shared.Lang;
import org.xiangpin.spray.Harvest;
import org.xiangpin.spray.Spray;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;

/** On the lot's page: what was sprayed where it grew, and what speaks against the harvest. */
@ApplicationScoped
@Priority(50)
public class SprayPanel implements LotPanel {

  @Inject LotGraph graph;

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    List<Harvest> harvests = graph.grownIn(lot).stream().map(Lot::harvest).toList();
    List<Line> lines = new ArrayList<>();
    Spray.against(harvests)
        .ifPresent(
            refusal ->
                lines.add(
                    new Line(
                        t.of("离用药太近，或用了禁用的药", "Harvested too soon, or after a banned pesticide"),
                        refusal.in(t),
                        null)));
    List<Spray> sprays = Spray.before(harvests);
    sprays.forEach(spray -> lines.add(line(spray, t)));
    if (sprays.isEmpty()) {
      lines.add(
          new Line(
              t.of("没有用药记录", "No sprays recorded"),
              t.of("没有记录，不等于没有用过。", "No record does not mean that nothing was used."),
              null));
    }
    List<Action> actions = new ArrayList<>();
    String whose = "producer=" + lot.producer().idText();
    if (!lot.isMade()) {
      actions.add(new Action(t.of("全部用药记录", "All sprays"), "/console/sprays?" + whose));
    }
    if (!lot.isMade() && lot.producer().isActedForBy(me)) {
      actions.add(new Action(t.of("记一次用药", "Write down a spray"), "/console/sprays/new?" + whose));
    }
    return Optional.of(new Panel(t.of("用药", "Sprays"), lines, actions));
  }

  private static Line line(Spray spray, Lang t) {
    return new Line(
        spray.tradeName() + t.of("，", ", ") + t.date(spray.sprayedOn()),
        (spray.isBanned()
                ? t.of("禁用", "banned")
                : t.of("隔 ", "")
                    + spray.intervalDays()
                    + t.of(" 天，", " days: safe from ")
                    + t.date(spray.safeFrom())
                    + t.of("起可以采收", ""))
            + " · "
            + spray.actorName()
            + (spray.onBehalfOfProducerId() == null ? "" : t.of("代记", " for the producer"))
            + t.of("，", ", ")
            + t.time(spray.recordedAt()),
        null);
  }
}
