package org.xiangpin.parcel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;

/** What one producer sent for one order (包裹). */
@Entity
@Table(name = "parcel")
public class Parcel extends PanacheEntityBase {

  @Id Long id;

  @Column(name = "order_id")
  Long orderId;

  @Column(name = "producer_id")
  Long producerId;

  String carrier;
  String number;

  @Column(name = "shipped_at")
  Instant shippedAt;

  @Column(name = "shipped_by")
  Long shippedBy;

  protected Parcel() {}

  /**
   * @param carrier at most 32 characters
   * @param number the carrier's: 4 to 40 letters, digits and hyphens; spaces are left out
   * @throws InvalidInput for words or a number that no carrier uses, or a number used before
   */
  public Parcel(
      Long orderId, Long producerId, String carrier, String number, Actor actor, Instant now) {
    this.id = Ids.next();
    this.orderId = orderId;
    this.producerId = producerId;
    this.carrier = carrier == null ? "" : carrier.strip();
    this.number = number == null ? "" : number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (this.carrier.isEmpty()
        || this.carrier.length() > 32
        || this.carrier.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "carrier", "请填快递公司，最多 32 个字。", "Enter the carrier, at most 32 characters.");
    }
    if (!this.number.matches("[0-9A-Z-]{4,40}")) {
      throw new InvalidInput(
          "number", "单号只有数字、字母和横线，4 到 40 位。", "The number is 4 to 40 digits, letters and hyphens.");
    }
    if (count("carrier = ?1 and number = ?2", this.carrier, this.number) > 0) {
      throw new InvalidInput(
          "number", "这个单号已经用过了，请再核对。", "The number has been used already; check it again.");
    }
    this.shippedAt = now;
    this.shippedBy = actor.accountId();
  }

  public static List<Parcel> listOf(Long orderId) {
    return list("orderId = ?1 order by id", orderId);
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Long producerId() {
    return producerId;
  }

  public String carrier() {
    return carrier;
  }

  public String number() {
    return number;
  }

  public Instant shippedAt() {
    return shippedAt;
  }
}
