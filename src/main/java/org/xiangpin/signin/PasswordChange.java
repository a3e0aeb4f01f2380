package org.xiangpin.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.Caller;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Times;

/**
 * Setting a password: by a one-time link, or by the signed-in person. Either ends all sessions and
 * begins a new one. Hashing takes long, so it comes before the transaction.
 */
@ApplicationScoped
class PasswordChange {

  @Inject Clock clock;
  @Inject Passwords passwords;
  @Inject SignIn signIn;

  /**
   * @throws InvitationSpent when the link was used, replaced or is older than 7 days
   */
  Invitation open(String code) {
    return Invitation.findOpen(code, Times.now(clock)).orElseThrow(InvitationSpent::new);
  }

  /**
   * @return the token of the person's first session
   * @throws InvitationSpent when the link opens nothing any more
   * @throws InvalidInput for a password that is too short or too easy
   */
  String byInvitation(String code, String password, Caller caller) {
    passwords.requireAcceptable(password, open(code).account().phone());
    String hash = passwords.hash(password);
    Instant now = Times.now(clock);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Invitation invitation = open(code);
              if (!invitation.use(now)) {
                throw new InvitationSpent();
              }
              long id = invitation.account().id();
              String token = set(invitation.account(), hash, caller, now);
              AccessLog.add(AccessEvent.SIGNED_IN, id, id, caller, null, now);
              return token;
            });
  }

  /**
   * @return the token of the new session
   * @throws InvalidInput when the old password is wrong or the new one cannot be taken
   */
  String byPerson(Account person, String old, String password, Caller caller) {
    passwords.requireAcceptable(password, person.phone());
    if (!signIn.confirms(person, old, caller)) {
      throw new InvalidInput(
          "old",
          "现在的密码不对，没有改。连续输错 5 次会锁 15 分钟。",
          "The present password is not right; nothing was changed. Five wrong ones in a row lock"
              + " for 15 minutes.");
    }
    String hash = passwords.hash(password);
    Instant now = Times.now(clock);
    return QuarkusTransaction.requiringNew()
        .call(() -> set(Account.findById(person.id()), hash, caller, now));
  }

  private static String set(Account account, String hash, Caller caller, Instant now) {
    account.setPassword(hash);
    Session.endAllOf(account.id());
    AccessLog.add(AccessEvent.PASSWORD_CHANGED, account.id(), account.id(), caller, null, now);
    return Session.begin(account, now);
  }
}
