package org.xiangpin.intake;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;

/** On the lot's page: who took goods of it in, or wants to; and how a lot taken in came. */
@ApplicationScoped
@Priority(15)
public class IntakePanel implements LotPanel {

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    List<Line> lines = IntakeList.ofLot(lot.id()).stream().map(i -> line(i, lot, t)).toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(t.of("收购", "Taking in"), lines, List.of()));
  }

  private static Line line(Intake intake, Lot lot, Lang t) {
    boolean came = intake.received() != null && intake.received().id().equals(lot.id());
    String other = came ? intake.seller().name() : intake.collector().name();
    return new Line(
        (came ? t.of("收自 ", "From ") : t.of("收货的：", "Collector: ")) + other,
        t.weight(intake.grams())
            + " · "
            + t.date(intake.askedAt())
            + " · "
            + intake.state().label(t),
        "/console/intake/" + intake.idText());
  }
}
