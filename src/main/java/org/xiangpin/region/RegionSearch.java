package org.xiangpin.region;

import java.util.List;
import java.util.stream.Stream;

/** Finding regions by name, with or without its ending, by former names and aliases too. */
public final class RegionSearch {

  private static final String NAMED = "plainName like ?1 escape '!'";

  private static final String ALSO_NAMED =
      "code in (select regionCode from RegionAlias where " + NAMED + ")";

  private static final String WITHIN =
      " and code like ?2 order by case when validTo is null then 0 else 1 end,"
          + " length(plainName), code";

  private RegionSearch() {}

  /**
   * Those whose names begin so: by their own names, then by others; of either, those that still
   * stand come first, then the closest names.
   *
   * @param withinCode a scope's code, or null for the whole country
   */
  public static List<Region> find(String text, String withinCode, int limit) {
    String plain = text == null ? "" : PlaceName.plain(text.strip());
    if (plain.isEmpty() || (withinCode != null && !RegionCode.isWellFormed(withinCode))) {
      return List.of();
    }
    String like = plain.replaceAll("([!%_])", "!$1") + "%";
    String codes = withinCode == null ? "%" : Region.codesWithin(withinCode);
    return Stream.of(NAMED, ALSO_NAMED)
        .<Region>flatMap(
            named -> Region.<Region>find(named + WITHIN, like, codes).page(0, limit).stream())
        .distinct()
        .limit(limit)
        .toList();
  }
}
