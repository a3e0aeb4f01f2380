package org.xiangpin.scanlog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.shared.Lang;
import org.xiangpin.tally.Suspicion;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;

/** On the lot's page: suspect labels, and the way to its scans. */
@ApplicationScoped
@Priority(15)
public class ScanPanel implements LotPanel {

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    if (LabelRoll.of(lot).isEmpty()) {
      return Optional.empty();
    }
    String href = "/console/scans/" + lot.idText();
    long suspect = Suspicion.countOpen(lot.id());
    List<Line> lines =
        suspect == 0
            ? List.of()
            : List.of(
                new Line(
                    t.of("%s 枚标签可能被仿造", "%s labels may have been copied")
                        .formatted(t.number(suspect)),
                    t.of("请核验员查一查", "The inspector looks into it"),
                    href));
    return Optional.of(
        new Panel(
            t.of("扫码", "Scans"), lines, List.of(new Action(t.of("看扫码记录", "See the scans"), href))));
  }
}
