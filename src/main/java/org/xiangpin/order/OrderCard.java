package org.xiangpin.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the producer's side: how many orders wait to be packed. */
@ApplicationScoped
public class OrderCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.LIAISON_OFFICER) && !me.has(Role.FARMER)) {
      return Optional.empty();
    }
    int waiting = PackingView.countToPack(me);
    return Card.ifAny(
        waiting,
        t.of("订单要打包", "Orders to pack"),
        t.of("最早付款的排在最前。", "The one paid first comes first."),
        "/console/orders");
  }
}
