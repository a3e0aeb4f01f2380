package org.xiangpin.producer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;

/** What a county sells under one GTIN: a kind of produce and its variety (黄桃, 锦绣). */
@Entity
@Table(name = "product")
public class Product extends PanacheEntityBase {

  /** Our drawings, in {@code /art}; {@code produce} where there is none of its own. */
  public static final Set<String> ILLUSTRATIONS =
      Set.of(
          "yellow-peach",
          "vegetables",
          "turtle",
          "walnut",
          "eggs",
          "chicken",
          "ciba",
          "loach",
          "pork",
          "orange",
          "grape",
          "kiwi",
          "tea",
          "rice",
          "produce");

  private static final int LONGEST_NAME = 64;

  @Id Long id;

  @Column(name = "county_code")
  String countyCode;

  String gtin;

  @Column(name = "category_code")
  String categoryCode;

  String name;

  @Column(name = "english_name")
  String englishName;

  String variety;
  String illustration;

  @Column(name = "created_at")
  Instant createdAt;

  protected Product() {}

  /** Takes the county's next GTIN. */
  public Product(
      String countyCode,
      String categoryCode,
      String name,
      String englishName,
      String variety,
      String illustration,
      Instant now) {
    if (name == null || name.isBlank()) {
      throw new InvalidInput("name", "请填写产品名称。", "Enter the product's name.");
    }
    if (ProductCategory.findByCode(categoryCode).isEmpty()) {
      throw new InvalidInput("category", "请选择产品分类。", "Choose the product's class.");
    }
    this.id = Ids.next();
    this.countyCode = Region.require(countyCode, "county").code();
    this.categoryCode = categoryCode;
    this.name = acceptable(name, "name");
    this.englishName = acceptable(englishName, "englishName");
    this.variety = acceptable(variety, "variety");
    this.illustration = ILLUSTRATIONS.contains(illustration) ? illustration : "produce";
    this.createdAt = now;
    this.gtin = Issuer.nextGtin(this.countyCode).toString();
  }

  /** Null for nothing. */
  private static String acceptable(String text, String field) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String plain = text.strip();
    if (plain.length() > LONGEST_NAME || plain.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(field, "最多 64 个字。", "At most 64 characters.");
    }
    return plain;
  }

  public static List<Product> ofCounty(String countyCode) {
    return list("countyCode = ?1 order by name", countyCode);
  }

  public static Optional<Product> findByGtin(String gtin) {
    return find("gtin", gtin).firstResultOptional();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public String countyCode() {
    return countyCode;
  }

  /** 14 digits. */
  public String gtin() {
    return gtin;
  }

  public String categoryCode() {
    return categoryCode;
  }

  public String name() {
    return name;
  }

  /** 黄桃, or the English name where there is one. */
  public String name(Lang lang) {
    return lang.of(name, englishName == null ? name : englishName);
  }

  /** With its variety: 黄桃（锦绣）. */
  public String label(Lang lang) {
    String plain = name(lang);
    return variety == null ? plain : plain + lang.of("（" + variety + "）", " (" + variety + ")");
  }

  /** Its class by NY/T 3177-2018: 核果类. */
  public String category(Lang lang) {
    return ProductCategory.findByCode(categoryCode).map(c -> c.label(lang)).orElse(categoryCode);
  }

  /** What kind of produce it is, for the words about it. */
  public Produce produce() {
    return Produce.of(categoryCode);
  }

  public String variety() {
    return variety;
  }

  /** Name of the drawing, without folder and ending. */
  public String illustration() {
    return illustration;
  }
}
