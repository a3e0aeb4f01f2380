package org.xiangpin.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.Phone;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;

/**
 * A person as somebody sees who looks after some of the person's roles; roles elsewhere stay
 * hidden.
 *
 * @param phone in full only for whoever looks after the whole account
 * @param managed whether the viewer may disable, enable and reset
 * @param lastSignIn null when the person never signed in
 */
public record PersonView(
    String id,
    String name,
    String phone,
    List<ScopedRole> roles,
    boolean managed,
    boolean invited,
    boolean disabled,
    Instant lastSignIn) {

  static List<PersonView> of(List<Account> accounts, PeopleScope scope) {
    Map<Long, Instant> signIns = AccessLog.lastSignIns(accounts.stream().map(Account::id).toList());
    return accounts.stream().map(a -> of(a, scope, signIns.get(a.id()))).toList();
  }

  private static PersonView of(Account account, PeopleScope scope, Instant lastSignIn) {
    boolean managed = scope.manages(account);
    return new PersonView(
        Ids.toText(account.id()),
        account.name(),
        managed ? account.phone() : account.maskedPhone(),
        account.rolesInOrder().stream().filter(scope::manages).toList(),
        managed,
        account.isInvited(),
        account.isDisabled(),
        lastSignIn);
  }

  /** The stylesheet's word for the state. */
  public String kind() {
    return disabled ? "refused" : invited ? "waiting" : "certified";
  }

  public String state(Lang t) {
    return disabled
        ? t.of("已停用", "Disabled")
        : invited ? t.of("等设密码", "Link not used yet") : t.of("在用", "Active");
  }

  public String maskedPhone() {
    return phone.indexOf('*') < 0 ? Phone.masked(phone) : phone;
  }
}
