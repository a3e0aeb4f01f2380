package org.xiangpin.people;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.TestClock;

@QuarkusTest
class InvitationTest {

  @Inject TestClock clock;
  @Inject FirstAdmin firstAdmin;

  private String county;
  private Person admin;
  private ConsoleClient office;

  @BeforeEach
  void anAdminAtWork() {
    county = RegionFixture.county();
    admin = AccountFixture.with(Role.COUNTY_ADMIN, county);
    office = admin.signIn();
  }

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void theInvitedPersonSetsAPasswordAndIsIn() {
    String phone = AccountFixture.phone();
    String path = invite(phone);
    ConsoleClient invited = ConsoleClient.anonymous();
    invited.get(path).then().statusCode(200).body(containsString("陈立夏"));
    Response answer = invited.post(path, Map.of("password", "peach river lantern"));
    assertEquals(303, answer.statusCode());
    invited.get("/console").then().statusCode(200).body(containsString("审计员"));
    ConsoleClient.signIn(phone, "peach river lantern").get("/console").then().statusCode(200);
  }

  @Test
  void aLinkWorksOnce() {
    String path = invite(AccountFixture.phone());
    ConsoleClient first = ConsoleClient.anonymous();
    ConsoleClient second = ConsoleClient.anonymous();
    first.get(path);
    second.get(path);
    first.post(path, Map.of("password", "peach river lantern")).then().statusCode(303);
    second.post(path, Map.of("password", "somebody else's")).then().statusCode(410);
    second.get(path).then().statusCode(410).body(containsString("请让发给您的人再发一个"));
  }

  @Test
  void aLinkRunsOutAfterSevenDays() {
    String path = invite(AccountFixture.phone());
    clock.advance(Duration.ofDays(7).minusMinutes(1));
    ConsoleClient.anonymous().get(path).then().statusCode(200);
    clock.advance(Duration.ofMinutes(2));
    ConsoleClient.anonymous().get(path).then().statusCode(410);
  }

  @Test
  void refusesAnEasyPasswordAndKeepsTheLink() {
    String phone = AccountFixture.phone();
    String path = invite(phone);
    ConsoleClient invited = ConsoleClient.anonymous();
    invited.get(path);
    for (String easy : new String[] {"short", "12345678", phone, "password"}) {
      invited
          .post(path, Map.of("password", easy))
          .then()
          .statusCode(422)
          .body(containsString("密码"))
          .body(not(containsString("value=\"" + easy)));
    }
    invited.post(path, Map.of("password", "peach river lantern")).then().statusCode(303);
  }

  @Test
  void nobodySignsInBeforeThePasswordIsSet() {
    String phone = AccountFixture.phone();
    invite(phone);
    assertEquals(401, ConsoleClient.anonymous().trySignIn(phone, "").statusCode());
    assertEquals(401, ConsoleClient.anonymous().trySignIn(phone, "no such account").statusCode());
  }

  @Test
  void aResetEndsSessionsTheOldPasswordAndTheOldLink() {
    Person other = AccountFixture.with(Role.AUDITOR, county);
    ConsoleClient theirs = other.signIn();
    String page = "/console/people/" + PeopleTest.number(other);
    office.get(page);
    String first = linkIn(office.post(page + "/password-reset", Map.of()));
    assertEquals(303, theirs.get("/console").statusCode());
    assertEquals(
        401,
        ConsoleClient.anonymous().trySignIn(other.phone(), AccountFixture.PASSWORD).statusCode());
    String second = linkIn(office.post(page + "/password-reset", Map.of()));
    ConsoleClient.anonymous().get(first).then().statusCode(410);
    ConsoleClient.anonymous().get(second).then().statusCode(200);
  }

  @Test
  void aPhoneHasOneAccount() {
    office
        .post(
            "/console/people",
            Map.of("phone", admin.phone(), "name", "又一位", "role", "AUDITOR", "region", county))
        .then()
        .statusCode(422)
        .body(containsString("已经有账号"))
        .body(containsString("又一位"));
  }

  @Test
  void theFirstAdminOfACountyComesInByALinkFromTheTerminal() {
    String phone = AccountFixture.phone();
    String link = firstAdmin.invite(phone, "何清秋（演示）", RegionFixture.county());
    String path = link.substring(link.indexOf("/console/"));
    ConsoleClient invited = ConsoleClient.anonymous();
    invited.get(path).then().statusCode(200);
    invited.post(path, Map.of("password", "peach river lantern")).then().statusCode(303);
    invited.get("/console").then().body(containsString("县管理员"));
  }

  @Test
  void changingTheOwnPasswordNeedsTheOldOneAndSignsOutOtherDevices() {
    ConsoleClient phone = admin.signIn();
    office.get("/console/account");
    office
        .post(
            "/console/account/password", Map.of("old", "wrong", "password", "peach river lantern"))
        .then()
        .statusCode(422);
    office
        .post(
            "/console/account/password",
            Map.of("old", AccountFixture.PASSWORD, "password", "peach river lantern"))
        .then()
        .statusCode(303);
    assertEquals(200, office.get("/console").statusCode());
    assertEquals(303, phone.get("/console").statusCode());
    ConsoleClient.signIn(admin.phone(), "peach river lantern");
  }

  private String invite(String phone) {
    office.get("/console/people/new").then().statusCode(200);
    return linkIn(
        office.post(
            "/console/people",
            Map.of("phone", phone, "name", "陈立夏（演示）", "role", "AUDITOR", "region", county)));
  }

  private static String linkIn(Response page) {
    assertEquals(200, page.statusCode());
    String html = page.asString();
    int start = html.indexOf("/console/invitation/");
    assertTrue(start > 0, html);
    return html.substring(start, start + "/console/invitation/".length() + 26);
  }
}
