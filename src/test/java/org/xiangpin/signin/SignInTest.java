package org.xiangpin.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Tokens;

@QuarkusTest
class SignInTest {

  @Inject TestClock clock;

  private Person person;

  @BeforeEach
  void someone() {
    person = AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county());
  }

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void leadsToTheSignInPageWithoutASession() {
    ConsoleClient.anonymous()
        .get("/console/people?q=a")
        .then()
        .statusCode(303)
        .header("Location", containsString("/console/sign-in?next=%2Fconsole%2Fpeople%3Fq%3Da"));
  }

  @Test
  void keepsTheSessionFromScriptsAndOtherSites() {
    Response answer = ConsoleClient.anonymous().trySignIn(person.phone(), AccountFixture.PASSWORD);
    var cookie = answer.getDetailedCookie(SessionCookie.NAME);
    assertTrue(cookie.isHttpOnly());
    assertEquals("Lax", cookie.getSameSite());
    assertEquals("/", cookie.getPath());
  }

  @Test
  void takesThePhoneAsPeopleTypeIt() {
    String p = person.phone();
    String typed =
        "+86 " + p.substring(0, 3) + "-" + p.substring(3, 7) + " " + fullWidth(p.substring(7));
    assertEquals(
        303, ConsoleClient.anonymous().trySignIn(typed, AccountFixture.PASSWORD).statusCode());
  }

  @Test
  void answersAnUnknownPhoneAsItAnswersAWrongPassword() {
    Response unknown =
        ConsoleClient.anonymous().trySignIn(AccountFixture.phone(), "wrong-password");
    Response wrong = ConsoleClient.anonymous().trySignIn(person.phone(), "wrong-password");
    assertEquals(401, unknown.statusCode());
    assertEquals(401, wrong.statusCode());
    assertEquals(withoutDigits(unknown), withoutDigits(wrong));
  }

  @Test
  void locksAfterFiveWrongPasswordsAndUnlocksAfterFifteenMinutes() {
    ConsoleClient client = ConsoleClient.anonymous();
    for (int i = 0; i < 5; i++) {
      assertEquals(401, client.trySignIn(person.phone(), "wrong-password").statusCode());
    }
    Response locked = client.trySignIn(person.phone(), AccountFixture.PASSWORD);
    assertEquals(401, locked.statusCode());
    clock.advance(Duration.ofMinutes(14));
    assertEquals(401, client.trySignIn(person.phone(), AccountFixture.PASSWORD).statusCode());
    clock.advance(Duration.ofSeconds(61));
    assertEquals(303, client.trySignIn(person.phone(), AccountFixture.PASSWORD).statusCode());
  }

  @Test
  void aRightPasswordEndsTheRunOfWrongOnes() {
    ConsoleClient client = ConsoleClient.anonymous();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        client.trySignIn(person.phone(), "wrong-password");
      }
      assertEquals(303, person.signIn().get("/console/sign-in").statusCode());
    }
  }

  @Test
  void refusesAnAddressAfterTwentyFailuresForFifteenMinutes() {
    ConsoleClient guesser = ConsoleClient.anonymous();
    for (int i = 0; i < SignIn.FAILURES_PER_ADDRESS; i++) {
      assertEquals(401, guesser.trySignIn(AccountFixture.phone(), "wrong-password").statusCode());
    }
    assertEquals(429, guesser.trySignIn(person.phone(), AccountFixture.PASSWORD).statusCode());
    assertEquals(303, person.signIn().get("/console/sign-in").statusCode());
    clock.advance(Duration.ofMinutes(16));
    assertEquals(303, guesser.trySignIn(person.phone(), AccountFixture.PASSWORD).statusCode());
  }

  @Test
  void beginsANewSessionWhateverCookieTheBrowserBrought() {
    String planted = Tokens.token(52);
    ConsoleClient victim = ConsoleClient.anonymous().setCookie(SessionCookie.NAME, planted);
    victim.trySignIn(person.phone(), AccountFixture.PASSWORD);
    assertNotEquals(planted, victim.cookie(SessionCookie.NAME));
    ConsoleClient attacker = ConsoleClient.anonymous().setCookie(SessionCookie.NAME, planted);
    assertEquals(303, attacker.get("/console").statusCode());
    assertEquals(200, victim.get("/console").statusCode());
  }

  @Test
  void endsTheSessionOnTheServerWhenSigningOut() {
    ConsoleClient client = person.signIn();
    String token = client.cookie(SessionCookie.NAME);
    assertEquals(303, client.post("/console/sign-out", Map.of()).statusCode());
    assertNull(client.cookie(SessionCookie.NAME));
    client.setCookie(SessionCookie.NAME, token);
    assertEquals(303, client.get("/console").statusCode());
  }

  @Test
  void endsAllSessionsWhenSigningOutEverywhere() {
    ConsoleClient phone = person.signIn();
    ConsoleClient desk = person.signIn();
    desk.post("/console/account/sign-out-everywhere", Map.of()).then().statusCode(303);
    assertEquals(303, phone.get("/console").statusCode());
  }

  @Test
  void endsASessionAfterTwelveIdleHours() {
    ConsoleClient client = person.signIn();
    clock.advance(Duration.ofHours(11));
    assertEquals(200, client.get("/console").statusCode());
    clock.advance(Duration.ofHours(11));
    assertEquals(200, client.get("/console").statusCode());
    clock.advance(Duration.ofHours(12).plusSeconds(1));
    assertEquals(303, client.get("/console").statusCode());
  }

  @Test
  void endsASessionAfterThirtyDaysHoweverBusy() {
    ConsoleClient client = person.signIn();
    for (int half = 0; half < 65; half++) {
      clock.advance(Duration.ofHours(11));
      assertEquals(200, client.get("/console").statusCode(), "after " + (half + 1) * 11 + " hours");
    }
    clock.advance(Duration.ofHours(6));
    assertEquals(303, client.get("/console").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/", "//evil.example", "/\\evil.example", "/console/..//evil.example",
        "/console@evil.example", "/consoleevil", "javascript:alert(1)", "/api/storefront"
      })
  void followsNoRedirectOutOfTheConsole(String next) {
    ConsoleClient client = ConsoleClient.anonymous();
    client.get("/console/sign-in");
    Response answer =
        client.post(
            "/console/sign-in",
            Map.of("phone", person.phone(), "password", AccountFixture.PASSWORD, "next", next));
    assertEquals(303, answer.statusCode());
    assertTrue(answer.header("Location").matches("(http://localhost:\\d+)?/console"));
  }

  @Test
  void returnsToThePageThatWasAskedFor() {
    ConsoleClient client = ConsoleClient.anonymous();
    client.get("/console/sign-in");
    client
        .post(
            "/console/sign-in",
            Map.of(
                "phone",
                person.phone(),
                "password",
                AccountFixture.PASSWORD,
                "next",
                "/console/people?q=%E9%BE%99"))
        .then()
        .header("Location", containsString("/console/people?q=%E9%BE%99"));
  }

  @Test
  void refusesAnythingButFormsSoThatTheTokenCannotBePassedBy() {
    ConsoleClient client = person.signIn();
    RestAssured.given()
        .cookie(SessionCookie.NAME, client.cookie(SessionCookie.NAME))
        .contentType(ContentType.TEXT)
        .body("csrf=none")
        .post("/console/sign-out")
        .then()
        .statusCode(415);
    assertEquals(200, client.get("/console").statusCode());
  }

  @Test
  void neverWritesAPasswordIntoTheServersLog() {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage() + Arrays.toString(line.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      Log.info("the listener hears");
      ConsoleClient.anonymous().trySignIn(person.phone(), "never-to-be-written");
      ConsoleClient.anonymous().trySignIn("never-to-be-written", "never-to-be-written");
      person.signIn().get("/console");
    } finally {
      root.removeHandler(listener);
    }
    assertTrue(lines.stream().anyMatch(l -> l.contains("the listener hears")));
    assertTrue(lines.stream().noneMatch(l -> l.contains("never-to-be-written")));
    assertTrue(lines.stream().noneMatch(l -> l.contains(AccountFixture.PASSWORD)));
  }

  @Test
  void neverShowsAPasswordAgain() {
    ConsoleClient.anonymous()
        .trySignIn(person.phone(), "my-very-secret-words")
        .then()
        .body(not(containsString("my-very-secret-words")));
  }

  private static String withoutDigits(Response page) {
    return page.asString().replaceAll("value=\"[^\"]*\"", "").replaceAll("\\d", "");
  }

  private static String fullWidth(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
    return wide.toString();
  }
}
