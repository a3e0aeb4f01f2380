package org.xiangpin.recall;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the start page of who decides: recalls that wait for a second person. */
@ApplicationScoped
public class RecallCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR) && !me.has(Role.COUNTY_ADMIN)) {
      return Optional.empty();
    }
    long waiting = Recall.countWaitingFor(me);
    return Card.ifAny(
        waiting,
        t.of("召回等您来定", "Recalls wait for your word"),
        t.of("货已经停下，要第二个人确认或放行。", "The goods are held; a second person decides."),
        "/console/recalls");
  }
}
