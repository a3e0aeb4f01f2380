package org.xiangpin.mark;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.Actor;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.order.Together;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;

/** Marks: for whose goods, from when to when, and who enters them. */
@QuarkusTest
class MarkTest {

  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Product peaches = ProducerFixture.product(town.county());

  @Test
  void aMarkIsSeenOnItsLastDayAndNotTheDayAfter() {
    LocalDate last = today().plusDays(20);
    enter(facts(farmer, "A-" + town.county(), today(), last));
    assertEquals(1, valid(farmer, peaches, last));
    assertEquals(0, valid(farmer, peaches, last.plusDays(1)));
    assertEquals(0, valid(farmer, peaches, today().minusDays(1)));
  }

  @Test
  void aProducersMarkIsItsOwnAndTheCountysIsEverybodys() {
    Producer other = ProducerFixture.farmer(town.village());
    enter(facts(farmer, "B-" + town.county(), today(), today().plusDays(20)));
    assertEquals(0, valid(other, peaches, today()));
    enter(facts(null, "C-" + town.county(), today(), today().plusDays(20)));
    assertEquals(1, valid(other, peaches, today()));
    assertEquals(2, valid(farmer, peaches, today()));
    assertEquals(0, valid(farmer, ProducerFixture.product(town.county()), today()));
  }

  @Test
  void sixtyDaysBeforeItsLastDayTheOfficeIsReminded() {
    LocalDate last = today().plusDays(61);
    enter(facts(farmer, "D-" + town.county(), today(), last));
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    assertEquals(0, ending(today()));
    assertEquals(1, ending(today().plusDays(1)));
    assertEquals(1, ending(last));
    assertEquals(0, ending(last.plusDays(1)));
    inspector.get("/console").then().body(not(containsString("标志快到期了")));
    enter(facts(farmer, "E-" + town.county(), today(), today().plusDays(60)));
    inspector.get("/console").then().body(containsString("标志快到期了"));
  }

  @Test
  void whatWasTakenAwayIsNotSeenFromThatDayOn() {
    Mark mark = enter(facts(farmer, "F-" + town.county(), today(), today().plusDays(20)));
    QuarkusTransaction.requiringNew().run(() -> Mark.end(mark.id(), "证书被撤销", clock));
    assertEquals(0, valid(farmer, peaches, today()));
    assertThrows(
        WrongState.class,
        () -> QuarkusTransaction.requiringNew().run(() -> Mark.end(mark.id(), "再一次", clock)));
  }

  @Test
  void onlyCertificatesOfSomeKindsHaveNoEnd() {
    Mark.Facts endless =
        new Mark.Facts(
            MarkKind.GEOGRAPHIC_INDICATION,
            "汉寿黄桃（演示）",
            "G-" + town.county(),
            null,
            List.of(peaches),
            today(),
            null);
    assertFalse(enter(endless).isExpired(today().plusYears(30)));
    assertRefused("validTo", facts(farmer, "H", today(), null));
  }

  @Test
  void daysProductsAndHoldersThatCannotBeAreRefused() {
    assertRefused("validFrom", facts(farmer, "I", null, today()));
    assertRefused("validTo", facts(farmer, "I", today(), today().minusDays(1)));
    assertRefused("validTo", facts(farmer, "I", today().minusDays(9), today().minusDays(1)));
    assertRefused("validTo", facts(farmer, "I", today(), today().plusYears(21)));
    assertRefused("number", facts(farmer, " ", today(), today()));
    Product foreign = ProducerFixture.product(TownFixture.create().county());
    assertRefused(
        "product",
        new Mark.Facts(MarkKind.ORGANIC, "有机", "I", farmer, List.of(foreign), today(), today()));
    assertRefused(
        "product",
        new Mark.Facts(MarkKind.ORGANIC, "有机", "I", farmer, List.of(), today(), today()));
    Producer stranger = ProducerFixture.farmer(TownFixture.create().village());
    assertThrows(NotFound.class, () -> enter(facts(stranger, "I", today(), today().plusDays(1))));
  }

