package org.xiangpin.region;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;

/**
 * An administrative division (行政区划) with its 12-digit code: two digits of province, two of city,
 * two of county, three of township, three of village; shorter ones end in zeros.
 *
 * <p>Nothing is deleted. A region that was merged keeps its row, its last day and its successor, so
 * that what was recorded under its code stays readable.
 */
@Entity
@Table(name = "region")
public class Region extends PanacheEntityBase {

  /** The first day of regions whose beginning the source does not tell. */
  public static final LocalDate SINCE_EVER = LocalDate.of(1949, 10, 1);

  /** The five levels, from the top; stored as 1 to 5. */
  public enum Level {
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP,
    VILLAGE;

    private static final int[] DIGITS = {2, 4, 6, 9, 12};

    /** How many leading digits of a code are this level's: 2, 4, 6, 9 or 12. */
    public int digits() {
      return DIGITS[ordinal()];
    }

    int number() {
      return ordinal() + 1;
    }
  }

  @Id private String code;

  @Convert(converter = LevelNumber.class)
  private Level level;

  private String name;

  @Column(name = "plain_name")
  private String plainName;

  @Column(name = "parent_code")
  private String parentCode;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "successor_code")
  private String successorCode;

  protected Region() {}

  /**
   * @param name as in the register, with its ending: 永固村委会
   * @param parentCode null for provinces only
   */
  Region(String code, Level level, String name, String parentCode, LocalDate validFrom) {
    this.code = code;
    this.level = level;
    this.name = name;
    this.plainName = PlaceName.plain(name);
    this.parentCode = parentCode;
    this.validFrom = validFrom;
  }

  /** Empty for null, for anything that is not 12 digits, and for a code that nobody has. */
  public static Optional<Region> findByCode(String code12) {
    return RegionCode.isWellFormed(code12) ? findByIdOptional(code12) : Optional.empty();
  }

  /**
   * @param field the form field or JSON pointer that the refusal names
   * @throws InvalidInput when no region has this code
   */
  public static Region require(String code, String field) {
    return findByCode(code)
        .orElseThrow(
            () ->
                new InvalidInput(
                    field,
                    "没有这个地区代码。请填 12 位的行政区划代码。",
                    "No region has this code. Enter the 12 digits of an administrative division."));
  }

  /** The county's code of any code in it: 430722111229 → 430722000000. */
  public static String countyOf(String code) {
    return RegionCode.cut(code, Level.COUNTY);
  }

  /** The code of the town under which a code was issued: 430722111229 → 430722111000. */
  public static String townshipOf(String code) {
    return RegionCode.cut(code, Level.TOWNSHIP);
  }

  /**
   * Whether a scope takes in a region: by the leading digits, or because the region, or one above
   * it, was merged into a region within the scope. The scope of a merged town still covers the
   * codes issued under it.
   */
  public static boolean covers(String scopeCode, String code) {
    if (!RegionCode.isWellFormed(scopeCode) || !RegionCode.isWellFormed(code)) {
      return false;
    }
    String prefix = RegionCode.significant(scopeCode);
    return code.startsWith(prefix)
        || RegionLineage.of(code).codes().anyMatch(c -> c.startsWith(prefix));
  }

  /** All present villages of a scope, by code. */
  public static List<Region> villagesWithin(String scopeCode) {
    return list(
        "level = ?1 and code like ?2 and validTo is null order by code",
        Level.VILLAGE,
        codesWithin(scopeCode));
  }

  /** What the codes of a region and all below it are like, for queries: 430722%. */
  public static String codesWithin(String scopeCode) {
    return RegionCode.significant(scopeCode) + "%";
  }

  /** 湖南省常德市汉寿县崔家桥镇永固村; the code itself when nobody has it. Fresh within 30 s. */
  public static String fullName(String code) {
    return RegionLineage.of(code).name(Level.PROVINCE);
  }

  /** From the county on: 汉寿县崔家桥镇永固村; the code itself when nobody has it. */
  public static String shortName(String code) {
    return RegionLineage.of(code).name(Level.COUNTY);
  }

  /**
   * The name of one region alone (崔家桥镇), as remembered with the names of a region below it; the
   * code itself when nobody has it.
   */
  public static String nameOf(String code, String below) {
    return RegionLineage.of(below).nameOf(code).orElseGet(() -> RegionLineage.of(code).own());
  }

  /**
   * Gives it a new name; the former one stays as an alias that ends the day before.
   *
   * @throws InvalidInput for an empty name and one of over 64 characters
   */
  public void rename(String newName, LocalDate on) {
    PlaceName.check(newName, "name");
    if (name.equals(newName)) {
      return;
    }
    RegionAlias.keep(code, name, validFrom.isBefore(on) ? validFrom : null, on.minusDays(1));
    name = newName;
    plainName = PlaceName.plain(newName);
    RegionLineage.forgetAll();
  }

  /** Another name that people use for it. */
  public void addAlias(String alias) {
    PlaceName.check(alias, "alias");
    RegionAlias.keep(code, alias, null, null);
  }

  /**
   * It becomes part of another region of its level. Its own last day is the day before; its
   * children keep their codes and stand under the successor from now on.
   *
   * @throws WrongState when one of the two has ended already
   * @throws InvalidInput when the successor is itself or of another level
   */
  public void mergeInto(Region successor, LocalDate on) {
    if (successor.code.equals(code) || successor.level != level || !on.isAfter(validFrom)) {
      throw new InvalidInput(
          "successor",
          "只能并入另一个同级地区，日期要在它设立之后。",
          "A region merges into another one of its level, after the day it began.");
    }
    Stream.of(this, successor)
        .sorted(Comparator.comparing(Region::code))
        .forEach(r -> getEntityManager().refresh(r, LockModeType.PESSIMISTIC_WRITE));
    if (validTo != null || successor.validTo != null) {
      throw new WrongState(
          "其中一个地区已经撤并，请选现有的地区。",
          "One of the two regions has ended already; choose those that stand.");
    }
    validTo = on.minusDays(1);
    successorCode = successor.code;
    getEntityManager().flush();
    update("parentCode = ?1 where parentCode = ?2", successor.code, code);
    RegionLineage.forgetAll();
  }

  /** Whether it stood on that day; both its first and its last day count. */
  public boolean isCurrent(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  public String code() {
    return code;
  }

  /** As in the register, with its ending. */
  public String name() {
    return name;
  }

  /** As people say it on a page: 永固村 for 永固村委会. */
  public String shownName() {
    return PlaceName.shown(name);
  }

  /** Where it lies, from the county on: 汉寿县崔家桥镇永固村. */
  public String place() {
    return shortName(code);
  }

  /** Without its ending: 永固. */
  public String plainName() {
    return plainName;
  }

  public Level level() {
    return level;
  }

  /** Null for provinces. */
  public String parentCode() {
    return parentCode;
  }

  /** Its last day, or null while it stands. */
  public LocalDate validTo() {
    return validTo;
  }

  /** The region it was merged into. */
  public Optional<Region> successor() {
    return findByCode(successorCode);
  }

  /** The regions directly under it that still stand, by code. */
  public List<Region> children() {
    return list("parentCode = ?1 and validTo is null order by code", code);
  }

  @Converter
  static class LevelNumber implements AttributeConverter<Level, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Level level) {
      return level == null ? null : level.number();
    }

    @Override
    public Level convertToEntityAttribute(Integer number) {
      return number == null ? null : Level.values()[number - 1];
    }
  }
}
