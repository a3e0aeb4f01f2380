package org.xiangpin.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class ConsoleTest {

  private Person person;

  @BeforeEach
  void someone() {
    person = AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county());
  }

  @Test
  void greetsThePersonByNameAndRole() {
    person
        .signIn()
        .get("/console")
        .then()
        .statusCode(200)
        .body(containsString(person.name()))
        .body(containsString("县管理员"))
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", ConsoleFilter.POLICY);
  }

  @Test
  void manyPlacesStandInGroupsAndTheGroupOneIsInShowsItsPlaces() {
    ConsoleClient client = person.signIn();
    assertEquals(List.of("种和收", "把关", "卖货", "管理"), menu(client.get("/console")));
    assertEquals(
        List.of("种和收", "把关", "卖货", "管理", "农户", "批次", "用药", "收购", "缺什么"),
        menu(client.get("/console/pesticides")));
  }

  @Test
  void fewPlacesStandSideBySide() {
    Person officer = AccountFixture.with(Role.LIAISON_OFFICER, TownFixture.create().village());
    assertEquals(
        List.of("农户", "批次", "用药", "收购", "缺什么", "标签", "上架", "订单", "人员"),
        menu(officer.signIn().get("/console")));
  }

  private static List<String> menu(Response page) {
    return page.htmlPath()
        .getList("**.findAll { it.name() == 'a' && it.parent().name() == 'nav' }", String.class);
  }

  @Test
  void speaksTheLanguageThatThePersonChose() {
    ConsoleClient client = person.signIn();
    client
        .get("/console/language?to=en&next=%2Fconsole%2Faccount")
        .then()
        .statusCode(303)
        .header("Location", containsString("/console/account"));
    client.get("/console").then().body(containsString("County admin"));
    client
        .get("/console/language?to=zh&next=https%3A%2F%2Fevil.example")
        .then()
        .header("Location", not(containsString("evil")));
    client.get("/console").then().body(containsString("县管理员"));
  }

  @Test
  void whoChoosesALanguageOnTheStartPageStaysThere() {
    given()
        .redirects()
        .follow(false)
        .queryParam("to", "en")
        .queryParam("next", "/")
        .get("/console/language")
        .then()
        .statusCode(303)
        .header("Location", "/");
  }

  @Test
  void aPageOfAFailureLeadsToTheOtherLanguage() {
    ConsoleClient client = person.signIn();
    client
        .get("/console/lots/nothing?tab=todo")
        .then()
        .statusCode(404)
        .body(containsString("没有这一页"))
        .body(containsString("to=en&amp;next=%2Fconsole%2Flots%2Fnothing%3Ftab%3Dtodo\""));
    client
        .post("/console/lots/nothing/submit", Map.of())
        .then()
        .statusCode(404)
        .body(containsString("to=en&amp;next=%2Fconsole\""));
    given().get("/nothing").then().statusCode(404).body(containsString("href=\"?lang=en\""));
    given().get("/nothing?lang=en").then().statusCode(404).body(containsString("Nothing here"));
  }

  @Test
  void offersToBeginWhatOnlyTheVillageMayBegin() {
    String village =
        RegionFixture.village(
            RegionFixture.township(RegionFixture.county(), 111, "崔家桥镇"), 229, "永固村委会");
    AccountFixture.with(Role.LIAISON_OFFICER, village)
        .signIn()
        .get("/console")
        .then()
        .body(containsString("登记一批新货"));
    person.signIn().get("/console").then().body(not(containsString("登记一批新货")));
  }

  @Test
  void refusesAFormWithoutItsToken() {
    ConsoleClient client = person.signIn();
    Response answer = client.forgetToken().post("/console/sign-out", Map.of("a", "b"));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.asString().contains("没有保存"));
    assertEquals(200, client.get("/console").statusCode());
  }

  @Test
  void twoPagesOpenAtOnceKeepTheirForms() {
    ConsoleClient client = person.signIn();
    String token =
        client.get("/console").htmlPath().getString("**.find { it.@name == 'csrf' }.@value");
    client.get("/console/account");
    client.get("/console/people");
    assertEquals(
        303, client.forgetToken().post("/console/sign-out", Map.of("csrf", token)).statusCode());
  }

  @Test
  void takesJsonOfTheApiWithoutAFormToken() {
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/test-probe")
        .then()
        .statusCode(204)
        .header("Set-Cookie", (String) null);
  }

  @Test
  void leavesNoCookieOutsideTheConsole() {
    RestAssured.given().get("/q/openapi").then().header("Set-Cookie", (String) null);
  }
}
