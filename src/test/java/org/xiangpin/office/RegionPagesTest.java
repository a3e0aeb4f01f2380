package org.xiangpin.office;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.Region;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class RegionPagesTest {

  private final String county = RegionFixture.county();
  private final String town = RegionFixture.township(county, 101, "柳甲镇");
  private final String other = RegionFixture.township(county, 102, "柳乙镇");
  private final String village = RegionFixture.village(town, 201, "柳东村委会");
  private ConsoleClient admin;

  @BeforeEach
  void signIn() {
    admin = AccountFixture.with(Role.COUNTY_ADMIN, county).signIn();
  }

  @Test
  void goesFromTheCountyDownToAVillage() {
    admin.get("/console/regions").then().body(containsString("柳甲镇"));
    admin.get("/console/regions/" + town).then().body(containsString("柳东村"));
    admin.get("/console/regions/" + village).then().body(containsString(village));
  }

  @Test
  void findsAVillageByTheNameThatPeopleUse() {
    admin
        .post("/console/regions/" + village + "/aliases", Map.of("alias", "老柳湾"))
        .then()
        .statusCode(303);
    admin.get("/console/regions?q=老柳湾").then().body(containsString("柳东村"));
  }

  @Test
  void keepsTheFormerNameOfARenamedVillage() {
    admin
        .post(
            "/console/regions/" + village + "/name",
            Map.of("name", "柳新村委会", "renamedOn", "2026-03-01"))
        .then()
        .statusCode(303);
    admin
        .get("/console/regions?q=柳东")
        .then()
        .body(containsString("柳新村"))
        .body(containsString(village));
  }

  @Test
  void mergesATownWithItsVillages() {
    admin
        .get("/console/regions/" + town + "?to=柳乙")
        .then()
        .body(containsString("value=\"" + other + "\""));
    admin
        .post(
            "/console/regions/" + town + "/successor",
            Map.of("to", "柳乙", "successor", other, "mergedOn", "2026-06-01"))
        .then()
        .statusCode(303);
    admin.get("/console/regions/" + town).then().body(containsString("现在属于"));
    admin.get("/console/regions/" + other).then().body(containsString("柳东村"));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertEquals(other, Region.require(village, "").parentCode());
              assertTrue(Region.covers(other, village), "the new town's scope takes it in");
              assertTrue(Region.covers(town, village), "and so does the former one's");
            });
  }

  @Test
  void aNameOfTheFutureIsEnteredWhenItsDayHasCome() {
    admin
        .post(
            "/console/regions/" + village + "/name",
            Map.of("name", "柳新村委会", "renamedOn", "2099-01-01"))
        .then()
        .statusCode(422)
        .body(containsString("到那天再登记"));
    admin
        .post(
            "/console/regions/" + town + "/successor",
            Map.of("to", "柳乙", "successor", other, "mergedOn", "2099-01-01"))
        .then()
        .statusCode(422);
    admin.get("/console/regions/" + village).then().body(containsString("柳东村"));
  }

  @Test
  void refusesAMergerIntoItselfAndANameOfBlanks() {
    admin
        .post(
            "/console/regions/" + town + "/successor",
            Map.of("to", "柳甲", "successor", town, "mergedOn", "2026-06-01"))
        .then()
        .statusCode(422)
        .body(containsString("只能并入另一个同级地区"));
    admin
        .post("/console/regions/" + town + "/aliases", Map.of("alias", " "))
        .then()
        .statusCode(422)
        .body(containsString("名字要 1 到 64 个字。"));
  }

  @Test
  void showsNobodyElsesCountyAndLetsAuditorsLookOnly() {
    String foreign = RegionFixture.township(RegionFixture.county(), 101, "外镇");
    admin.get("/console/regions/" + foreign).then().statusCode(404);
    admin
        .post("/console/regions/" + foreign + "/aliases", Map.of("alias", "某"))
        .then()
        .statusCode(404);
    ConsoleClient auditor = AccountFixture.with(Role.AUDITOR, county).signIn();
    auditor.get("/console/regions/" + town).then().body(not(containsString("/aliases")));
    auditor
        .post("/console/regions/" + town + "/aliases", Map.of("alias", "某"))
        .then()
        .statusCode(403);
  }
}
