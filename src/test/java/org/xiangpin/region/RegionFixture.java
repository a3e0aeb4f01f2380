package org.xiangpin.region;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.atomic.AtomicInteger;

/** Regions for tests. */
public final class RegionFixture {

  /** Invented counties count down from 99 99 99; no real code begins with 99. */
  private static final AtomicInteger NEXT_COUNTY = new AtomicInteger(999_999);

  private static boolean sourcesAreThere;

  private RegionFixture() {}

  /** 汉寿, 弥勒, 云县, 桃江, 彭山 and 汝州 with all towns and villages; read in once a run. */
  public static synchronized void sourcesCounties() {
    if (!sourcesAreThere) {
      CDI.current().select(RegionImport.class).get().bundled();
      sourcesAreThere = true;
    }
  }

  /** The code of an invented county of its own, with its province and city. */
  public static String county() {
    // a code that ends in two zeros is a city's
    String six = String.valueOf(NEXT_COUNTY.getAndUpdate(n -> n % 100 == 1 ? n - 2 : n - 1));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              ensure("99", Region.Level.PROVINCE, "九九省", null);
              ensure(six.substring(0, 4), Region.Level.CITY, "市辖区", "99");
              ensure(six, Region.Level.COUNTY, "测试县", six.substring(0, 4));
            });
    return RegionCode.padded(six);
  }

  /** A town of such a county, by its number in it: 101 → …101000. */
  public static String township(String county, int number, String name) {
    String nine = county.substring(0, 6) + "%03d".formatted(number);
    QuarkusTransaction.requiringNew()
        .run(() -> ensure(nine, Region.Level.TOWNSHIP, name, county.substring(0, 6)));
    return RegionCode.padded(nine);
  }

  public static String village(String township, int number, String name) {
    String twelve = township.substring(0, 9) + "%03d".formatted(number);
    QuarkusTransaction.requiringNew()
        .run(() -> ensure(twelve, Region.Level.VILLAGE, name, township.substring(0, 9)));
    return twelve;
  }

  private static void ensure(String digits, Region.Level level, String name, String parent) {
    String code = RegionCode.padded(digits);
    if (Region.findByCode(code).isEmpty()) {
      String above = parent == null ? null : RegionCode.padded(parent);
      new Region(code, level, name, above, Region.SINCE_EVER).persist();
    }
  }
}
