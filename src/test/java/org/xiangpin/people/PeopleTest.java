package org.xiangpin.people;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.Ids;

@QuarkusTest
class PeopleTest {

  private String county;
  private String town;
  private String village;
  private String otherTown;
  private String otherVillage;

  @BeforeEach
  void aCounty() {
    county = RegionFixture.county();
    town = RegionFixture.township(county, 101, "东乡镇");
    otherTown = RegionFixture.township(county, 102, "西乡镇");
    village = RegionFixture.village(town, 201, "太平村");
    otherVillage = RegionFixture.village(otherTown, 201, "太平村");
  }

  static String number(Person person) {
    return Ids.toText(person.id());
  }

  @Test
  void anAdminInvitesEverybodyWithinTheCounty() {
    ConsoleClient admin = admin().signIn();
    assertEquals(200, invite(admin, Role.COUNTY_ADMIN, county));
    assertEquals(200, invite(admin, Role.TOWNSHIP_INSPECTOR, town));
    assertEquals(200, invite(admin, Role.LIAISON_OFFICER, village));
    assertEquals(200, invite(admin, Role.FARMER, otherVillage));
    assertEquals(200, invite(admin, Role.AUDITOR, county));
    assertEquals(422, invite(admin, Role.AUDITOR, RegionFixture.county()));
  }

