package org.xiangpin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.xiangpin.account.Account;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.shared.Times;

/** People who need no invitation because everyone knows their password: the demo's. */
@ApplicationScoped
public class Enrolment {

  @Inject Passwords passwords;
  @Inject Clock clock;

  /**
   * @param role with the region it is held for
   */
  @Transactional
  public Account enrol(String phone, String name, ScopedRole role, String password) {
    Account account = Account.invite(phone, name, role, Times.now(clock));
    account.setPassword(passwords.hash(password));
    return account;
  }
}
