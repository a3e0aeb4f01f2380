package org.xiangpin.producer;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;

/** What an impatient finger and a slow network do to a form. */
@QuarkusTest
class SentTwiceTest {

  private final String county = RegionFixture.county();
  private final String township = RegionFixture.township(county, 111, "崔家桥镇");
  private final String village = RegionFixture.village(township, 229, "永固村委会");
  private ConsoleClient officer;

  @BeforeEach
  void signIn() {
    officer = AccountFixture.with(Role.LIAISON_OFFICER, village).signIn();
  }

  @Test
  void aFormThatIsSentTwiceIsTakenOnceAndLeadsToTheSamePlace() {
    Map<String, String> form = form(markOfANewForm());
    Response first = officer.post("/console/producers", form);
    Response second = officer.post("/console/producers", form);
    assertEquals(303, first.statusCode());
    assertEquals(303, second.statusCode());
    assertEquals(first.header("Location"), second.header("Location"));
    assertEquals(1, producers());
  }

  @Test
  void aFormThatIsSentManyTimesAtTheSameMomentIsTakenOnce() throws Exception {
    Map<String, String> form = form(markOfANewForm());
    ExecutorService fingers = Executors.newFixedThreadPool(6);
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        answers.add(fingers.submit(() -> officer.post("/console/producers", form)));
      }
      String place = answers.get(0).get().header("Location");
      for (Future<Response> answer : answers) {
        assertEquals(303, answer.get().statusCode());
        assertEquals(place, answer.get().header("Location"));
      }
    } finally {
      fingers.shutdown();
    }
    assertEquals(1, producers());
  }

  @Test
  void aFormThatWasRefusedMayBeMendedAndSentAgain() {
    String mark = markOfANewForm();
    Map<String, String> form = form(mark);
    form.put("name", "");
    officer.post("/console/producers", form).then().statusCode(422);
    officer.post("/console/producers", form(mark)).then().statusCode(303);
    assertEquals(1, producers());
  }

  @Test
  void whoTypesSomethingElseSendsAnotherForm() {
    Map<String, String> form = form(markOfANewForm());
    String first = officer.post("/console/producers", form).header("Location");
    form.put("name", "另一户（演示）");
    String second = officer.post("/console/producers", form).header("Location");
    assertNotEquals(first, second);
    assertEquals(2, producers());
  }

  @Test
  void twoFormsOfOnePageAreTwoForms() {
    assertNotEquals(markOfANewForm(), markOfANewForm());
    officer.post("/console/producers", form(markOfANewForm())).then().statusCode(303);
    officer.post("/console/producers", form(markOfANewForm())).then().statusCode(303);
    assertEquals(2, producers());
  }

  @Test
  void anotherPersonsMarkLeadsNowhere() {
    String mark = markOfANewForm();
    String place = officer.post("/console/producers", form(mark)).header("Location");
    ConsoleClient other = AccountFixture.with(Role.LIAISON_OFFICER, village).signIn();
    Response answer = other.post("/console/producers", form(mark));
    answer.then().statusCode(303).header("Location", containsString("/console/producers/"));
    assertNotEquals(place, answer.header("Location"));
  }

  private String markOfANewForm() {
    return officer
        .get("/console/producers/new")
        .htmlPath()
        .getString("**.findAll { it.@name == 'once' }[-1].@value");
  }

  private long producers() {
    return QuarkusTransaction.requiringNew().call(() -> Producer.count("regionCode", village));
  }

  private Map<String, String> form(String mark) {
    Map<String, String> form = new HashMap<>();
    form.put("kind", "FARMER");
    form.put("name", "某户（演示）");
    form.put("shown", "FULL");
    form.put("village", village);
    form.put("once", mark);
    return form;
  }
}
