package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the inspector's start page: how many lots wait. */
@ApplicationScoped
public class CertificationCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR)) {
      return Optional.empty();
    }
    long waiting = LotList.countWaitingFor(me, LotState.SUBMITTED);
    return Optional.of(
        new Card(
            t.of("等您核验", "Waiting for certification"),
            waiting == 0
                ? t.of("现在没有批次在等。", "No lot is waiting.")
                : t.of("最早送来的排在最前。", "The earliest comes first."),
            "/console/certification",
            waiting));
  }
}
