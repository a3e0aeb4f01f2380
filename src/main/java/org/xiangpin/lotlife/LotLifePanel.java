package org.xiangpin.lotlife;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;

/** On the lot's page: its life as a file. */
@ApplicationScoped
@Priority(5)
public class LotLifePanel implements LotPanel {

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    Action save = new Action(t.of("存成文件", "Save as a file"), "/console/life/" + lot.idText());
    Line what =
        new Line(
            t.of("从采收到卖出的公开记录", "All public steps, from harvest to sale"),
            t.of("EPCIS 2.0 格式，给别的追溯系统用", "EPCIS 2.0, for other traceability systems"),
            null);
    return Optional.of(new Panel(t.of("把记录存下来", "Keep the record"), List.of(what), List.of(save)));
  }
}
