package org.xiangpin.producer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Optional;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;
import org.xiangpin.traceability.Gtin;

/** A county as issuer of GTINs: its GS1 company prefix and the next free item reference. */
@Entity
@Table(name = "issuer")
public class Issuer extends PanacheEntityBase {

  @Id
  @Column(name = "county_code")
  String countyCode;

  @Column(name = "company_prefix")
  String companyPrefix;

  @Column(name = "next_item")
  long nextItem;

  protected Issuer() {}

  /**
   * @param companyPrefix 7 to 11 digits as GS1 gave them (GS1 General Specifications §1.4.4)
   * @throws WrongState when the county has one already
   */
  public Issuer(String countyCode, String companyPrefix) {
    Region county = Region.require(countyCode, "county");
    if (county.level() != Region.Level.COUNTY) {
      throw new InvalidInput("county", "请选到县。", "Choose a county.");
    }
    if (companyPrefix == null || !companyPrefix.matches("[0-9]{7,11}")) {
      throw new InvalidInput(
          "companyPrefix", "厂商识别代码是7到11位数字。", "A company prefix has 7 to 11 digits.");
    }
    if (ofCounty(county.code()).isPresent()) {
      throw new WrongState("本县已经登记过了。", "The county's prefix has been entered already.");
    }
    refuseOverlap(companyPrefix);
    this.countyCode = county.code();
    this.companyPrefix = companyPrefix;
    this.nextItem = 1;
  }

  /** GS1 gives no prefix that begins with another one: whose GTIN it is must be plain. */
  private static void refuseOverlap(String prefix) {
    boolean overlaps =
        Issuer.<Issuer>streamAll()
            .map(Issuer::companyPrefix)
            .anyMatch(other -> other.startsWith(prefix) || prefix.startsWith(other));
    if (overlaps) {
      throw new InvalidInput(
          "companyPrefix",
          "这个厂商识别代码别的县已经登记了，请再核对。",
          "Another county has this company prefix, or one that begins alike; check it again.");
    }
  }

  public static Optional<Issuer> ofCounty(String countyCode) {
    return findByIdOptional(countyCode);
  }

  /**
   * The next GTIN of the county, its row locked until the transaction ends: indicator 0, company
   * prefix, item reference, check digit.
   *
   * @throws WrongState when the county has no prefix, or all its item references are used
   */
  static Gtin nextGtin(String countyCode) {
    Issuer issuer = findById(countyCode, LockModeType.PESSIMISTIC_WRITE);
    if (issuer == null) {
      throw new WrongState(
          "本县还没有登记厂商识别代码，请县管理员先登记。",
          "The county has no GS1 company prefix yet; the county administrator enters it first.");
    }
    int width = 12 - issuer.companyPrefix.length();
    if (String.valueOf(issuer.nextItem).length() > width) {
      throw new WrongState(
          "本县的商品项目代码已用完，请申请新的厂商识别代码。",
          "The county's item references are used up; apply for another company prefix.");
    }
    String item = String.format("%0" + width + "d", issuer.nextItem++);
    return Gtin.withCheckDigit("0" + issuer.companyPrefix + item);
  }

  public String countyCode() {
    return countyCode;
  }

  public String companyPrefix() {
    return companyPrefix;
  }
}
