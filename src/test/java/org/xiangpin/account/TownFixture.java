package org.xiangpin.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.xiangpin.region.RegionFixture;

/**
 * A town in a county of its own, with one village and people with real accounts who act there.
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

  public static TownFixture create() {
    String county = RegionFixture.county();
    String township = RegionFixture.township(county, 111, "崔家桥镇");
    String village = RegionFixture.village(township, 229, "永固村委会");
    return new TownFixture(
        county,
        township,
        village,
        person(Role.COUNTY_ADMIN, county),
        person(Role.TOWNSHIP_INSPECTOR, township),
        person(Role.TOWNSHIP_INSPECTOR, township),
        person(Role.LIAISON_OFFICER, village));
  }

  /** The liaison officer standing in for a producer. */
  public Actor liaisonFor(Long producerId) {
    return new Actor(liaison.accountId(), liaison.name(), liaison.role(), producerId);
  }

  /** A browser in which one of these people is signed in. */
  public static ConsoleClient signIn(Actor actor) {
    String phone =
        QuarkusTransaction.requiringNew()
            .call(() -> Account.<Account>findById(actor.accountId()).phone());
    return ConsoleClient.signIn(phone, AccountFixture.PASSWORD);
  }

  /** A new person with this role. */
  public static Actor person(Role role, String regionCode) {
    AccountFixture.Person person = AccountFixture.with(role, regionCode);
    return new Actor(person.id(), person.name(), role, null);
  }
}
