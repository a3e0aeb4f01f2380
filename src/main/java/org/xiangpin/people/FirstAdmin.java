package org.xiangpin.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.Caller;
import org.xiangpin.account.Installation;
import org.xiangpin.account.Phone;
import org.xiangpin.account.Role;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.signin.Invitation;

/** The way into a new installation: a county's admin is invited from the server's terminal. */
@ApplicationScoped
public class FirstAdmin {

  @Inject Clock clock;
  @Inject XiangpinConfig config;

  /**
   * Invites a county admin, or makes a new link for one who lost the way in.
   *
   * @return the one-time link to hand over
   * @throws org.xiangpin.shared.InvalidInput for a bad phone, name or county
   */
  @Transactional
  public String invite(String phone, String name, String countyCode) {
    Instant now = Times.now(clock);
    ScopedRole role = ScopedRole.of(Role.COUNTY_ADMIN, countyCode);
    Account account =
        Account.findByPhone(Phone.normalise(phone))
            .orElseGet(() -> Account.invite(phone, name, role, now));
    account.grantRole(role);
    account.enable();
    if (Installation.mode().isEmpty()) {
      Installation.markProduction(now);
    }
    AccessLog.add(AccessEvent.INVITED, account.id(), null, Caller.TERMINAL, role.toString(), now);
    return Invitation.issue(account, null, config.publicUrl(), now).url();
  }
}
