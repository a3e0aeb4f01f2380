package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the inspector's start page: lots of which more was asked than there is. */
@ApplicationScoped
public class BreachCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR) && !me.has(Role.COUNTY_ADMIN)) {
      return Optional.empty();
    }
    long open = LotList.countWithOpenBreach(me);
    return Card.ifAny(
        open,
        t.of("有批次超量", "Lots asked for too much"),
        t.of("有人要用的比核验的多，系统没有答应。", "More was asked than was certified, and refused."),
        "/console/breaches");
  }
}