  @Test
  void anInspectorInvitesLiaisonOfficersAndFarmersOfTheTownship() {
    ConsoleClient inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, town).signIn();
    assertEquals(200, invite(inspector, Role.LIAISON_OFFICER, village));
    assertEquals(200, invite(inspector, Role.FARMER, village));
    assertEquals(422, invite(inspector, Role.FARMER, otherVillage));
    assertEquals(422, invite(inspector, Role.TOWNSHIP_INSPECTOR, town));
    assertEquals(422, invite(inspector, Role.SUPERMARKET_PARTNER, village));
    assertEquals(422, invite(inspector, Role.COUNTY_ADMIN, county));
  }

  @Test
  void aLiaisonOfficerInvitesFarmersOfTheVillage() {
    ConsoleClient liaison = AccountFixture.with(Role.LIAISON_OFFICER, village).signIn();
    assertEquals(200, invite(liaison, Role.FARMER, village));
    assertEquals(422, invite(liaison, Role.FARMER, otherVillage));
    assertEquals(422, invite(liaison, Role.LIAISON_OFFICER, village));
  }

  @Test
  void farmersPartnersAndAuditorsInviteNobody() {
    for (Person person :
        List.of(
            AccountFixture.with(Role.FARMER, village),
            AccountFixture.with(Role.SUPERMARKET_PARTNER, village),
            AccountFixture.with(Role.AUDITOR, county))) {
      ConsoleClient client = person.signIn();
      assertEquals(403, client.get("/console/people").statusCode());
      assertEquals(403, invite(client, Role.FARMER, village));
    }
  }

  @Test
  void aRoleWantsARegionOfItsLevel() {
    assertEquals(422, invite(admin().signIn(), Role.TOWNSHIP_INSPECTOR, village));
    assertEquals(422, invite(admin().signIn(), Role.FARMER, county));
    assertEquals(422, invite(admin().signIn(), Role.FARMER, "123456789012"));
  }

  @Test
  void aPlaceIsNamedAsPeopleSayItAndAskedAboutWhenThereAreTwo() {
    Person inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, town);
    assertEquals(200, invite(inspector.signIn(), Role.FARMER, "太平村"));
    ConsoleClient admin = admin().signIn();
    admin.get("/console/people/new");
    admin
        .post("/console/people", form(Role.FARMER, "太平村"))
        .then()
        .statusCode(422)
        .body(containsString(village))
        .body(containsString(otherVillage));
  }

  @Test
  void anotherCountysPeopleAreNotThere() {
    Person stranger = AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county());
    ConsoleClient admin = admin().signIn();
    admin.get("/console/people").then().body(not(containsString(stranger.name())));
    admin.get("/console/people/" + number(stranger)).then().statusCode(404);
    for (String command :
        List.of("disabling", "enabling", "password-reset", "sign-out-everywhere")) {
      admin
          .post("/console/people/" + number(stranger) + "/" + command, Map.of())
          .then()
          .statusCode(404);
    }
    stranger.signIn();
  }

  @Test
  void theListHoldsThoseWhomThePersonLooksAfter() {
    Person farmer = AccountFixture.with(Role.FARMER, village);
    Person farFarmer = AccountFixture.with(Role.FARMER, otherVillage);
    Person inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, town);
    inspector
        .signIn()
        .get("/console/people")
        .then()
        .statusCode(200)
        .body(containsString(farmer.name()))
        .body(not(containsString(farFarmer.name())))
        .body(not(containsString(farmer.phone())));
    admin()
        .signIn()
        .get("/console/people?q=" + farFarmer.phone())
        .then()
        .body(containsString(farFarmer.name()))
        .body(not(containsString(farmer.name())));
  }

  @Test
  void aDisabledPersonIsOutAtOnce() {
    Person liaison = AccountFixture.with(Role.LIAISON_OFFICER, village);
    ConsoleClient theirs = liaison.signIn();
    ConsoleClient admin = admin().signIn();
    assertEquals(303, command(admin, liaison, "disabling"));
    assertEquals(303, theirs.get("/console").statusCode());
    assertEquals(
        401,
        ConsoleClient.anonymous().trySignIn(liaison.phone(), AccountFixture.PASSWORD).statusCode());
    assertEquals(303, command(admin, liaison, "enabling"));
    assertEquals(200, liaison.signIn().get("/console").statusCode());
  }

  @Test
  void nobodyDisablesHimself() {
    Person one = admin();
    admin();
    assertEquals(422, command(one.signIn(), one, "disabling"));
    one.signIn();
  }

  @Test
  void twoAdminsCannotRemoveEachOtherAtTheSameMoment() throws Exception {
    Person one = admin();
    Person two = admin();
    ConsoleClient first = one.signIn();
    ConsoleClient second = two.signIn();
    first.get("/console/people");
    second.get("/console/people");
    CyclicBarrier start = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> a =
          threads.submit(
              () -> {
                start.await();
                return command(first, two, "disabling");
              });
      Future<Integer> b =
          threads.submit(
              () -> {
                start.await();
                return command(second, one, "disabling");
              });
      a.get();
      b.get();
    } finally {
      threads.shutdownNow();
    }
    long left =
        List.of(one, two).stream()
            .filter(
                p ->
                    ConsoleClient.anonymous()
                            .trySignIn(p.phone(), AccountFixture.PASSWORD)
                            .statusCode()
                        == 303)
            .count();
    assertEquals(1, left);
  }

  @Test
  void theLastAdminKeepsTheRole() {
    Person one = admin();
    AccountFixture.grant(one, Role.AUDITOR, county);
    ConsoleClient client = one.signIn();
    client.get("/console/people/" + number(one));
    client
        .post(
            "/console/people/" + number(one) + "/roles/revocation",
            Map.of("role", "COUNTY_ADMIN", "region", county))
        .then()
        .statusCode(422)
        .body(containsString("最后一位管理员"));
  }

  @Test
  void whoeverHasRolesElsewhereIsDisabledByNoneOfThemAlone() {
    Person both = AccountFixture.with(Role.AUDITOR, county);
    AccountFixture.grant(both, Role.AUDITOR, RegionFixture.county());
    ConsoleClient admin = admin().signIn();
    assertEquals(422, command(admin, both, "disabling"));
    assertEquals(422, command(admin, both, "password-reset"));
    admin
        .get("/console/people/" + number(both))
        .then()
        .statusCode(200)
        .body(not(containsString(both.phone())));
    both.signIn();
  }

  @Test
  void aRoleGrantedOrRevokedHoldsFromTheNextPageOn() {
    Person farmer = AccountFixture.with(Role.FARMER, village);
    ConsoleClient theirs = farmer.signIn();
    assertEquals(403, theirs.get("/console/people").statusCode());
    ConsoleClient admin = admin().signIn();
    String page = "/console/people/" + number(farmer);
    admin.get(page);
    Map<String, String> role = Map.of("role", "LIAISON_OFFICER", "region", village);
    admin.post(page + "/roles", role).then().statusCode(303);
    assertEquals(200, theirs.get("/console/people").statusCode());
    admin.post(page + "/roles/revocation", role).then().statusCode(303);
    assertEquals(403, theirs.get("/console/people").statusCode());
    admin
        .post(page + "/roles/revocation", Map.of("role", "FARMER", "region", village))
        .then()
        .statusCode(422);
  }

  private Person admin() {
    return AccountFixture.with(Role.COUNTY_ADMIN, county);
  }

  private static int invite(ConsoleClient client, Role role, String region) {
    return client.post("/console/people", form(role, region)).statusCode();
  }

  private static Map<String, String> form(Role role, String region) {
    return Map.of(
        "phone", AccountFixture.phone(), "name", "新人（演示）", "role", role.name(), "region", region);
  }

  private static int command(ConsoleClient client, Person person, String command) {
    return client.post("/console/people/" + number(person) + "/" + command, Map.of()).statusCode();
  }
}
