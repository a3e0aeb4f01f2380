package org.xiangpin.residue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the start page of who judges: lots in which a test found something. */
@ApplicationScoped
public class ResidueCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR) && !me.has(Role.COUNTY_ADMIN)) {
      return Optional.empty();
    }
    int open = OpenFinding.judgedBy(me).size();
    return Card.ifAny(
        open,
        t.of("检测有问题的批次", "Lots with a finding"),
        t.of("要复测、送检，或处理。", "To repeat, to send in, or to act on."),
        "/console/residue");
  }
}
