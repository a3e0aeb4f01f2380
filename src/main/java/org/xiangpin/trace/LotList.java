package org.xiangpin.trace;

import java.util.Collection;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Slice;

/** Lots by who asks for them: those that a person sees, and those that wait for a person. */
public final class LotList {

  private static final String OPEN_BREACH =
      "exists (select 1 from MassBreach b where b.lotId = l.id and b.notedAt is null)";

  private LotList() {}

  /**
   * A page of the lots that this person may see, the newest first.
   *
   * @param words a part of the producer's or the product's name, or a whole lot code; empty for all
   * @param states of these only
   * @param after the cursor of the page before
   */
  static Slice<Lot> seenBy(
      CurrentAccount me, String words, Collection<LotState> states, String after) {
    ProducerScope scope =
        ProducerScope.seenBy(me).with("states", states).with("before", Slice.before(after));
    String named = "";
    if (!words.isBlank()) {
      scope = scope.with("words", Slice.holding(words)).with("code", Slice.code(words));
      named =
          " and (l.code = :code or p.name like :words escape '!' or g.name like :words escape '!'"
              + " or g.englishName like :words escape '!')";
    }
    return Slice.of(
        newest(scope, "l.state in :states and l.id < :before" + named, Slice.ASKED), lot -> lot.id);
  }

  /**
   * The newest lots of a scope.
   *
   * @param condition on the lot {@code l}, its producer {@code p} and its product {@code g}
   */
  public static List<Lot> newest(ProducerScope scope, String condition, int limit) {
    return Lot.<Lot>find(
            "from Lot l join fetch l.product g join fetch l.producer p where "
                + scope.where()
                + " and "
                + condition
                + " order by l.id desc",
            scope.values())
        .page(0, limit)
        .list();
  }

  /** How many lots of a state this person may see. */
  static long countSeenBy(CurrentAccount me, LotState state) {
    ProducerScope scope = ProducerScope.seenBy(me).with("state", state);
    return Lot.find(
            "select l from Lot l join l.producer p where l.state = :state and " + scope.where(),
            scope.values())
        .count();
  }

  /** Lots of one state in the townships or counties that this person judges, longest first. */
  static List<Lot> waitingFor(CurrentAccount me, LotState state, int limit) {
    return me.judgedRegions()
        .flatMap(
            scope ->
                Lot.<Lot>find(
                    "from Lot l join fetch l.product join fetch l.producer"
                        + " where l.state = ?1 and l.regionCode like ?2 order by l.changedAt",
                    state,
                    scope)
                    .page(0, limit)
                    .<Lot>list()
                    .stream())
        .distinct()
        .limit(limit)
        .toList();
  }

  /** How many there are. */
  static long countWaitingFor(CurrentAccount me, LotState state) {
    return me.judgedRegions()
        .mapToLong(scope -> Lot.count("state = ?1 and regionCode like ?2", state, scope))
        .sum();
  }

  /** Lots judged by this person of which more was asked than there is, and nobody looked yet. */
  static List<Lot> withOpenBreach(CurrentAccount me, int limit) {
    return me.judgedRegions()
        .flatMap(
            scope ->
                Lot.<Lot>find(
                    "from Lot l join fetch l.product join fetch l.producer"
                        + " where l.regionCode like ?1 and "
                        + OPEN_BREACH
                        + " order by l.id desc",
                    scope)
                    .page(0, limit)
                    .<Lot>list()
                    .stream())
        .limit(limit)
        .toList();
  }

  /** How many there are. */
  static long countWithOpenBreach(CurrentAccount me) {
    return me.judgedRegions()
        .mapToLong(
            scope ->
                Lot.find("select l from Lot l where l.regionCode like ?1 and " + OPEN_BREACH, scope)
                    .count())
        .sum();
  }
}
