package org.xiangpin.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Judges by its scans whether a label was copied. A copied code reads like the original, so all
 * that can tell are its scans: one box is in one place, and goes one way.
 *
 * <p>The thresholds leave room for what happens to honest labels: shoppers who scan the box in
 * front, a family that scans for weeks, trains and flights, networks that show a phone in its
 * province's capital. A suspicion is a hint and not a verdict. Pure; see {@code CloneModelTest} for
 * the shops they were tried on.
 */
public final class CloneRules {

  /** Beyond the cells' own width, and what people travel while shopping. */
  static final double FAR_KILOMETRES = 100;

  /** An address may be that of a gateway in the province's capital, or the one next to it. */
  static final double FAR_BY_ADDRESS_KILOMETRES = 600;

  /** Faster than any train, and than a flight with the ways before and after it. */
  static final double FASTEST_KILOMETRES_AN_HOUR = 400;

  /**
   * One such journey is enough when browsers told both places. An address may err once, by a phone
   * far from home: then it takes two, by three devices.
   */
  static final int JOURNEYS_BY_ADDRESS = 2;

  static final int DEVICES_BY_ADDRESS = 3;

  /** A box may go from the village to a city, back as a gift, and to the city again. */
  static final int RETURNS = 3;

  /** A shelf's front box is scanned by a few dozen people before it is sold. */
  static final int MOST_DEVICES_IN_A_DAY = 60;

  static final int MOST_DEVICES = 100;

  /** Goods are carried on once a day, and not every stop is far from the last. */
  static final int MOST_MOVES = 3;

  static final Duration MOVES_WITHIN = Duration.ofDays(2);

  /** After a box is at home, a family and its guests. */
  static final int MOST_DEVICES_AFTER_PURCHASE = 9;

  /** Until this long after somebody said to have bought it, others in the shop may scan it. */
  static final Duration STILL_IN_THE_SHOP = Duration.ofDays(1);

  /** From scanning to telling the place. */
  static final Duration ONE_VISIT = Duration.ofMinutes(15);

  /** Several of one family may press the button. */
  static final int MOST_BUYERS = 3;

  /** Who voids or stores labels tries one with his own phone, and perhaps a colleague's. */
  static final int MOST_DEVICES_OUT_OF_USE = 2;

  private CloneRules() {}

  /**
   * @param amount kilometres, or how many devices or people
   * @param minutes of the journey; else 0
   */
  public record Finding(CloneRule rule, long amount, long minutes) {}

