package org.xiangpin.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.xiangpin.region.RegionFixture;

/**
 * A town in a county of its own, with one village and people with real accounts who act there. They
 * have no password; tests that sign in make their own.
 *
 * @param county 12 digits, as township and village
 * @param otherInspector a second one of the same township
 */
public record TownFixture(
    String county,
    String township,
    String village,
    Actor admin,
    Actor inspector,
    Actor otherInspector,
    Actor liaison) {

  /** Invented people's numbers, from the top: fixtures that sign in count from below. */
  private static final AtomicInteger PHONE = new AtomicInteger(9999);

  public static TownFixture create() {
    String county = RegionFixture.county();
    String township = RegionFixture.township(county, 111, "崔家桥镇");
    String village = RegionFixture.village(township, 229, "永固村委会");
    return new TownFixture(
        county,
        township,
        village,
        person("周管理（演示）", Role.COUNTY_ADMIN, county),
        person("李核验（演示）", Role.TOWNSHIP_INSPECTOR, township),
        person("王核验（演示）", Role.TOWNSHIP_INSPECTOR, township),
        person("陈联络（演示）", Role.LIAISON_OFFICER, village));
  }

  /** The liaison officer standing in for a producer. */
  public Actor liaisonFor(Long producerId) {
    return new Actor(liaison.accountId(), liaison.name(), liaison.role(), producerId);
  }

  /** A new person with this role. */
  public static Actor person(String name, Role role, String regionCode) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Account account =
                  Account.invite(
                      "1990000%04d".formatted(PHONE.getAndDecrement()),
                      name,
                      ScopedRole.of(role, regionCode),
                      Instant.parse("2026-07-01T00:00:00Z"));
              return new Actor(account.id(), name, role, null);
            });
  }
}
