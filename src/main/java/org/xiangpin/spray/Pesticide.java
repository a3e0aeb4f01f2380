package org.xiangpin.spray;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.producer.ProductCategory;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.Words;

/**
 * A pesticide (农药) on a crop for which it is registered, in a county's table. What a label says of
 * another crop is another row. Never changed: a row that was wrong is ended and entered anew.
 */
@Entity
@Table(name = "pesticide")
public class Pesticide extends PanacheEntityBase {

  /** No label asks for longer. */
  public static final int MOST_DAYS = 365;

  @Id Long id;

  @Column(name = "county_code")
  String countyCode;

  @Column(name = "category_code")
  String categoryCode;

  @Column(name = "trade_name")
  String tradeName;

  @Column(name = "registration_number")
  String registrationNumber;

  @Column(name = "active_ingredient")
  String activeIngredient;

  @Column(name = "interval_days")
  int intervalDays;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "ended_at")
  Instant endedAt;

  protected Pesticide() {}

  /**
   * @param registrationNumber 登记证号 as on the label, such as PD20081234
   * @param activeIngredient in Chinese as on the label; several are parted by a sign
   * @param intervalDays 安全间隔期, 0 to {@link #MOST_DAYS}
   */
  public Pesticide(
      String countyCode,
      String categoryCode,
      String tradeName,
      String registrationNumber,
      String activeIngredient,
      int intervalDays,
      Clock clock) {
    if (registrationNumber == null || !registrationNumber.matches("[A-Z]{2}[0-9A-Z-]{4,18}")) {
      throw new InvalidInput(
          "registrationNumber",
          "请照标签填登记证号，比如 PD20081234。",
          "Enter the registration number as on the label: PD20081234.");
    }
    if (intervalDays < 0 || intervalDays > MOST_DAYS) {
      throw new InvalidInput(
          "intervalDays", "安全间隔期是 0 到 365 天。", "The pre-harvest interval is 0 to 365 days.");
    }
    if (ProductCategory.all().stream().noneMatch(c -> c.code().equals(categoryCode))) {
      throw new InvalidInput("category", "请选用在什么作物上。", "Choose the crop.");
    }
    this.id = Ids.next();
    this.countyCode = Region.require(countyCode, "county").code();
    this.categoryCode = categoryCode;
    this.tradeName = Words.required(tradeName, "tradeName", 64);
    this.registrationNumber = registrationNumber;
    this.activeIngredient = Words.required(activeIngredient, "activeIngredient", 96);
    this.intervalDays = intervalDays;
    this.createdAt = Times.now(clock);
  }

  /** What may be chosen in a county today, by crop and name. */
  public static List<Pesticide> ofCounty(String countyCode) {
    return list("countyCode = ?1 and endedAt is null order by categoryCode, tradeName", countyCode);
  }

  /** The same, and one more that may be ended. */
  static List<Pesticide> choices(String countyCode, Long also) {
    return list(
        "countyCode = ?1 and (endedAt is null or id = ?2) order by categoryCode, tradeName",
        countyCode,
        also);
  }

  /** It is not chosen any more; what was sprayed before stays as it was written down. */
  void end(Clock clock) {
    if (endedAt == null) {
      this.endedAt = Times.now(clock);
    }
  }

  /** Whether a use of it on this day forbids to sell what grew there. */
  public boolean isBanned(LocalDate day) {
    return BannedActives.contain(activeIngredient, categoryCode, day);
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

  /** Class of NY/T 3177; it stands for all classes below it, too. */
  public String categoryCode() {
    return categoryCode;
  }

  /** 核果类. */
  public String crop(Lang lang) {
    return ProductCategory.<ProductCategory>findById(categoryCode).label(lang);
  }

  public String tradeName() {
    return tradeName;
  }

  public String registrationNumber() {
    return registrationNumber;
  }

  public String activeIngredient() {
    return activeIngredient;
  }

  /** 安全间隔期 in days. */
  public int intervalDays() {
    return intervalDays;
  }

  boolean isEnded() {
    return endedAt != null;
  }
}
