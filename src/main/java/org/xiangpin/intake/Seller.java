package org.xiangpin.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.shared.InvalidInput;

/**
 * Who gives goods, as the collector knows it.
 *
 * @param kind decides whether a certificate must come along
 * @param place words of the place where the goods grew
 */
@Embeddable
public record Seller(
    @Enumerated(EnumType.STRING) @Column(name = "seller_kind") ProducerKind kind,
    @Column(name = "seller_name") String name,
    @Column(name = "seller_place") String place) {

  private static final int LONGEST_NAME = 96;

  /**
   * One who has no lots here.
   *
   * @param name 1 to 96 characters
   */
  static Seller outside(ProducerKind kind, String name, String place) {
    if (kind == null) {
      throw new InvalidInput("sellerKind", "请选卖家是哪一种。", "Choose what the seller is.");
    }
    if (name == null
        || name.isBlank()
        || name.strip().length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "sellerName", "请填卖家的名字，最多 96 个字。", "Enter the seller's name, at most 96 characters.");
    }
    return new Seller(kind, name.strip(), place == null ? null : place.strip());
  }

  static Seller of(Producer producer) {
    return new Seller(producer.kind(), producer.publicName(), producer.place());
  }
}
