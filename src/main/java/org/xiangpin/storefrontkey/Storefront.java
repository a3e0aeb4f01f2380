package org.xiangpin.storefrontkey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;

/**
 * A shop front outside (店铺) that sells through the API. Its home county hands out its keys; further
 * counties may open their goods to it, and each may withdraw its own.
 */
@Entity
@Table(name = "storefront")
public class Storefront extends PanacheEntityBase {

  @Id private Long id;
  private String name;

  @Column(name = "home_county_code")
  private String homeCountyCode;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "storefront_county", joinColumns = @JoinColumn(name = "storefront_id"))
  @Column(name = "county_code")
  private Set<String> countyCodes = new HashSet<>();

  protected Storefront() {}

  /** A storefront that sees its home county's goods, without a key yet. */
  public static Storefront open(String name, String homeCountyCode, Instant now) {
    Storefront storefront = new Storefront();
    storefront.id = Ids.next();
    storefront.name = acceptable(name);
    storefront.homeCountyCode = requireCounty(homeCountyCode);
    storefront.countyCodes.add(homeCountyCode);
    storefront.createdAt = now;
    storefront.persist();
    return storefront;
  }

  private static String acceptable(String name) {
    String plain = name == null ? "" : name.strip();
    if (plain.isEmpty() || plain.length() > 96 || plain.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "name", "请填店铺名字，最多 96 个字。", "Enter the storefront's name, at most 96 characters.");
    }
    return plain;
  }

  private static String requireCounty(String code) {
    if (Region.require(code, "county").level() != Region.Level.COUNTY) {
      throw new InvalidInput("county", "请选一个县。", "Choose a county.");
    }
    return code;
  }

  /** Those that a county has to do with: its own, and those it opened its goods to. */
  static List<Storefront> listOf(String countyCode) {
    return list(
        "from Storefront s where s.homeCountyCode = ?1 or ?1 member of s.countyCodes order by s.id",
        countyCode);
  }

  void rename(String newName) {
    name = acceptable(newName);
  }

  /** Lets it see and sell a county's goods. */
  public void grantCounty(String countyCode) {
    countyCodes.add(requireCounty(countyCode));
  }

  public void withdrawCounty(String countyCode) {
    countyCodes.remove(countyCode);
  }

  /** All its keys stop working within a second. */
  void disable(Instant now) {
    if (disabledAt != null) {
      throw new WrongState("这家店铺已经停用了。", "The storefront is disabled already.");
    }
    disabledAt = now;
  }

  void enable() {
    disabledAt = null;
  }

  public Long id() {
    return id;
  }

  /** Its number as people pass it on. */
  public String number() {
    return Ids.toText(id);
  }

  public String name() {
    return name;
  }

  public String homeCountyCode() {
    return homeCountyCode;
  }

  public Set<String> countyCodes() {
    return Set.copyOf(countyCodes);
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }
}
