package org.xiangpin.trace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.account.Actor;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.Times;

/**
 * The township's certification (溯源认证) of a lot: number, issuer, township, dates. Revoking takes two
 * persons: the first suspends, which stops the sale at once; a second makes it final.
 */
@Entity
@Table(name = "certification")
public class Certification extends PanacheEntityBase {

  /** Longest time a certification may hold. */
  public static final int MOST_DAYS = 730;

  @Id Long id;

  @Column(name = "lot_id")
  Long lotId;

  String number;

  @Column(name = "township_code")
  String townshipCode;

  @Column(name = "issuer_id")
  Long issuerId;

  @Column(name = "issuer_name")
  String issuerName;

  @Column(name = "issued_on")
  LocalDate issuedOn;

  @Column(name = "valid_until")
  LocalDate validUntil;

  @Column(name = "suspended_by")
  Long suspendedBy;

  @Column(name = "suspended_at")
  Instant suspendedAt;

  @Column(name = "suspend_reason")
  String suspendReason;

  @Column(name = "revoked_by")
  Long revokedBy;

  @Column(name = "revoked_at")
  Instant revokedAt;

  protected Certification() {}

  Certification(Lot lot, Actor issuer, LocalDate validUntil, Clock clock) {
    LocalDate today = Times.today(clock);
    if (validUntil == null
        || validUntil.isBefore(today)
        || validUntil.isAfter(today.plusDays(MOST_DAYS))) {
      throw new InvalidInput(
          "validUntil",
          "有效期要从今天起，最长两年。",
          "The last day must be today or later, at most two years ahead.");
    }
    this.id = Ids.next();
    this.lotId = lot.id();
    this.townshipCode = lot.townshipCode();
    this.issuerId = issuer.accountId();
    this.issuerName = issuer.name();
    this.issuedOn = today;
    this.validUntil = validUntil;
    this.number =
        townshipCode.substring(0, 9)
            + "-"
            + DateTimeFormatter.BASIC_ISO_DATE.format(today)
            + "-"
            + Ids.toText(id).substring(3);
  }

  public static Optional<Certification> ofLot(long lotId) {
    return find("lotId", lotId).firstResultOptional();
  }

  void suspend(Actor actor, String reason, Clock clock) {
    this.suspendedBy = actor.accountId();
    this.suspendedAt = Times.now(clock);
    this.suspendReason = reason;
  }

  void lift() {
    this.suspendedBy = null;
    this.suspendedAt = null;
    this.suspendReason = null;
  }

  void revoke(Actor actor, Clock clock) {
    if (actor.accountId().equals(suspendedBy)) {
      throw new NotAllowed(
          "撤销要两个人：暂停的人不能自己确认，请另一位核验员或县管理员确认。",
          "Revoking takes two persons: another inspector or the county administrator confirms.");
    }
    this.revokedBy = actor.accountId();
    this.revokedAt = Times.now(clock);
  }

  /** What the public log tells of it. */
  Map<String, String> facts() {
    return Map.of(
        "number",
        number,
        "township",
        townshipCode,
        "issuedOn",
        issuedOn.toString(),
        "validUntil",
        validUntil.toString());
  }

  public boolean isExpired(LocalDate today) {
    return validUntil.isBefore(today);
  }

  public String number() {
    return number;
  }

  /** 崔家桥镇. */
  public String township() {
    return Region.findByCode(townshipCode).map(Region::name).orElse(townshipCode);
  }

  public String townshipCode() {
    return townshipCode;
  }

  public String issuerName() {
    return issuerName;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  /** The last day on which it holds. */
  public LocalDate validUntil() {
    return validUntil;
  }
}
