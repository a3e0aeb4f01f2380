package org.xiangpin.trace;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.RequestLang;

/** What the features above tell of a lot to the present person. */
@ApplicationScoped
class LotPanels {

  @Inject @All List<LotPanel> panels;
  @Inject CurrentAccount me;
  @Inject RequestLang lang;

  List<LotPanel.Panel> of(Lot lot) {
    return panels.stream().flatMap(p -> p.panel(lot, me, lang.get()).stream()).toList();
  }
}
