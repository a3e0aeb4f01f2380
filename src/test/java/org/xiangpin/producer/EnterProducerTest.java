package org.xiangpin.producer;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class EnterProducerTest {

  private final String county = RegionFixture.county();
  private final String township = RegionFixture.township(county, 111, "崔家桥镇");
  private final String village = RegionFixture.village(township, 229, "永固村委会");
  private final String otherVillage = RegionFixture.village(township, 230, "永丰村委会");

  @Test
  void takesAProducerOfTheOfficersVillage() {
    ConsoleClient officer = AccountFixture.with(Role.LIAISON_OFFICER, village).signIn();
    officer.post("/console/producers", form(village)).then().statusCode(303);
  }

  @Test
  void refusesAProducerWhereTheOfficerOnlyReads() {
    Person person = AccountFixture.with(Role.LIAISON_OFFICER, village);
    AccountFixture.grant(person, Role.AUDITOR, county);
    person
        .signIn()
        .post("/console/producers", form(otherVillage))
        .then()
        .statusCode(422)
        .body(containsString("请选择您负责的村"))
        .body(containsString("某户（演示）"));
  }

  private static Map<String, String> form(String village) {
    return Map.of("kind", "FARMER", "name", "某户（演示）", "shown", "FULL", "village", village);
  }
}
