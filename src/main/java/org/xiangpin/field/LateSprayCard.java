package org.xiangpin.field;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the start page of who judges: certified lots whose sprays were written down too late. */
@ApplicationScoped
public class LateSprayCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR) && !me.has(Role.COUNTY_ADMIN)) {
      return Optional.empty();
    }
    int late = LateSprayPages.judgedBy(me).size();
    return Card.ifAny(
        late,
        t.of("核验后才补记的用药", "Sprays recorded after certification"),
        t.of("采收离用药太近，请去看看要不要暂停。", "Harvested too soon: see whether to suspend."),
        "/console/late-sprays");
  }
}
