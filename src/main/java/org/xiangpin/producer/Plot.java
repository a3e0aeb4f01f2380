package org.xiangpin.producer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;

/** A piece of land (地块) or pond that a producer works. */
@Entity
@Table(name = "plot")
public class Plot extends PanacheEntityBase {

  /** What a plot is called when nobody named it. */
  static final String OWN_LAND = "自家地块";

  @Id Long id;

  @Column(name = "producer_id")
  Long producerId;

  String name;

  @Column(name = "region_code")
  String regionCode;

  @Column(name = "area_m2")
  long areaSquareMetres;

  @Column(name = "worked_since")
  LocalDate workedSince;

  protected Plot() {}

  /**
   * @param areaSquareMetres above 0; people say it in 亩 (666.67 m²)
   */
  public Plot(Producer producer, String name, String villageCode, long areaSquareMetres) {
    this.name = acceptable(name);
    this.id = Ids.next();
    this.producerId = producer.id();
    this.regionCode = Region.require(villageCode, "plotVillage").code();
    this.areaSquareMetres = areaSquareMetres;
  }

  /**
   * @throws InvalidInput for a name that a plot cannot have
   */
  static String acceptable(String name) {
    if (name == null
        || name.isBlank()
        || name.strip().length() > 64
        || name.strip().chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "plotName", "请给地块起个名字，最多 64 个字。", "Give the plot a name of at most 64 characters.");
    }
    return name.strip();
  }

  public static List<Plot> of(Producer producer) {
    return list("producerId = ?1 order by name", producer.id());
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

  public String name() {
    return name;
  }

  public String regionCode() {
    return regionCode;
  }

  public long areaSquareMetres() {
    return areaSquareMetres;
  }

  /**
   * The first day on which the producer worked it: nothing was done there before.
   *
   * @throws InvalidInput for field {@code workedSince} when it lies after {@code today}
   */
  public void workedSince(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw new InvalidInput(
          "workedSince", "开始种的日期在今天之后，请改正。", "The first day lies in the future.");
    }
    this.workedSince = day;
  }

  /** Null where nobody said. */
  public LocalDate workedSince() {
    return workedSince;
  }

  /** Whether the producer did not work it yet on that day, as far as somebody said. */
  public boolean isBeforeItsTime(LocalDate day) {
    return workedSince != null && day.isBefore(workedSince);
  }
}
