package org.xiangpin.label;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Secrets;
import org.xiangpin.shared.WrongState;
import org.xiangpin.traceability.sign.LabelKey.Revocation;
import org.xiangpin.traceability.sign.LabelSigner;
import org.xiangpin.traceability.sign.SigningKey;
import org.xiangpin.traceability.sign.VerificationKey;

/**
 * A county's key that signs labels (签名钥匙), known on every label by its short name. When a new one
 * comes, the old one stays valid while its labels are about; a key that was stolen is revoked, and
 * none of its labels is believed any more.
 */
@Entity
@Table(name = "label_signing_key")
public class LabelSigningKey extends PanacheEntityBase {

  /** Longest time that goods with a label of an old key are about. */
  static final Duration OVERLAP = Duration.ofDays(730);

  private static final String NAMES = "abcdefghijkmnpqrstuvwxyz23456789";

  @Id Long id;

  @Column(name = "county_code")
  String countyCode;

  String name;

  @Column(name = "public_key")
  String publicKey;

  @Column(name = "sealed_seed")
  String sealedSeed;

  @Column(name = "valid_from")
  Instant validFrom;

  @Column(name = "valid_to")
  Instant validTo;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "revoke_reason")
  String revokeReason;

  protected LabelSigningKey() {}

  /** A new key, in use from now on. */
  LabelSigningKey(String countyCode, Secrets secrets, Instant now) {
    SigningKey key = SigningKey.generate(new SecureRandom());
    this.id = Ids.next();
    this.countyCode = countyCode;
    this.name = nameOf(count());
    this.publicKey = key.publicKey().toString();
    this.sealedSeed = secrets.seal(key.seed(), context());
    this.validFrom = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** a … 9, then aa, ab …: 1,056 names, without letters that are taken for others. */
  private static String nameOf(long number) {
    int letters = NAMES.length();
    if (number < letters) {
      return NAMES.substring((int) number, (int) number + 1);
    }
    long rest = number - letters;
    if (rest >= (long) letters * letters) {
      throw new WrongState("签名钥匙的名字用完了。", "There is no name left for another signing key.");
    }
    return "" + NAMES.charAt((int) (rest / letters)) + NAMES.charAt((int) (rest % letters));
  }

  /** The newest first. */
  static List<LabelSigningKey> ofCounty(String countyCode) {
    return list("countyCode = ?1 order by id desc", countyCode);
  }

  /** The key in use; empty while there is none. */
  static Optional<LabelSigningKey> current(String countyCode) {
    return find("countyCode = ?1 and validTo is null and revokedAt is null", countyCode)
        .firstResultOptional();
  }

  /** Another one takes its place; its labels are believed for two more years. */
  void retire(Instant now) {
    this.validTo = now.truncatedTo(ChronoUnit.SECONDS).plus(OVERLAP);
  }

  /**
   * None of its labels is believed any more.
   *
   * @throws InvalidInput without a reason of at most 500 characters
   */
  void revoke(String reason, Instant now) {
    if (revokedAt != null) {
      throw new WrongState("这把钥匙已经吊销了。", "This key has been revoked already.");
    }
    if (reason == null || reason.isBlank() || reason.length() > 500) {
      throw new InvalidInput("reason", "请写明原因，最多五百字。", "Give the reason, at most 500 characters.");
    }
    this.revokedAt = now.truncatedTo(ChronoUnit.SECONDS);
    this.revokeReason = reason.strip();
  }

  LabelSigner open(Secrets secrets) {
    return new LabelSigner(name, SigningKey.ofSeed(secrets.open(sealedSeed, context())));
  }

  /** As the key set shows it. */
  org.xiangpin.traceability.sign.LabelKey published() {
    return new org.xiangpin.traceability.sign.LabelKey(
        name,
        VerificationKey.of(Base64.getUrlDecoder().decode(publicKey)),
        validFrom,
        Optional.ofNullable(validTo),
        Optional.ofNullable(revokedAt).map(at -> new Revocation(at, revokeReason)));
  }

  private String context() {
    return "label-signing-key:" + name;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public String name() {
    return name;
  }

  public String countyCode() {
    return countyCode;
  }

  public Instant validFrom() {
    return validFrom;
  }

  /** Null for the key in use. */
  public Instant validTo() {
    return validTo;
  }

  /** Null for a good key. */
  public Instant revokedAt() {
    return revokedAt;
  }

  public String revokeReason() {
    return revokeReason;
  }

  /** Whether it signs what is printed now. */
  public boolean isCurrent() {
    return validTo == null && revokedAt == null;
  }
}
