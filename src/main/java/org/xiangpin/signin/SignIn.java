package org.xiangpin.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.Caller;
import org.xiangpin.account.Phone;
import org.xiangpin.shared.Times;

/**
 * Signing in with phone and password. A wrong password, an unknown phone, a locked and a disabled
 * account are answered alike and cost the same work. Hashing never happens within a transaction.
 */
@ApplicationScoped
class SignIn {

  static final int FAILURES_PER_ADDRESS = 20;
  static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);

  private final Passwords passwords;
  private final Clock clock;
  private final Cache<String, AtomicInteger> failures;

  @Inject
  SignIn(Passwords passwords, Clock clock) {
    this.passwords = passwords;
    this.clock = clock;
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(ADDRESS_WINDOW)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * @return the new session's token; empty when the pair is wrong or may not be used now
   * @throws TooManyAttempts after {@value #FAILURES_PER_ADDRESS} failures of one address
   */
  Optional<String> with(String typedPhone, String password, Caller caller) {
    String address = network(caller.address());
    AtomicInteger failed = failures.get(address, a -> new AtomicInteger());
    if (failed.get() >= FAILURES_PER_ADDRESS) {
      throw new TooManyAttempts();
    }
    Instant now = Times.now(clock);
    Optional<Account> account = Phone.find(typedPhone).flatMap(Account::findByPhone);
    boolean right =
        passwords.matches(password, account.map(a -> a.passwordHashAt(now)).orElse(null));
    Optional<String> token =
        right
            ? QuarkusTransaction.requiringNew().call(() -> begin(account.get().id(), caller, now))
            : Optional.empty();
    if (token.isEmpty()) {
      failed.incrementAndGet();
      QuarkusTransaction.requiringNew()
          .run(() -> fail(account.map(Account::id).orElse(null), typedPhone, caller, now));
    }
    return token;
  }

  /** Whether the signed-in person typed the own password right; wrong ones count as guesses. */
  boolean confirms(Account person, String password, Caller caller) {
    Instant now = Times.now(clock);
    Account account = Account.findById(person.id());
    boolean right = passwords.matches(password, account.passwordHashAt(now));
    if (!right) {
      QuarkusTransaction.requiringNew().run(() -> fail(person.id(), null, caller, now));
    }
    return right;
  }

  private static Optional<String> begin(long accountId, Caller caller, Instant now) {
    if (!Account.recordSignIn(accountId, now)) {
      return Optional.empty();
    }
    AccessLog.add(AccessEvent.SIGNED_IN, accountId, accountId, caller, null, now);
    return Optional.of(Session.begin(Account.findById(accountId), now));
  }

  /** What was typed is kept only when it is a phone number, masked: it might be the password. */
  private static void fail(Long accountId, String typedPhone, Caller caller, Instant now) {
    String detail =
        accountId == null ? Phone.find(typedPhone).map(Phone::masked).orElse("?") : null;
    AccessLog.add(AccessEvent.SIGN_IN_FAILED, accountId, null, caller, detail, now);
    if (accountId != null && Account.recordFailedSignIn(accountId, now)) {
      AccessLog.add(AccessEvent.LOCKED, accountId, null, caller, null, now);
    }
  }

  /** An IPv6 customer has a /64 of addresses, an IPv4 customer one. */
  private static String network(String address) {
    if (address == null) {
      return "";
    }
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split(":");
    return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length)));
  }
}
