package org.xiangpin.signin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.xiangpin.account.Account;
import org.xiangpin.shared.Tokens;

/** A person signed in on one device. The token lives in the cookie only; here is its hash. */
@Entity
@Table(name = "session")
public class Session extends PanacheEntityBase {

  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  @Id
  @Column(name = "token_sha256")
  private String tokenSha256;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Session() {}

  /**
   * @return the token for the cookie
   */
  static String begin(Account account, Instant now) {
    String token = Tokens.token(52);
    Session session = new Session();
    session.tokenSha256 = Tokens.sha256(token);
    session.account = account;
    session.createdAt = now;
    session.seenAt = now;
    session.expiresAt = now.plus(IDLE);
    session.persist();
    return token;
  }

  /** The living session of a person who is not disabled, with the roles: one query. */
  static Optional<Session> findLiving(String token, Instant now) {
    return find(
            "from Session s join fetch s.account a left join fetch a.roles"
                + " where s.tokenSha256 = ?1 and s.expiresAt > ?2 and a.disabledAt is null",
            Tokens.sha256(token),
            now)
        .singleResultOptional();
  }

  boolean wantsTouch(Instant now) {
    return seenAt.plus(SEEN_EVERY).isBefore(now);
  }

  /** Slides the expiry; conditional, so that a session ended meanwhile stays ended. */
  void touch(Instant now) {
    Instant idle = now.plus(IDLE);
    Instant longest = createdAt.plus(LONGEST);
    update(
        "seenAt = ?1, expiresAt = ?2 where tokenSha256 = ?3",
        now,
        idle.isBefore(longest) ? idle : longest,
        tokenSha256);
  }

  static void end(String token) {
    delete("tokenSha256", Tokens.sha256(token));
  }

  public static long endAllOf(long accountId) {
    return delete("account.id", accountId);
  }

  static long purge(Instant now) {
    return delete("expiresAt <= ?1", now);
  }

  Account account() {
    return account;
  }
}
