package org.xiangpin.region;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Ids;

/** A name by which a region was or is known beside its present one. */
@Entity
@Table(name = "region_alias")
public class RegionAlias extends PanacheEntityBase {

  @Id private Long id;

  @Column(name = "region_code")
  private String regionCode;

  private String name;

  @Column(name = "plain_name")
  private String plainName;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  protected RegionAlias() {}

  /** Remembers a name once; a name borne again only has its last day moved. */
  static void keep(String regionCode, String name, LocalDate from, LocalDate to) {
    Optional<RegionAlias> known =
        find("regionCode = ?1 and name = ?2", regionCode, name).firstResultOptional();
    if (known.isPresent()) {
      known.get().validTo = to;
      return;
    }
    RegionAlias alias = new RegionAlias();
    alias.id = Ids.next();
    alias.regionCode = regionCode;
    alias.name = name;
    alias.plainName = PlaceName.plain(name);
    alias.validFrom = from;
    alias.validTo = to;
    alias.persist();
  }

  /** The other names of a region, latest first. */
  public static List<RegionAlias> of(String regionCode) {
    return list("regionCode = ?1 order by validTo desc, name", regionCode);
  }

  public String name() {
    return name;
  }

  /** Its last day as the official name; null for a name that was never official. */
  public LocalDate validTo() {
    return validTo;
  }
}
