package org.xiangpin.lineage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;
import org.xiangpin.trace.LotState;

/** On the lot's page: what it was made of, what was made of it, and what can be made. */
@ApplicationScoped
@Priority(20)
public class LineagePanel implements LotPanel {

  @Inject LotGraph graph;

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    List<Line> lines = new ArrayList<>();
    List<LotLink> into = graph.into(lot.id());
    for (LotLink link : into) {
      lines.add(line(link, link.sourceId(), t.of("来自", "From"), me, t));
    }
    for (LotLink link : graph.outOf(lot.id())) {
      lines.add(line(link, link.targetId(), t.of("去了", "Into"), me, t));
    }
    List<Action> actions = new ArrayList<>();
    String here = "lot=" + lot.idText();
    if (!lines.isEmpty()) {
      actions.add(
          new Action(t.of("看全部来去", "The whole lineage"), "/console/lineage/" + lot.idText()));
    }
    if (lot.producer().isActedForBy(me)) {
      if (lot.state() == LotState.CERTIFIED || lot.isInStore() && !into.isEmpty()) {
        actions.add(new Action(t.of("合并、分装", "Merge or repack"), "/console/lineage/new?" + here));
      }
      if (lot.state() == LotState.CERTIFIED
          || lot.state() == LotState.RECALLED
          || lot.isInStore()) {
        actions.add(
            new Action(t.of("记损耗、销毁", "Shrunk or destroyed"), "/console/lineage/loss?" + here));
      }
    }
    return lines.isEmpty() && actions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(t.of("来去", "Lineage"), lines, actions));
  }

  private static Line line(LotLink link, long otherId, String way, CurrentAccount me, Lang t) {
    Lot other = Lot.findById(otherId);
    LotStep step = LotStep.findById(link.stepId());
    boolean seen = other.producer().isSeenBy(me);
    return new Line(
        way
            + t.of("", " ")
            + other.product().label(t)
            + t.of("，", ", ")
            + t.exactWeight(link.grams()),
        (seen ? other.producer().name() : other.producer().publicName())
            + " · "
            + other.code()
            + " · "
            + step.kind().label(t)
            + " "
            + t.date(step.happenedAt()),
        seen ? "/console/lots/" + other.idText() : null);
  }
}
