package org.xiangpin.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule at its threshold. */
class CloneRulesTest {

  private static final Instant START = Instant.parse("2026-08-07T00:00:00Z");
  private static final Place CHANGSHA = Place.of(28.2, 112.9);
  private static final Place SHANGHAI = Place.of(31.2, 121.5);
  private static final Place YIYANG = Place.of(28.6, 112.3);

  @Test
  void twoPhonesFarApartWithinMinutesAreAJourneyNobodyMakes() {
    CloneRules.Finding found = judge(told(0, 1, CHANGSHA), told(60, 2, SHANGHAI)).orElseThrow();
    assertEquals(CloneRule.TRAVEL, found.rule());
    assertEquals(60, found.minutes());
    assertTrue(found.amount() > 850 && found.amount() < 950, found.toString());
  }

  @Test
  void aTrainANeighbouringTownAndOnePhoneOnTwoNetworksAreHonest() {
    assertHonest(told(0, 1, CHANGSHA), told(3 * 60, 2, SHANGHAI));
    assertHonest(told(0, 1, CHANGSHA), told(1, 2, YIYANG));
    assertHonest(told(0, 1, CHANGSHA), told(10, 1, SHANGHAI));
  }

  @Test
  void aPageOpenedAgainFromMemoryDoesNotSayWhereTheBoxIs() {
    assertHonest(told(0, 1, CHANGSHA), told(5_000, 2, SHANGHAI), told(5_010, 1, CHANGSHA));
  }

  @Test
  void oneOddAddressIsNotEnoughButTwoByThreeDevicesAre() {
    assertHonest(addressed(0, 1, CHANGSHA), addressed(10, 2, SHANGHAI));
    assertFound(
        CloneRule.TRAVEL,
        addressed(0, 1, CHANGSHA),
        addressed(10, 2, SHANGHAI),
        addressed(20, 3, CHANGSHA));
  }

  @Test
  void manyDevicesInADayAreACrowdAndSlowlyTooInTheEnd() {
    assertHonest(crowd(CloneRules.MOST_DEVICES_IN_A_DAY, 1));
    assertFound(CloneRule.CROWD_IN_A_DAY, crowd(CloneRules.MOST_DEVICES_IN_A_DAY + 1, 1));
    assertHonest(crowd(CloneRules.MOST_DEVICES, 60));
    assertFound(CloneRule.CROWD, crowd(CloneRules.MOST_DEVICES + 1, 60));
  }

  @Test
  void oneDeviceIsNoCrowdHoweverOftenItScans() {
    assertHonest(IntStream.range(0, 500).mapToObj(i -> scan(i, 7)).toArray(Sighting[]::new));
  }

  @Test
  void afterItWasBoughtAFamilyMayScanItAndAStreetMayNot() {
    List<Instant> bought = List.of(START);
    int day = 25 * 60;
    Sighting[] family =
        IntStream.range(0, CloneRules.MOST_DEVICES_AFTER_PURCHASE)
            .mapToObj(i -> scan(day + i, i))
            .toArray(Sighting[]::new);
    assertEquals(Optional.empty(), CloneRules.judge(List.of(family), bought));
    List<Sighting> street = new ArrayList<>(List.of(family));
    street.add(scan(day + 100, 99));
    assertEquals(CloneRule.AFTER_PURCHASE, CloneRules.judge(street, bought).orElseThrow().rule());
    assertEquals(Optional.empty(), CloneRules.judge(street, List.of()));
  }

  @Test
  void aBoxIsNotBoughtByFour() {
    assertEquals(Optional.empty(), CloneRules.judge(List.of(), List.of(START, START, START)));
    assertEquals(
        CloneRule.BOUGHT_OFTEN,
        CloneRules.judge(List.of(), List.of(START, START, START, START)).orElseThrow().rule());
  }

  @Test
  void aLabelThatIsNotInUseIsScannedByTheOfficeAndNobodyElse() {
    assertHonest(stocked(0, 1), stocked(1, 2), stocked(2, 2), scan(3, 3));
    assertFound(CloneRule.OUT_OF_USE, stocked(0, 1), stocked(1, 2), stocked(2, 3));
  }

  private static Sighting[] crowd(int devices, int minutesBetween) {
    return IntStream.range(0, devices)
        .mapToObj(i -> scan(i * minutesBetween, i))
        .toArray(Sighting[]::new);
  }

  private static void assertHonest(Sighting... sightings) {
    assertEquals(Optional.empty(), judge(sightings));
  }

  private static void assertFound(CloneRule rule, Sighting... sightings) {
    assertEquals(Optional.of(rule), judge(sightings).map(CloneRules.Finding::rule));
  }

  private static Optional<CloneRules.Finding> judge(Sighting... sightings) {
    return CloneRules.judge(List.of(sightings), List.of());
  }

  private static Sighting told(int minute, int device, Place place) {
    return Sighting.told(at(minute), device, place, true);
  }

  private static Sighting addressed(int minute, int device, Place place) {
    return Sighting.scan(at(minute), device, place, true);
  }

  private static Sighting scan(int minute, int device) {
    return Sighting.scan(at(minute), device, null, true);
  }

  private static Sighting stocked(int minute, int device) {
    return Sighting.scan(at(minute), device, null, false);
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
