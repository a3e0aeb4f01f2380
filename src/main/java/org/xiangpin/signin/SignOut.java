package org.xiangpin.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Caller;
import org.xiangpin.shared.Times;

/** Ends sessions: one, all of a person, and those whose time has passed. */
@ApplicationScoped
class SignOut {

  @Inject Clock clock;

  @Transactional
  void here(long accountId, String token, Caller caller) {
    Session.end(token);
    AccessLog.add(AccessEvent.SIGNED_OUT, accountId, accountId, caller, null, Times.now(clock));
  }

  /**
   * @param actorId the person or whoever looks after the person's account
   */
  @Transactional
  void everywhere(long accountId, long actorId, Caller caller) {
    Session.endAllOf(accountId);
    AccessLog.add(
        AccessEvent.SIGNED_OUT_EVERYWHERE, accountId, actorId, caller, null, Times.now(clock));
  }

  /** Expired sessions open nothing; this only keeps the table small. */
  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void purge() {
    Instant now = Times.now(clock);
    Session.purge(now);
  }
}
