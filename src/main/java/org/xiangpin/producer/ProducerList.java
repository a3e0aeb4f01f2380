package org.xiangpin.producer;

import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.region.Region;
import org.xiangpin.region.RegionSearch;
import org.xiangpin.shared.Slice;

/** Producers by who asks for them: those that a person sees, acts for, or looks after. */
public final class ProducerList {

  private static final int MOST_COLLECTORS = 200;

  private ProducerList() {}

  /**
   * Those of a scope, the newest first.
   *
   * @param words a part of the name, or the beginning of the village's or town's; empty for all
   * @param before only those with a smaller id
   */
  private static List<Producer> within(
      ProducerScope scope, String words, List<String> regions, long before, int limit) {
    ProducerScope asked = scope.with("before", before);
    String named = "";
    if (!words.isBlank()) {
      asked = asked.with("words", Slice.holding(words));
      named = " and (p.name like :words escape '!'";
      for (String region : regions) {
        String key = "r" + asked.values().size();
        named += " or p.regionCode like :" + key;
        asked = asked.with(key, Region.codesWithin(region));
      }
      named += ")";
    }
    return Producer.<Producer>find(
            "from Producer p where p.id < :before and "
                + asked.where()
                + named
                + " order by p.id desc",
            asked.values())
        .page(0, limit)
        .list();
  }

  /**
   * A page of those that the person may see.
   *
   * @param words a part of the name, or the beginning of the village's or town's; empty for all
   * @param after the cursor of the page before
   */
  static Slice<Producer> seenBy(CurrentAccount me, String words, String after) {
    return page(ProducerScope.seenBy(me), me.scopes(Producer.REGIONAL), words, after);
  }

  /** A page of those for whom the person may act, as {@link #seenBy}. */
  public static Slice<Producer> actedForBy(CurrentAccount me, String words, String after) {
    return page(ProducerScope.actedForBy(me), me.scopes(Producer.REGIONAL), words, after);
  }

  /** Cooperatives, companies and stations for which the person may act, by name; 200 at most. */
  public static List<Producer> collectorsActedForBy(CurrentAccount me) {
    ProducerScope scope = ProducerScope.actedForBy(me).with("farmer", ProducerKind.FARMER);
    return Producer.<Producer>find(
            "from Producer p where p.kind <> :farmer and " + scope.where() + " order by p.name",
            scope.values())
        .page(0, MOST_COLLECTORS)
        .list();
  }

  private static Slice<Producer> page(
      ProducerScope scope, List<String> regions, String words, String after) {
    List<String> places =
        words.isBlank()
            ? List.of()
            : regions.stream()
                .flatMap(r -> RegionSearch.find(words, r, 20).stream())
                .map(Region::code)
                .toList();
    return Slice.of(
        within(scope, words, places, Slice.before(after), Slice.ASKED), producer -> producer.id);
  }

  /** How many the person may see. */
  static long countSeenBy(CurrentAccount me) {
    ProducerScope scope = ProducerScope.seenBy(me);
    return Producer.find("from Producer p where " + scope.where(), scope.values()).count();
  }

  /** The producers within a region that a liaison officer looks after. */
  static List<Producer> lookedAfterBy(Long liaison, String withinRegion) {
    return Producer.list(
        "liaisonAccountId = ?1 and regionCode like ?2 order by name",
        liaison,
        Region.codesWithin(withinRegion));
  }
}
