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
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Tokens;

/** A one-time link by which a person sets a password. Its code is shown once; here is its hash. */
@Entity
@Table(name = "invitation")
public class Invitation extends PanacheEntityBase {

  private static final Duration VALID_FOR = Duration.ofDays(7);

  @Id private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "code_sha256")
  private String codeSha256;

  @Column(name = "created_by")
  private Long createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  protected Invitation() {}

  /**
   * Makes a link; earlier ones of the account end.
   *
   * @param createdBy the inviter's account, or null for the terminal
   * @param publicUrl the installation's address, without a trailing slash
   * @return with a code of 130 random bits in its address
   */
  public static InvitationLink issue(
      Account account, Long createdBy, String publicUrl, Instant now) {
    endAllOf(account.id(), now);
    String code = Tokens.token(26);
    Invitation invitation = new Invitation();
    invitation.id = Ids.next();
    invitation.account = account;
    invitation.codeSha256 = Tokens.sha256(code);
    invitation.createdBy = createdBy;
    invitation.createdAt = now;
    invitation.expiresAt = now.plus(VALID_FOR);
    invitation.persist();
    return new InvitationLink(
        account, publicUrl + "/console/invitation/" + code, invitation.expiresAt);
  }

  /** The invitation that the code opens now; the link of a disabled person opens nothing. */
  static Optional<Invitation> findOpen(String code, Instant now) {
    return find(
            "from Invitation i join fetch i.account a where i.codeSha256 = ?1"
                + " and i.usedAt is null and i.expiresAt > ?2 and a.disabledAt is null",
            Tokens.sha256(code),
            now)
        .firstResultOptional();
  }

  /** Uses it up; false when somebody else was faster. */
  boolean use(Instant now) {
    return update("usedAt = ?1 where id = ?2 and usedAt is null and expiresAt > ?1", now, id) == 1;
  }

  public static void endAllOf(long accountId, Instant now) {
    update("usedAt = ?1 where account.id = ?2 and usedAt is null", now, accountId);
  }

  Account account() {
    return account;
  }
}
