package org.xiangpin.region;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xiangpin.region.Region.Level;

/**
 * A region with all above it and all that these were merged into: what names and scopes are read
 * from. Pages ask for it all the time and regions change a few times a year, so it is kept for 30
 * seconds.
 */
final class RegionLineage {

  private static final String READ =
      """
      with recursive lineage as (
        select code, level, name, parent_code, successor_code from region where code = ?1
        union
        select r.code, r.level, r.name, r.parent_code, r.successor_code
        from region r join lineage l on r.code = l.parent_code or r.code = l.successor_code)
      select code, level, name, parent_code from lineage
      """;

  /** City rows that only say "directly under the province"; nobody speaks them. */
  private static final Set<String> SILENT_CITIES = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

  private static final Cache<String, RegionLineage> KEPT =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  private record Place(Level level, String name, String parentCode) {}

  private final String code;
  private final Map<String, Place> places;

  private RegionLineage(String code, Map<String, Place> places) {
    this.code = code;
    this.places = places;
  }

  static RegionLineage of(String code) {
    if (!RegionCode.isWellFormed(code)) {
      return new RegionLineage(code, new HashMap<>());
    }
    RegionLineage kept = KEPT.getIfPresent(code);
    if (kept == null) {
      kept = read(code);
      if (!kept.places.isEmpty()) {
        KEPT.put(code, kept);
      }
    }
    return kept;
  }

  static void forgetAll() {
    KEPT.invalidateAll();
  }

  Stream<String> codes() {
    return places.keySet().stream();
  }

  /** The names from a level down to the region, joined as in an address. */
  String name(Level top) {
    if (!places.containsKey(code)) {
      return code == null ? "" : code;
    }
    StringBuilder name = new StringBuilder();
    for (Place p = places.get(code); p != null; p = places.get(p.parentCode)) {
      boolean asked = p.level.compareTo(top) >= 0 || name.length() == 0;
      boolean silent = p.level == Level.CITY && SILENT_CITIES.contains(p.name);
      if (asked && !silent) {
        name.insert(0, PlaceName.shown(p.name));
      }
    }
    return name.toString();
  }

  /** The name of one region of the lineage. */
  Optional<String> nameOf(String asked) {
    return Optional.ofNullable(places.get(asked)).map(place -> PlaceName.shown(place.name));
  }

  /** The region's own name; its code when nobody has it. */
  String own() {
    return nameOf(code).orElse(code == null ? "" : code);
  }

  private static RegionLineage read(String code) {
    Map<String, Place> places = new HashMap<>();
    for (Object found :
        Region.getEntityManager()
            .createNativeQuery(READ, Object[].class)
            .setParameter(1, code)
            .getResultList()) {
      Object[] row = (Object[]) found;
      Level level = Level.values()[((Number) row[1]).intValue() - 1];
      places.put((String) row[0], new Place(level, (String) row[2], (String) row[3]));
    }
    return new RegionLineage(code, places);
  }
}
