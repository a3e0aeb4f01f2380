package org.xiangpin.recall;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;
import org.xiangpin.trace.LotState;

/** On the lot's page: recalls that it is in, and the way to open one. */
@ApplicationScoped
@Priority(10)
public class RecallPanel implements LotPanel {

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    List<Line> lines =
        Recall.ofLot(lot.id()).stream()
            .map(
                recall ->
                    new Line(
                        recall.state().label(t),
                        t.date(recall.openedAt()) + " · " + recall.reason(),
                        "/console/recalls/" + recall.number()))
            .toList();
    boolean mayOpen =
        lot.isJudgedBy(me) && lot.state() != LotState.RECALLED && !Recall.isOpenFor(lot.id());
    List<Action> actions =
        mayOpen
            ? List.of(
                new Action(
                    t.of("召回这批货", "Recall this lot"), "/console/recalls/new?lot=" + lot.idText()))
            : List.of();
    return lines.isEmpty() && actions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(t.of("召回", "Recall"), lines, actions));
  }
}
