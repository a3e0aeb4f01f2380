package org.xiangpin.people;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.Caller;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.signin.Invitation;
import org.xiangpin.signin.InvitationLink;
import org.xiangpin.signin.Session;

/** Looking after the accounts within one's scope; every change stands in the access log. */
@ApplicationScoped
public class People {

  @Inject CurrentAccount me;
  @Inject Clock clock;
  @Inject RoutingContext routing;
  @Inject XiangpinConfig config;

  @Transactional
  InvitationLink invite(String phone, String name, ScopedRole role) {
    PeopleScope.of(me).requireManages(role);
    Instant now = Times.now(clock);
    Account account = Account.invite(phone, name, role, now);
    log(AccessEvent.INVITED, account, role.toString(), now);
    return link(account, now);
  }

  /** The old password ends at once, and every session with it. */
  @Transactional
  InvitationLink resetPassword(long id) {
    Account account = requireManaged(id);
    if (account.isDisabled()) {
      throw new WrongState("这个账号已停用。先恢复使用，再发链接。", "This account is disabled. Enable it first.");
    }
    Instant now = Times.now(clock);
    account.setPassword(null);
    Session.endAllOf(id);
    log(AccessEvent.PASSWORD_RESET, account, null, now);
    return link(account, now);
  }

  private InvitationLink link(Account account, Instant now) {
    return Invitation.issue(account, me.id(), config.publicUrl(), now);
  }

  @Transactional
  void disable(long id) {
    for (ScopedRole role : requireManaged(id).roles()) {
      requireAnotherAdmin(id, role);
    }
    Account account = requireManaged(id);
    Instant now = Times.now(clock);
    account.disable(now);
    Session.endAllOf(id);
    Invitation.endAllOf(id, now);
    log(AccessEvent.DISABLED, account, null, now);
  }

  @Transactional
  void enable(long id) {
    Account account = requireManaged(id);
    account.enable();
    log(AccessEvent.ENABLED, account, null, Times.now(clock));
  }

  @Transactional
  void signOutEverywhere(long id) {
    Account account = requireManaged(id);
    Session.endAllOf(id);
    log(AccessEvent.SIGNED_OUT_EVERYWHERE, account, null, Times.now(clock));
  }

  @Transactional
  void grantRole(long id, ScopedRole role) {
    Account account = requireSeen(id);
    PeopleScope.of(me).requireManages(role);
    account.grantRole(role);
    log(AccessEvent.ROLE_GRANTED, account, role.toString(), Times.now(clock));
  }

  @Transactional
  void revokeRole(long id, ScopedRole role) {
    PeopleScope.of(me).requireManages(role);
    requireAnotherAdmin(id, role);
    Account account = requireSeen(id);
    account.revokeRole(role);
    log(AccessEvent.ROLE_REVOKED, account, role.toString(), Times.now(clock));
  }

  /**
   * @throws NotFound when no role of the account lies within the person's scope
   */
  Account requireSeen(long id) {
    PeopleScope scope = PeopleScope.of(me);
    return Account.<Account>findByIdOptional(id).filter(scope::sees).orElseThrow(NotFound::new);
  }

  private Account requireManaged(long id) {
    if (me.id().equals(id)) {
      throw new WrongState(
          "不能对自己的账号这样做。请找另一位管理员。", "You cannot do this to your own account. Ask another admin.");
    }
    Account account = requireSeen(id);
    PeopleScope.of(me).requireManages(account);
    return account;
  }

  /** Locks the county's admins, so that two of them cannot remove each other at the same moment. */
  private static void requireAnotherAdmin(long id, ScopedRole role) {
    if (role.role() != Role.COUNTY_ADMIN) {
      return;
    }
    List<?> admins =
        Account.getEntityManager()
            .createNativeQuery(
                "select a.id from account a join account_role r on r.account_id = a.id"
                    + " where r.role = 'COUNTY_ADMIN' and r.region_code = ?1"
                    + " and a.disabled_at is null and a.password_hash is not null"
                    + " order by a.id for update",
                Long.class)
            .setParameter(1, role.regionCode())
            .getResultList();
    if (admins.isEmpty() || admins.equals(List.of(id))) {
      throw new WrongState(
          "这是县里最后一位管理员，不能停用。先请一位新的。", "This is the county's last admin. Invite another one first.");
    }
  }

  /** Writes down that one officer's producers are another's now. */
  @Transactional
  public void handedOver(Account from, Account to, int producers) {
    log(AccessEvent.HANDED_OVER, from, producers + " → " + to.name(), Times.now(clock));
  }

  private void log(AccessEvent event, Account account, String detail, Instant now) {
    AccessLog.add(event, account.id(), me.id(), Caller.of(routing), detail, now);
  }
}
