package org.xiangpin.scanlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the inspector's start page: lots with labels that may have been copied. */
@ApplicationScoped
public class SuspectCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR) && !me.has(Role.COUNTY_ADMIN)) {
      return Optional.empty();
    }
    long lots = SuspectLots.countSeenBy(me);
    return Card.ifAny(
        lots,
        t.of("有标签可能被仿造", "Labels may have been copied"),
        t.of("看扫码记录，查一查，没有问题就解除。", "Look at their scans, check, and clear them if all is well."),
        "/console/scans");
  }
}
