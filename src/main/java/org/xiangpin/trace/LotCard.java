package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the producer's side: lots that were sent back, and the way to enter a new one. */
@ApplicationScoped
public class LotCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.LIAISON_OFFICER) && !me.has(Role.FARMER)) {
      return Optional.empty();
    }
    long returned = Lot.countSeenBy(me, LotState.RETURNED);
    if (returned > 0) {
      return Optional.of(
          new Card(
              t.of("退回待改的批次", "Lots sent back"),
              t.of("看看镇里写的原因，改好再提交。", "Read the township's reason, correct and submit again."),
              "/console/lots?tab=todo",
              returned,
              "attention"));
    }
    return Optional.of(
        new Card(
            t.of("登记一批新货", "Enter a new lot"),
            t.of("采收当天填好，交给镇里核验。", "On the day of harvest, for the township to certify."),
            "/console/lots/new",
            0,
            null));
  }
}
