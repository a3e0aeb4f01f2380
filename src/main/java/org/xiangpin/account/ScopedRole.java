package org.xiangpin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;

/** A role and the region that it is held for. */
@Embeddable
public class ScopedRole {

  @Enumerated(EnumType.STRING)
  @Column(name = "role", nullable = false)
  private Role role;

  @Column(name = "region_code", nullable = false)
  private String regionCode;

  protected ScopedRole() {}

  private ScopedRole(Role role, String regionCode) {
    this.role = role;
    this.regionCode = regionCode;
  }

  /**
   * @throws InvalidInput when there is no such region, or it is not of the role's level
   */
  public static ScopedRole of(Role role, String regionCode) {
    if (role == null) {
      throw new InvalidInput("role", "请选择做什么。", "Choose a role.");
    }
    Region region = Region.require(regionCode, "region");
    if (region.level() != role.level()) {
      throw new InvalidInput(
          "region",
          role.label(Lang.ZH) + "要选" + chineseLevel(role.level()) + "。",
          role.label(Lang.EN) + ": choose a " + role.level().name().toLowerCase() + ".");
    }
    return new ScopedRole(role, regionCode);
  }

  /** What {@link #toString()} wrote; empty for any other text. */
  static Optional<ScopedRole> parse(String text) {
    if (text == null || !text.matches("[A-Z_]+@[0-9]{12}")) {
      return Optional.empty();
    }
    String name = text.substring(0, text.indexOf('@'));
    return Arrays.stream(Role.values())
        .filter(r -> r.name().equals(name))
        .findFirst()
        .map(r -> new ScopedRole(r, text.substring(name.length() + 1)));
  }

  private static String chineseLevel(Region.Level level) {
    return switch (level) {
      case PROVINCE -> "省";
      case CITY -> "市";
      case COUNTY -> "县";
      case TOWNSHIP -> "乡镇";
      case VILLAGE -> "村";
    };
  }

  /** 联络员 · 汉寿县崔家桥镇永固村. */
  public String label(Lang lang) {
    return role.label(lang) + " · " + Region.shortName(regionCode);
  }

  public Role role() {
    return role;
  }

  public String regionCode() {
    return regionCode;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopedRole that
        && role == that.role
        && Objects.equals(regionCode, that.regionCode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(role, regionCode);
  }

  @Override
  public String toString() {
    return role + "@" + regionCode;
  }
}