  @Test
  void aCertificateIsEnteredOnceAlsoByTwoAtTheSameMoment() {
    Mark.Facts facts = facts(farmer, "J-" + town.county(), today(), today().plusDays(20));
    List<Boolean> taken =
        Together.call(
            2,
            i ->
                () -> {
                  try {
                    enter(facts);
                    return true;
                  } catch (RuntimeException second) {
                    return false;
                  }
                });
    assertEquals(1, taken.stream().filter(t -> t).count());
    assertThrows(WrongState.class, () -> enter(facts));
  }

  @Test
  void aMarkIsNotEndedWithoutAReasonAndThePageComesBack() {
    Mark mark = MarkFixture.ofCounty(peaches, today(), today().plusDays(20), town.admin());
    TownFixture.signIn(town.admin())
        .post("/console/marks/" + mark.idText() + "/end", Map.of("reason", " "))
        .then()
        .statusCode(422)
        .body(containsString("reason-error"), containsString(peaches.label(Lang.ZH)));
  }

  @Test
  void ofTwoWhoEndAMarkAtTheSameMomentOneDoesAndTheOtherIsTold() {
    for (int round = 0; round < 5; round++) {
      Mark mark =
          MarkFixture.ofCounty(peaches, today(), today().plusDays(30 + round), town.admin());
      List<ConsoleClient> clients =
          List.of(TownFixture.signIn(town.admin()), TownFixture.signIn(town.admin()));
      String path = "/console/marks/" + mark.idText() + "/end";
      List<Integer> answers =
          Together.call(
              2,
              i -> () -> clients.get(i).post(path, Map.of("reason", "第" + i + "个")).statusCode());
      assertEquals(1, answers.stream().filter(s -> s == 303).count(), answers.toString());
    }
  }

  @Test
  void theTownshipEntersItsProducersMarksAndTheCountyItsOwn() {
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.post("/console/marks", form(farmer.idText(), "K-1")).then().statusCode(303);
    inspector.post("/console/marks", form("", "K-2")).then().statusCode(403);
    TownFixture.signIn(town.admin()).post("/console/marks", form("", "K-3")).then().statusCode(303);
    TownFixture.signIn(town.liaison())
        .post("/console/marks", form(farmer.idText(), "K-4"))
        .then()
        .statusCode(403);
    inspector
        .get("/console/marks")
        .then()
        .body(containsString("K-1"), containsString("K-3"), not(containsString("K-4")));
    TownFixture.signIn(TownFixture.create().inspector())
        .post("/console/marks", form(farmer.idText(), "K-5"))
        .then()
        .statusCode(404);
    inspector.post("/console/marks", form(farmer.idText(), "K-1")).then().statusCode(422);
  }

  private Map<String, String> form(String producer, String number) {
    return new HashMap<>(
        Map.of(
            "producer",
            producer,
            "kind",
            "GREEN_FOOD",
            "name",
            "绿色黄桃（演示）",
            "number",
            number + "-" + town.county(),
            "product",
            peaches.idText(),
            "validFrom",
            today().toString(),
            "validTo",
            today().plusDays(100).toString()));
  }

  private Mark.Facts facts(Producer holder, String number, LocalDate from, LocalDate to) {
    return new Mark.Facts(
        MarkKind.GREEN_FOOD, "绿色黄桃（演示）", number, holder, List.of(peaches), from, to);
  }

  private Mark enter(Mark.Facts facts) {
    Actor admin = town.admin();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Mark mark = new Mark(town.county(), facts, admin, clock);
              mark.persistAndFlush();
              return mark;
            });
  }

  private static int valid(Producer producer, Product product, LocalDate day) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Mark.validFor(producer, product, day).size());
  }

  private long ending(LocalDate day) {
    return QuarkusTransaction.requiringNew().call(() -> Mark.countEnding(town.county(), day));
  }

  private void assertRefused(String field, Mark.Facts facts) {
    Refusal refusal = assertThrows(InvalidInput.class, () -> enter(facts));
    assertNotNull(refusal.at(field, Lang.ZH), refusal.in(Lang.ZH));
    assertTrue(refusal.status() == 400);
  }

  private LocalDate today() {
    return Times.today(clock);
  }
}
