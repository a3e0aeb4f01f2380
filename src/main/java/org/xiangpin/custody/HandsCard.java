package org.xiangpin.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the start page of who was given labels. */
@ApplicationScoped
public class HandsCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    return CustodyStep.wasHandedTo(me.id())
        ? Optional.of(
            new Card(
                t.of("您手里的标签", "Labels in your hands"),
                t.of("看有哪些，交给别人，坏了丢了报一声。", "See them, hand them on, report lost ones."),
                "/console/rolls",
                0))
        : Optional.empty();
  }
}
