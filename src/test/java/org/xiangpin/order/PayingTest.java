package org.xiangpin.order;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.order.ShopFixture.Goods;
import org.xiangpin.payment.CallbackFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.CertificationService;

/** Paying, cancelling and lapsing. */
@QuarkusTest
class PayingTest {

  private static final int FEN = 680;

  @Inject TestClock clock;
  @Inject OrderService orders;
  @Inject CertificationService certification;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  private void afterTheHold() {
    clock.advance(CustomerOrder.HELD_FOR.plusSeconds(1));
    orders.expireDue();
  }

  @Test
  void sellsWhatIsPaid() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    shop.order(order)
        .then()
        .body("state", equalTo("placed"))
        .body("payment.id", equalTo(payment))
        .body("payment.state", equalTo("pending"))
        .body("payment.amount.fen", equalTo(FEN));
    CallbackFixture.say(payment, "succeeded", FEN).then().statusCode(204);
    shop.order(order)
        .then()
        .body("state", equalTo("paid"))
        .body("paidAt", notNullValue())
        .body("payment.state", equalTo("succeeded"));
    assertEquals(List.of(500L, 0L, 500L), ShopFixture.stock(goods));
  }

  @Test
  void hearsTheSimulatorsOwnCallbackThoughItComesThreeTimes() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    shop.pay(order, "succeed", 10, 2).then().statusCode(201).body("state", equalTo("pending"));
    await(shop, order, "paid");
    assertEquals(List.of(500L, 0L, 500L), ShopFixture.stock(goods));
  }

  private static void await(ShopFixture shop, String order, String state) {
    Eventually.within(Duration.ofSeconds(20), () -> shop.stateOf(order).equals(state));
  }

  @Test
  void answersTheOpenPaymentWhenOneIsStartedAgain() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    List<String> payments =
        Together.call(10, i -> () -> shop.pay(order, "silent", 0, 0).path("id"));
    assertEquals(1, payments.stream().distinct().count(), payments.toString());
  }

  @Test
  void startsAnotherPaymentAfterOneFailed() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String first = shop.startSilently(order);
    CallbackFixture.say(first, "failed", FEN).then().statusCode(204);
    shop.order(order)
        .then()
        .body("state", equalTo("placed"))
        .body("payment.state", equalTo("failed"));
    String second = shop.startSilently(order);
    CallbackFixture.say(second, "succeeded", FEN).then().statusCode(204);
    shop.order(order).then().body("state", equalTo("paid"));
    assertTrue(!first.equals(second));
  }

  @Test
  void givesBackASecondPaymentOfOneOrder() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String first = shop.startSilently(order);
    CallbackFixture.say(first, "failed", FEN);
    String second = shop.startSilently(order);
    CallbackFixture.say(second, "succeeded", FEN);
    CallbackFixture.say(first, "succeeded", FEN).then().statusCode(204);
    assertEquals("REFUNDED", stateOf(first));
    assertEquals("SUCCEEDED", stateOf(second));
    assertEquals(List.of(500L, 0L, 500L), ShopFixture.stock(goods));
  }

  @Test
  void hearsASuccessOnceAndAFailureAfterItNever() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    List<Integer> heard =
        Together.call(8, i -> () -> CallbackFixture.say(payment, "succeeded", FEN).statusCode());
    assertEquals(List.of(204), heard.stream().distinct().toList());
    CallbackFixture.say(payment, "failed", FEN).then().statusCode(204);
    shop.order(order).then().body("state", equalTo("paid"));
    assertEquals(List.of(500L, 0L, 500L), ShopFixture.stock(goods));
  }

  @Test
  void believesNoForgedCallback() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    String body = CallbackFixture.body(payment, "succeeded", FEN, "CNY");
    String time = Long.toString(clock.instant().getEpochSecond());
    String good = CallbackFixture.signature(time, body);
    for (String fen : new String[] {"\"" + FEN + "\"", FEN + ".4", "1e9", "null", "true"}) {
      CallbackFixture.signed(body.replace("\"fen\":" + FEN, "\"fen\":" + fen), Duration.ZERO)
          .then()
          .statusCode(400);
    }
    CallbackFixture.post(body + " ", time, good).then().statusCode(401);
    CallbackFixture.post(body, time + "0", good).then().statusCode(401);
    CallbackFixture.post(body, time, good.substring(1)).then().statusCode(401);
    CallbackFixture.post(body, time, "v1=" + "0".repeat(64)).then().statusCode(401);
    CallbackFixture.post(body, "soon", good).then().statusCode(401);
    io.restassured.RestAssured.given()
        .body(body)
        .post("/api/payments/simulator/callback")
        .then()
        .statusCode(not(204));
    CallbackFixture.signed(body, Duration.ofMinutes(6)).then().statusCode(401);
    CallbackFixture.signed(body, Duration.ofMinutes(-6)).then().statusCode(401);
    shop.order(order).then().body("state", equalTo("placed"));
    CallbackFixture.post(body, time, good).then().statusCode(204);
    shop.order(order).then().body("state", equalTo("paid"));
  }

  @Test
  void refusesAnotherAmountThanWasAskedFor() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    CallbackFixture.say(payment, "succeeded", FEN - 1).then().statusCode(422);
    CallbackFixture.signed(CallbackFixture.body(payment, "succeeded", FEN, "USD"), Duration.ZERO)
        .then()
        .statusCode(422);
    shop.order(order).then().body("state", equalTo("placed"));
    CallbackFixture.say("0J4V9C2QK7M1T", "succeeded", FEN).then().statusCode(404);
  }

  @Test
  void givesTheGoodsBackTenMinutesAfterAnOrderThatNobodyPaid() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    String order = shop.placed(goods.product(), 500);
    clock.advance(CustomerOrder.HELD_FOR.minusSeconds(20));
    orders.expireDue();
    shop.order(order).then().body("state", equalTo("placed"));
    shop.place(goods.product(), 500).then().statusCode(409);
    clock.advance(Duration.ofSeconds(21));
    orders.expireDue();
    shop.order(order).then().body("state", equalTo("expired")).body("endedAt", notNullValue());
    assertEquals(List.of(500L, 0L, 0L), ShopFixture.stock(goods));
    shop.place(goods.product(), 500).then().statusCode(201);
  }

  @Test
  void startsNoPaymentOnceTheHoldIsOver() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    String order = shop.placed(goods.product(), 500);
    clock.advance(CustomerOrder.HELD_FOR);
    shop.pay(order, "silent", 0, 0).then().statusCode(409).body("code", equalTo("hold-expired"));
    orders.expireDue();
    shop.pay(order, "silent", 0, 0).then().statusCode(409);
  }

  @Test
  void sellsToAPaymentThatCameLateWhenTheGoodsAreStillThere() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    afterTheHold();
    CallbackFixture.say(payment, "succeeded", FEN).then().statusCode(204);
    shop.order(order)
        .then()
        .body("state", equalTo("paid"))
        .body("endedAt", nullValue())
        .body("payment.state", equalTo("succeeded"));
    assertEquals(List.of(0L, 0L, 500L), ShopFixture.stock(goods));
  }

  @Test
  void givesALatePaymentBackWhenTheGoodsAreGone() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    Goods other = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500, other.product(), 500);
    String payment = shop.startSilently(order);
    afterTheHold();
    String faster = shop.placed(goods.product(), 500);
    CallbackFixture.say(payment, "succeeded", 2 * FEN).then().statusCode(204);
    shop.order(order)
        .then()
        .body("state", equalTo("expired"))
        .body("payment.state", equalTo("refunded"));
    assertEquals(List.of(500L, 500L, 0L), ShopFixture.stock(goods));
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(other));
    shop.order(faster).then().body("state", equalTo("placed"));
  }

  @Test
  void givesALatePaymentBackWhenTheLotWasStopped() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    afterTheHold();
    certification.suspend(goods.lotId(), "复查", shop.byInspector());
    CallbackFixture.say(payment, "succeeded", FEN);
    shop.order(order).then().body("payment.state", equalTo("refunded"));
  }

  @Test
  void startsNoPaymentForALotThatWasStopped() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(500);
    String order = shop.placed(goods.product(), 500);
    certification.suspend(goods.lotId(), "复查", shop.byInspector());
    shop.pay(order, "silent", 0, 0).then().statusCode(409).body("code", equalTo("not-on-sale"));
  }

  @Test
  void putsGoodsOfACancelledOrderBackOnceHoweverOftenItIsCancelled() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    shop.placed(goods.product(), 500);
    List<Integer> answers = Together.call(8, i -> () -> shop.cancel(order).statusCode());
    assertEquals(List.of(200), answers.stream().distinct().toList());
    shop.order(order).then().body("state", equalTo("cancelled"));
    assertEquals(List.of(1_000L, 500L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void paysBackAPaidOrderThatIsCancelledAndSaysSo() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    CallbackFixture.say(payment, "succeeded", FEN);
    shop.cancel(order)
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"))
        .body("payment.state", equalTo("refunded"));
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(goods));
    CallbackFixture.say(payment, "succeeded", FEN).then().statusCode(204);
    shop.order(order).then().body("payment.state", equalTo("refunded"));
  }

  @Test
  void paysBackMoneyThatComesAfterTheCancellation() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    String payment = shop.startSilently(order);
    shop.cancel(order);
    CallbackFixture.say(payment, "succeeded", FEN).then().statusCode(204);
    shop.order(order)
        .then()
        .body("state", equalTo("cancelled"))
        .body("payment.state", equalTo("refunded"));
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void cancelsNothingThatHasLapsed() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    afterTheHold();
    shop.cancel(order).then().statusCode(409).body("code", equalTo("wrong-state"));
    assertEquals(List.of(1_000L, 0L, 0L), ShopFixture.stock(goods));
  }

  @Test
  void refusesWordsOfTheSimulatorThatItDoesNotKnow() {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(1_000);
    String order = shop.placed(goods.product(), 500);
    shop.pay(order, "explode", 0, 0).then().statusCode(400);
    shop.pay(order, "succeed", -1, 0).then().statusCode(400);
    shop.pay(order, "succeed", 0, 1_000).then().statusCode(400);
    shop.order(order).then().body("payment", nullValue());
  }

  private static String stateOf(String payment) {
    return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
        .call(
            () ->
                org.xiangpin.payment.Payment.<org.xiangpin.payment.Payment>findById(
                        ShopFixture.number(payment))
                    .state()
                    .name());
  }
}
