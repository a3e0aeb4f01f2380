package org.xiangpin.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A seeded model of what happens to labels: in the village, at a wholesaler, on a shop's shelf, at
 * home; and to copies of one label that are sold in three cities.
 */
final class ShopModel {

  /** How scans come to their places. */
  enum Places {
    NONE,
    TOLD_BY_SOME,
    TOLD_BY_ALL,
    BY_ADDRESS
  }

  /**
   * The scans of one label in their order.
   *
   * @param honest how many of them are of the original, before its copies appear
   * @param purchases when somebody said to have bought it
   */
  record Story(List<Sighting> sightings, int honest, List<Instant> purchases) {

    List<Instant> purchasesUntil(int seen) {
      Instant now = sightings.get(seen - 1).at();
      return purchases.stream().filter(at -> !at.isAfter(now)).toList();
    }
  }

  private record City(double latitude, double longitude, double gatewayNorth) {}

  private static final Instant START = Instant.parse("2026-08-07T00:00:00Z");
  private static final City VILLAGE = new City(28.9, 111.9, -0.7);

  /** Each with how far north the gateway of its networks is: its province's capital. */
  private static final City[] CITIES = {
    new City(28.2, 112.9, 0), // 长沙
    new City(31.2, 121.5, 0), // 上海
    new City(30.7, 104.1, 0), // 成都
    new City(23.1, 113.3, 0), // 广州
    new City(22.5, 114.1, 0.6), // 深圳
    new City(29.0, 111.7, -0.8), // 常德
    new City(32.0, 120.9, 0.1), // 南通
    new City(39.9, 116.4, 0), // 北京
  };

  private final Random random;
  private final Places places;

  ShopModel(long seed, Places places) {
    this.random = new Random(seed);
    this.places = places;
  }

  /** Village, wholesaler, shelf, home; sometimes a journey with it, or a canteen. */
  Story honest() {
    List<Sighting> scans = new ArrayList<>();
    double hour = 0;
    // who sticks it on tries it, and so may a colleague; their browsers may load it again later
    int packer = device();
    scan(scans, hour, packer, VILLAGE);
    if (random.nextInt(3) == 0) {
      scan(scans, hour + random.nextDouble(5), device(), VILLAGE);
    }
    if (random.nextInt(5) == 0) {
      scan(scans, hour + random.nextDouble(300), packer, VILLAGE);
    }
    City city = CITIES[random.nextInt(CITIES.length)];
    hour += 24 + random.nextInt(48);
    // a wholesaler scans the whole pallet with one device, twice when the light is bad
    if (random.nextBoolean()) {
      int wholesaler = device();
      scan(scans, hour, wholesaler, city);
      if (random.nextInt(4) == 0) {
        scan(scans, hour + 0.5, wholesaler, city);
      }
    }
    hour += 8 + random.nextInt(24);
    // on the shelf, most boxes are scanned by some shoppers, the front one by many
    int shoppers = random.nextInt(20) == 0 ? 20 + random.nextInt(20) : random.nextInt(9);
    double shelf = 6 + random.nextInt(60);
    for (int i = 0; i < shoppers; i++) {
      scan(scans, hour + random.nextDouble(shelf), device(), city);
    }
    hour += shelf;
    List<Instant> purchases = new ArrayList<>();
    int[] family = random.ints(1 + random.nextInt(5)).toArray();
    if (random.nextInt(3) == 0) {
      purchases.add(at(hour));
      if (family.length > 2 && random.nextInt(3) == 0) {
        purchases.add(at(hour + 1));
      }
    }
    home(scans, hour, family, city);
    return story(scans, purchases);
  }

  /** A family scans for weeks; some take the box along by train, some have it in a canteen. */
  private void home(List<Sighting> scans, double bought, int[] family, City city) {
    double hour = bought + 1;
    int times = random.nextInt(20);
    for (int i = 0; i < times; i++) {
      hour += random.nextDouble(60);
      scan(scans, hour, family[random.nextInt(family.length)], city);
    }
    if (random.nextInt(10) == 0) {
      // at 250 km an hour to the grandparents, who scan it too, and back
      City other = CITIES[random.nextInt(CITIES.length)];
      double travel = 1 + cell(city).kilometresTo(cell(other)) / 250;
      scan(scans, hour, family[0], city);
      scan(scans, hour + travel, family[0], other);
      scan(scans, hour + travel + 1, device(), other);
      scan(scans, hour + 2 * travel + 24, family[0], city);
      scan(scans, hour + 2 * travel + 26, device(), city);
    } else if (random.nextInt(10) == 0) {
      // a canteen: several devices behind one address
      for (int i = 0; i < 4; i++) {
        scan(scans, hour + random.nextDouble(2), device(), city);
      }
    }
  }

  /** One label on so many boxes; shops in three cities sell them in turn, within a week. */
  Story copied(int boxes) {
    List<Sighting> scans = new ArrayList<>();
    scan(scans, 0, device(), VILLAGE);
    return sold(scans, boxes, List.of());
  }

  /** The same of a label whose original was bought. */
  Story copiedAfterPurchase() {
    List<Sighting> scans = new ArrayList<>();
    scan(scans, 0, device(), VILLAGE);
    int buyer = device();
    scan(scans, 40, buyer, CITIES[0]);
    return sold(scans, 50, List.of(at(40.1)));
  }

  private Story sold(List<Sighting> scans, int boxes, List<Instant> purchases) {
    int original = scans.size();
    for (int box = 0; box < boxes; box++) {
      City city = CITIES[box % 3];
      double hour = 72 + box * 7 * 24.0 / boxes + random.nextDouble(6);
      int buyers = 1 + random.nextInt(2);
      for (int i = 0; i < buyers; i++) {
        scan(scans, hour + random.nextDouble(6), device(), city);
      }
    }
    Story story = story(scans, purchases);
    return new Story(story.sightings(), original, purchases);
  }

  private Story story(List<Sighting> scans, List<Instant> purchases) {
    return new Story(
        scans.stream().sorted(Comparator.comparing(Sighting::at)).toList(), 0, purchases);
  }

  private int device() {
    return random.nextInt();
  }

  private void scan(List<Sighting> scans, double hour, int device, City city) {
    boolean told =
        places == Places.TOLD_BY_ALL || places == Places.TOLD_BY_SOME && random.nextInt(3) == 0;
    Place place = null;
    if (told) {
      // people are somewhere in the city and around it
      place =
          Place.of(
              city.latitude() + random.nextGaussian() * 0.1,
              city.longitude() + random.nextGaussian() * 0.1);
    } else if (places == Places.BY_ADDRESS) {
      place = random.nextInt(3) == 0 ? gateway(city) : cell(city);
    }
    scans.add(new Sighting(at(hour), device, place, told, true, true));
  }

  private static Place cell(City city) {
    return Place.of(city.latitude(), city.longitude());
  }

  private static Place gateway(City city) {
    return Place.of(city.latitude() + city.gatewayNorth(), city.longitude() + 0.9);
  }

  private static Instant at(double hour) {
    return START.plus(Duration.ofSeconds((long) (hour * 3_600)));
  }
}
