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
    long returned = isGrowing(me) ? LotList.countSeenBy(me, LotState.RETURNED) : 0;
    return Card.ifAny(
        returned,
        t.of("退回待改的批次", "Lots sent back"),
        t.of("看看镇里写的原因，改好再提交。", "Read the township's reason, correct and submit again."),
        "/console/lots?tab=todo");
  }

  @Override
  public Optional<Step> step(CurrentAccount me, Lang t) {
    return isGrowing(me)
        ? Optional.of(new Step(t.of("登记一批新货", "Enter a new lot"), "/console/lots/new"))
        : Optional.empty();
  }

  private static boolean isGrowing(CurrentAccount me) {
    return me.has(Role.LIAISON_OFFICER) || me.has(Role.FARMER);
  }
}
