package org.xiangpin.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the start page of the giving side: collectors who wait for a word. */
@ApplicationScoped
public class IntakeCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    long waiting = IntakeList.countWaitingFor(me);
    return Card.ifAny(
        waiting,
        t.of("有人要收货，等您点头", "Collectors wait for your answer"),
        t.of("看清多少斤，再同意。", "Look at the weight, then agree or decline."),
        "/console/intake?tab=asked");
  }
}
