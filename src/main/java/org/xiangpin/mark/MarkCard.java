package org.xiangpin.mark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;

/** On the start page of who keeps the marks: those that end soon. */
@ApplicationScoped
public class MarkCard implements StartCard {

  @Inject Clock clock;

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    long ending =
        me.scopes(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR).stream()
            .map(Region::countyOf)
            .distinct()
            .mapToLong(county -> Mark.countEnding(county, Times.today(clock)))
            .sum();
    return Card.ifAny(
        ending,
        t.of("标志快到期了", "Marks that end soon"),
        t.of("两个月内到期。办好续期，再登记新证书。", "Within 60 days. Renew, then enter the new certificate."),
        "/console/marks");
  }
}
