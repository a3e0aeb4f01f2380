package org.xiangpin.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.console.StartCard;
import org.xiangpin.shared.Lang;

/** On the start page of township and county: incomplete certificates that nobody answered yet. */
@ApplicationScoped
public class ReportCard implements StartCard {

  @Override
  public Optional<Card> card(CurrentAccount me, Lang t) {
    if (!me.has(Role.TOWNSHIP_INSPECTOR) && !me.has(Role.COUNTY_ADMIN)) {
      return Optional.empty();
    }
    long open = CertificateReport.countOpenFor(me);
    return Card.ifAny(
        open,
        t.of("不完整的合格证", "Incomplete certificates"),
        t.of("收货的人报上来的，等您答复。", "Reported by collectors; they wait for an answer."),
        "/console/certificate-reports");
  }
}