  /**
   * @param sightings of one label, in any order
   * @param purchases when each of the devices said to have bought it
   */
  public static Optional<Finding> judge(List<Sighting> sightings, List<Instant> purchases) {
    List<Sighting> inOrder = sightings.stream().sorted(Comparator.comparing(Sighting::at)).toList();
    List<Sighting> placed = placed(inOrder);
    return Stream.<Supplier<Optional<Finding>>>of(
            () -> outOfUse(inOrder),
            () -> journeyByPhones(placed.stream().filter(Sighting::told).toList()),
            () -> journeysByAddress(placed),
            () -> returns(placed.stream().filter(Sighting::told).toList(), FAR_KILOMETRES),
            () -> returns(placed, FAR_BY_ADDRESS_KILOMETRES),
            () -> moves(placed.stream().filter(Sighting::told).toList(), FAR_KILOMETRES),
            () -> moves(placed, FAR_BY_ADDRESS_KILOMETRES),
            () -> afterPurchase(inOrder, purchases),
            () -> crowdInADay(inOrder),
            () -> crowd(inOrder))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Where the label was: only what devices say when they see it first. Later the page may have been
   * opened again from their memory, far from the box.
   */
  private static List<Sighting> placed(List<Sighting> inOrder) {
    Map<Integer, Instant> seen = new HashMap<>();
    inOrder.forEach(s -> seen.putIfAbsent(s.device(), s.at()));
    return inOrder.stream()
        .filter(s -> s.place() != null)
        .filter(s -> !s.at().isAfter(seen.get(s.device()).plus(ONE_VISIT)))
        .toList();
  }

  private static Optional<Finding> outOfUse(List<Sighting> inOrder) {
    return more(
        CloneRule.OUT_OF_USE,
        devices(inOrder.stream().filter(s -> !s.inUse())),
        MOST_DEVICES_OUT_OF_USE);
  }

  private static Optional<Finding> journeyByPhones(List<Sighting> told) {
    for (int i = 1; i < told.size(); i++) {
      if (isImpossible(told.get(i - 1), told.get(i), FAR_KILOMETRES)) {
        return Optional.of(journey(told.get(i - 1), told.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> journeysByAddress(List<Sighting> placed) {
    int journeys = 0;
    Set<Integer> devices = new HashSet<>();
    for (int i = 1; i < placed.size(); i++) {
      Sighting from = placed.get(i - 1);
      Sighting to = placed.get(i);
      if (isImpossible(from, to, FAR_BY_ADDRESS_KILOMETRES)) {
        journeys++;
        devices.add(from.device());
        devices.add(to.device());
        if (journeys >= JOURNEYS_BY_ADDRESS && devices.size() >= DEVICES_BY_ADDRESS) {
          return Optional.of(journey(from, to));
        }
      }
    }
    return Optional.empty();
  }

  /** One device shows two places when its network changes; two devices are in two places. */
  private static boolean isImpossible(Sighting from, Sighting to, double far) {
    if (from.device() == to.device()) {
      return false;
    }
    double kilometres = from.place().kilometresTo(to.place());
    double hours = Duration.between(from.at(), to.at()).toSeconds() / 3_600.0;
    return kilometres > far && hours * FASTEST_KILOMETRES_AN_HOUR < kilometres;
  }

  private static Finding journey(Sighting from, Sighting to) {
    return new Finding(
        CloneRule.TRAVEL,
        Math.round(from.place().kilometresTo(to.place())),
        Math.max(1, Duration.between(from.at(), to.at()).toMinutes()));
  }

  /** Far away, and then again where it was, by a device that was never there before. */
  private static Optional<Finding> returns(List<Sighting> placed, double far) {
    int returns = 0;
    Set<Integer> known = new HashSet<>();
    for (int i = 0; i < placed.size(); i++) {
      Sighting here = placed.get(i);
      boolean isNew = known.add(here.device());
      if (i == 0 || !isNew) {
        continue;
      }
      double kilometres = placed.get(i - 1).place().kilometresTo(here.place());
      boolean wasHere =
          placed.subList(0, i - 1).stream()
              .anyMatch(s -> s.place().kilometresTo(here.place()) <= FAR_KILOMETRES / 2);
      if (kilometres > far && wasHere && ++returns >= RETURNS) {
        return Optional.of(new Finding(CloneRule.BACK_AND_FORTH, Math.round(kilometres), 0));
      }
    }
    return Optional.empty();
  }

  /** Far from where it was before, each time seen by another device, too often in a short time. */
  private static Optional<Finding> moves(List<Sighting> placed, double far) {
    Deque<Instant> moves = new ArrayDeque<>();
    for (int i = 1; i < placed.size(); i++) {
      Sighting from = placed.get(i - 1);
      Sighting to = placed.get(i);
      if (from.device() != to.device() && from.place().kilometresTo(to.place()) > far) {
        moves.add(to.at());
      }
      while (!moves.isEmpty() && moves.peek().isBefore(to.at().minus(MOVES_WITHIN))) {
        moves.remove();
      }
      if (moves.size() > MOST_MOVES) {
        return Optional.of(new Finding(CloneRule.MOVES, moves.size(), 0));
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> afterPurchase(List<Sighting> inOrder, List<Instant> purchases) {
    if (purchases.isEmpty()) {
      return Optional.empty();
    }
    if (purchases.size() > MOST_BUYERS) {
      return Optional.of(new Finding(CloneRule.BOUGHT_OFTEN, purchases.size(), 0));
    }
    Instant home =
        purchases.stream().min(Comparator.naturalOrder()).orElseThrow().plus(STILL_IN_THE_SHOP);
    Set<Integer> before = new HashSet<>();
    inOrder.stream().filter(s -> !s.at().isAfter(home)).forEach(s -> before.add(s.device()));
    return more(
        CloneRule.AFTER_PURCHASE,
        devices(inOrder.stream().filter(s -> s.at().isAfter(home) && !before.contains(s.device()))),
        MOST_DEVICES_AFTER_PURCHASE);
  }

  private static Optional<Finding> crowdInADay(List<Sighting> inOrder) {
    int from = 0;
    for (int to = 0; to < inOrder.size(); to++) {
      Instant dayBefore = inOrder.get(to).at().minus(Duration.ofDays(1));
      while (inOrder.get(from).at().isBefore(dayBefore)) {
        from++;
      }
      if (to - from >= MOST_DEVICES_IN_A_DAY) {
        Optional<Finding> found =
            more(
                CloneRule.CROWD_IN_A_DAY,
                devices(inOrder.subList(from, to + 1).stream()),
                MOST_DEVICES_IN_A_DAY);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> crowd(List<Sighting> inOrder) {
    return more(CloneRule.CROWD, devices(inOrder.stream()), MOST_DEVICES);
  }

  private static long devices(Stream<Sighting> sightings) {
    return sightings.mapToInt(Sighting::device).distinct().count();
  }

  private static Optional<Finding> more(CloneRule rule, long found, int most) {
    return found > most ? Optional.of(new Finding(rule, found, 0)) : Optional.empty();
  }
}
