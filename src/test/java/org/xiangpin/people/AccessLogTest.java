package org.xiangpin.people;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.Caller;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Phone;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class AccessLogTest {

  private String county;
  private Person admin;

  @BeforeEach
  void aCounty() {
    county = RegionFixture.county();
    admin = AccountFixture.with(Role.COUNTY_ADMIN, county);
  }

  @Test
  void tellsWhatHappenedInOrder() {
    ConsoleClient client = ConsoleClient.anonymous();
    for (int i = 0; i < 5; i++) {
      client.trySignIn(admin.phone(), "wrong-password");
    }
    Person other = AccountFixture.with(Role.AUDITOR, county);
    ConsoleClient auditor = other.signIn();
    auditor.post("/console/sign-out", Map.of());
    assertEquals(
        List.of(
            AccessEvent.LOCKED,
            AccessEvent.SIGN_IN_FAILED,
            AccessEvent.SIGN_IN_FAILED,
            AccessEvent.SIGN_IN_FAILED,
            AccessEvent.SIGN_IN_FAILED,
            AccessEvent.SIGN_IN_FAILED),
        eventsOf(admin));
    assertEquals(List.of(AccessEvent.SIGNED_OUT, AccessEvent.SIGNED_IN), eventsOf(other));
  }

  @Test
  void tellsWhoDidItToWhom() {
    Person other = AccountFixture.with(Role.AUDITOR, county);
    ConsoleClient office = admin.signIn();
    String page = "/console/people/" + PeopleTest.number(other);
    Map<String, String> role = Map.of("role", "COUNTY_ADMIN", "region", county);
    office.post(page + "/roles", role).then().statusCode(303);
    office.post(page + "/roles/revocation", role).then().statusCode(303);
    office.post(page + "/password-reset", Map.of()).then().statusCode(200);
    office.post(page + "/disabling", Map.of()).then().statusCode(303);
    office.post(page + "/enabling", Map.of()).then().statusCode(303);
    assertEquals(
        List.of(
            AccessEvent.ENABLED,
            AccessEvent.DISABLED,
            AccessEvent.PASSWORD_RESET,
            AccessEvent.ROLE_REVOKED,
            AccessEvent.ROLE_GRANTED),
        eventsOf(other));
    assertTrue(entriesOf(other).stream().allMatch(e -> e.actorId().equals(admin.id())));
    office
        .get("/console/access-log")
        .then()
        .body(containsString("县管理员 · 测试县"))
        .body(containsString(other.name()));
  }

  @Test
  void keepsAddressAndBrowserWithoutTheirTricks() {
    Caller caller = new Caller("203.0.113.7", "Mo\u001b[31mzi\nlla\u202e" + "x".repeat(500));
    assertEquals("203.0.113.7", caller.address());
    assertTrue(caller.userAgent().startsWith("Mo[31mzillaxxx"));
    assertEquals(200, caller.userAgent().length());
  }

  @Test
  void keepsOfAnUnknownPhoneItsEndsAndOfOtherTextNothing() {
    String phone = AccountFixture.phone();
    ConsoleClient.anonymous().trySignIn(phone, "wrong-password");
    ConsoleClient.anonymous().trySignIn("my password by mistake", "wrong-password");
    List<AccessLog> unknown =
        QuarkusTransaction.requiringNew()
            .call(() -> AccessLog.<AccessLog>list("accountId is null and actorId is null"));
    assertTrue(unknown.stream().anyMatch(e -> Phone.masked(phone).equals(e.detail())));
    assertTrue(unknown.stream().anyMatch(e -> "?".equals(e.detail())));
    assertFalse(unknown.stream().anyMatch(e -> e.detail().contains("mistake")));
  }

  @Test
  void adminsAndAuditorsSeeTheirCountyAndNoOther() {
    Person auditor = AccountFixture.with(Role.AUDITOR, county);
    Person stranger = AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county());
    stranger.signIn();
    admin.signIn();
    for (Person person : List.of(admin, auditor)) {
      person
          .signIn()
          .get("/console/access-log")
          .then()
          .statusCode(200)
          .body(containsString(admin.name()))
          .body(not(containsString(stranger.name())));
    }
    assertEquals(404, stranger.signIn().get("/console/access-log?county=" + county).statusCode());
  }

  @Test
  void othersSeeTheirOwnEntriesOnly() {
    String village = RegionFixture.village(RegionFixture.township(county, 101, "东乡镇"), 201, "东村");
    ConsoleClient farmer = AccountFixture.with(Role.FARMER, village).signIn();
    farmer.get("/console/access-log").then().statusCode(403);
    farmer.get("/console/account").then().statusCode(200).body(containsString("登录了"));
  }

  @Test
  void goesBackFiftyEntriesAPage() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = 0; i < 60; i++) {
                AccessLog.add(
                    AccessEvent.SIGNED_OUT,
                    admin.id(),
                    null,
                    Caller.TERMINAL,
                    "entry-" + i + ".",
                    Instant.now().truncatedTo(ChronoUnit.MICROS));
              }
            });
    ConsoleClient client = admin.signIn();
    var first = client.get("/console/access-log");
    first.then().body(containsString("entry-59.")).body(not(containsString("entry-10.")));
    String next =
        first.htmlPath().getString("**.find { it.@href.text().contains('after=') }.@href");
    client
        .get(next)
        .then()
        .statusCode(200)
        .body(containsString("entry-10."))
        .body(containsString("entry-0."))
        .body(not(containsString("entry-59.")));
    client.get("/console/access-log?after=nonsense").then().statusCode(400);
  }

  private static List<AccessEvent> eventsOf(Person person) {
    return entriesOf(person).stream().map(AccessLog::event).toList();
  }

  private static List<AccessLog> entriesOf(Person person) {
    return QuarkusTransaction.requiringNew()
        .call(() -> AccessLog.<AccessLog>list("accountId = ?1 order by id desc", person.id()));
  }
}
