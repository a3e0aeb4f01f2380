package org.xiangpin.order;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.payment.CallbackFixture;
import org.xiangpin.shared.Ids;

/** The producer's side in the console: sell, pack, send, weigh again. */
@QuarkusTest
class PackingTest {

  private static final long STEP = 500;
  private static final long FEN_A_STEP = 680;

  private ShopFixture shop;
  private ConsoleClient liaison;

  @BeforeEach
  void open() {
    shop = ShopFixture.shared();
    liaison = shop.liaison.signIn();
  }

  @Test
  void aPaidOrderIsPackedSentAndReceived() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String order = paid(goods, 2 * STEP);
    String page = "/console/orders/" + order + "/" + Ids.toText(goods.producerId());
    liaison.get("/console/orders").then().statusCode(200).body(containsString(order));
    liaison.get("/console").then().body(containsString("订单要打包"));
    liaison.get(page + "/slip").then().statusCode(200).body(containsString("装箱单"));
    liaison
        .post(page + "/parcel", Map.of("carrier", "中国邮政", "number", "!"))
        .then()
        .statusCode(422)
        .body(containsString("number-error"));
    liaison
        .post(page + "/parcel", Map.of("carrier", "中国邮政", "number", number()))
        .then()
        .statusCode(303);
    shop.order(order).then().body("state", equalTo("shipped"));
    liaison.get("/console/orders").then().body(not(containsString(order)));
    liaison.get("/console/orders?tab=way").then().body(containsString(order));
    liaison.post(page + "/receipt", Map.of()).then().statusCode(303);
    shop.order(order).then().body("state", equalTo("received"));
    liaison.get("/console/orders?tab=done").then().body(containsString(order));
  }

  @Test
  void whoOnlyLooksAtAProducerReadsNoBuyersName() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String order = paid(goods, 2 * STEP);
    ConsoleClient inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, shop.township).signIn();
    ConsoleClient auditor = AccountFixture.with(Role.AUDITOR, shop.county).signIn();
    for (ConsoleClient looker : List.of(inspector, auditor)) {
      looker.get("/console/orders").then().statusCode(200).body(not(containsString(order)));
      looker
          .get("/console/orders?q=" + order)
          .then()
          .statusCode(200)
          .body(not(containsString("/console/orders/" + order)));
    }
  }

  @Test
  void whatTheLiaisonOfficerDoesForASellerIsRecordedAsSuch() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String listing = "/console/listings/" + goods.product();
    String order = paid(goods, 2 * STEP);
    String packing = "/console/orders/" + order + "/" + Ids.toText(goods.producerId());
    liaison.post(
        listing + "/edit", Map.of("title", "新名字", "price", "7.50", "unit", "500", "step", "2"));
    liaison.post(listing + "/state", Map.of("step", "pause"));
    liaison.post(listing + "/stock", Map.of("direction", "less", "jin", "2", "reason", "碰伤两斤"));
    liaison.post(packing + "/parcel", Map.of("carrier", "中国邮政", "number", number()));
    liaison.post(packing + "/receipt", Map.of());
    String page = liaison.get("/console/producers/" + Ids.toText(goods.producerId())).asString();
    String who = shop.liaison.name() + "代办：";
    for (String done : List.of("改价格或说明", "暂停卖", "改库存", "发货", "记收货")) {
      assertTrue(page.contains(who + done), done + " in " + page);
    }
    assertTrue(page.contains("碰伤两斤"), page);
  }

  @Test
  void anOrderThatIsNotPaidIsNobodysToPack() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String order = shop.placed(goods.product(), STEP);
    liaison
        .get("/console/orders/" + order + "/" + Ids.toText(goods.producerId()))
        .then()
        .statusCode(404);
  }

  @Test
  void ordersAndListingsOfAnotherVillageAreNotThere() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String order = paid(goods, STEP);
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().liaison());
    String page = "/console/orders/" + order + "/" + Ids.toText(goods.producerId());
    stranger.get(page).then().statusCode(404);
    stranger.get(page + "/slip").then().statusCode(404);
    stranger
        .post(page + "/parcel", Map.of("carrier", "中国邮政", "number", number()))
        .then()
        .statusCode(404);
    stranger.get("/console/listings/" + goods.product()).then().statusCode(404);
    stranger
        .post("/console/listings/" + goods.product() + "/state", Map.of("step", "withdraw"))
        .then()
        .statusCode(404);
    shop.order(order).then().body("state", equalTo("paid"));
  }

  @Test
  void aListingIsEditedPausedResumedAndWithdrawn() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String page = "/console/listings/" + goods.product();
    liaison
        .post(page + "/edit", Map.of("title", "新名字", "price", "7.50", "unit", "500", "step", "2"))
        .then()
        .statusCode(303);
    product(goods).body("price.fen", equalTo(750)).body("stepGrams", equalTo(1000));
    liaison.post(page + "/state", Map.of("step", "pause")).then().statusCode(303);
    shop.place(goods.product(), 2 * STEP)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-on-sale"));
    liaison.post(page + "/state", Map.of("step", "resume")).then().statusCode(303);
    shop.placed(goods.product(), 2 * STEP);
    liaison.post(page + "/state", Map.of("step", "withdraw")).then().statusCode(303);
    shop.place(goods.product(), 2 * STEP).then().statusCode(409);
  }

  @Test
  void aPriceThatIsNoPriceComesBackWithWhatWasTyped() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    for (String price : new String[] {"0", "-1", "abc", "0.001", "99999999"}) {
      liaison
          .post(
              "/console/listings/" + goods.product() + "/edit",
              Map.of("title", "新名字", "price", price, "unit", "500", "step", "1"))
          .then()
          .statusCode(422)
          .body(containsString("price-error"))
          .body(containsString("value=\"" + price + "\""));
    }
    product(goods).body("price.fen", equalTo((int) FEN_A_STEP));
  }

  @Test
  void stockIsCorrectedWithAReasonAndNeverBelowWhatIsPromised() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String page = "/console/listings/" + goods.product() + "/stock";
    liaison
        .post(page, Map.of("direction", "less", "jin", "2", "reason", ""))
        .then()
        .statusCode(422);
    liaison
        .post(page, Map.of("direction", "less", "jin", "2", "reason", "碰伤两斤"))
        .then()
        .statusCode(303);
    assertEquals(8 * STEP, ShopFixture.stock(goods).get(0));
    shop.placed(goods.product(), 7 * STEP);
    liaison
        .post(page, Map.of("direction", "less", "jin", "2", "reason", "又碰伤两斤"))
        .then()
        .statusCode(422);
    assertEquals(8 * STEP, ShopFixture.stock(goods).get(0));
  }

  @Test
  void aCorrectionThatIsSentTwiceCountsOnce() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String page = "/console/listings/" + goods.product();
    String seen =
        liaison.get(page).asString().replaceFirst("(?s).*name=\"seen\" value=\"(\\w+)\".*", "$1");
    Map<String, String> form =
        Map.of("direction", "less", "jin", "2", "reason", "碰伤两斤", "seen", seen);
    List<Integer> answers =
        Together.call(4, i -> () -> liaison.post(page + "/stock", form).statusCode());
    assertEquals(List.of(303, 422, 422, 422), answers.stream().sorted().toList());
    assertEquals(8 * STEP, ShopFixture.stock(goods).get(0));
  }

  @Test
  void aButtonThatIsPressedTwiceIsRefusedOnceAndNeverFails() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String page = "/console/listings/" + goods.product();
    List<Integer> answers =
        Together.call(
            4, i -> () -> liaison.post(page + "/state", Map.of("step", "pause")).statusCode());
    assertEquals(List.of(303, 422, 422, 422), answers.stream().sorted().toList());
    Map<String, String> terms = Map.of("title", "新名字", "price", "7.50", "unit", "500", "step", "2");
    List<Integer> edits =
        Together.call(4, i -> () -> liaison.post(page + "/edit", terms).statusCode());
    assertEquals(List.of(303, 303, 303, 303), edits);
  }

  @Test
  void onlyWhoPacksSeesWhereAnOrderGoes() {
    ShopFixture.Goods goods = shop.goods(10 * STEP);
    String order = paid(goods, 2 * STEP);
    String page = "/console/orders/" + order + "/" + Ids.toText(goods.producerId());
    liaison.get(page).then().body(containsString("送到"));
    shop.inspector.signIn().get(page).then().statusCode(200).body(not(containsString("送到")));
  }

  @Test
  void anUncertifiedLotIsNotListed() {
    TownFixture town = TownFixture.create();
    String lot = org.xiangpin.trace.LotFixture.submitted(town, 10_000).idText();
    TownFixture.signIn(town.liaison())
        .post(
            "/console/listings",
            Map.of(
                "lot", lot, "title", "还没核验", "price", "5", "unit", "500", "step", "1", "publish",
                "true"))
        .then()
        .statusCode(422);
  }

  private String paid(ShopFixture.Goods goods, long grams) {
    String order = shop.placed(goods.product(), grams);
    String payment = shop.startSilently(order);
    CallbackFixture.say(payment, "succeeded", grams / STEP * FEN_A_STEP).then().statusCode(204);
    assertEquals("paid", shop.stateOf(order));
    return order;
  }

  private io.restassured.response.ValidatableResponse product(ShopFixture.Goods goods) {
    return shop.api().get("/api/storefront/v1/products/" + goods.product()).then().statusCode(200);
  }

  private static String number() {
    return "T" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
  }
}
