package org.xiangpin.recall;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.lineage.LineageFixture.of;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.mass.MassBreach;
import org.xiangpin.mass.MassExceeded;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.region.Region;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;
import org.xiangpin.stock.StockService;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.tracelog.LogFixture;
import org.xiangpin.tracelog.TraceLog;

/** Two villages' peaches are merged, packed and sold; one village's are recalled. */
@QuarkusTest
class RecallStoryTest {

  @Inject LotService lots;
  @Inject StockService stock;
  @Inject RecallService recalls;
  @Inject TraceLog log;
  @Inject Clock clock;
  @Inject TestClock testClock;

  private final ShopFixture shop = ShopFixture.open();
  private final TownFixture town = town(shop.village);
  private final TownFixture otherVillage = town(RegionFixture.village(shop.township, 202, "李家村委会"));

  @AfterEach
  void resetClock() {
    testClock.reset();
  }

  @Test
  void twoVillagesLotsAreMergedRepackedSoldAndOneOfThemIsRecalled() {
    // two villages harvest; their lots are certified
    Lot ours = lot(shop.certifiedLot(shop.producer("张种桃（演示）"), 10_000));
    Lot theirs =
        LotFixture.certified(
            otherVillage, ProducerFixture.farmer(otherVillage.village()), ours.product(), 10_000);
    Producer cooperative = ProducerFixture.cooperative(shop.village);

    // one kilogram too much is refused, and the inspector learns of it
    assertThrows(
        MassExceeded.class,
        () ->
            LineageFixture.make(
                StepKind.MERGE,
                cooperative,
                town.liaison(),
                List.of(of(ours, 10_000), of(theirs, 11_000)),
                21_000));
    assertEquals(1_000, QuarkusTransaction.requiringNew().call(() -> exceeded(theirs)).longValue());

    // merged, repacked: each time the certificate is issued anew before the township certifies
    Lot mixed =
        LineageFixture.make(
                StepKind.MERGE,
                cooperative,
                town.liaison(),
                List.of(of(ours, 10_000), of(theirs, 10_000)),
                19_500)
            .get(0);
    assertThrows(
        WrongState.class, () -> lots.submit(mixed.id(), town.liaisonFor(cooperative.id())));
    certify(mixed);
    Lot packed =
        LineageFixture.make(
                StepKind.REPACK, cooperative, town.liaison(), List.of(of(mixed, 19_500)), 19_000)
            .get(0);
    certify(packed);

    // sold
    Listing listing = onSale(packed);
    String order = shop.placed(listing.idText(), 1_000);
    scan(packed)
        .body(containsString("verdict certified"))
        .body(containsString("来自" + village(ours) + "、" + village(theirs)));

    // one source is recalled: all that was made of it stops at once, the other source does not
    Recall recall = recalls.open(ours.id(), "买家投诉农药味", town.inspector());
    for (Lot lot : List.of(ours, mixed, packed)) {
      assertEquals(LotState.HELD, LotFixture.again(lot).state());
    }
    assertEquals(LotState.CERTIFIED, LotFixture.again(theirs).state());
    scan(packed).body(containsString("verdict attention")).body(containsString("可能要召回"));
    shop.place(listing.idText(), 1_000).then().statusCode(409);

    // a second person confirms: the pages are red and say what to do
    recalls.confirm(recall.id(), "复检农药残留超标", town.otherInspector());
    scan(packed)
        .body(containsString("verdict stop"))
        .body(containsString("已召回"))
        .body(containsString("请不要吃"))
        .body(containsString("复检农药残留超标"));
    scan(theirs).body(containsString("verdict certified"));

    // the orders are found; names only for who packs them
    String page = "/console/recalls/" + recall.number();
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString(order))
        .body(not(containsString("张三（演示）")));
    ConsoleClient officer = TownFixture.signIn(town.liaison());
    officer
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString(order))
        .body(containsString("张三（演示）"));
    inspector
        .get(page + "/notice")
        .then()
        .statusCode(200)
        .body(containsString("召回通知"))
        .body(containsString(packed.code()));

    // found again, destroyed, closed
    recalls.find(recall.id(), packed.id(), 18_500, 18_000, town.inspector());
    recalls.close(recall.id(), "全部销毁，农户已培训。", town.inspector());
    inspector.get(page).then().body(containsString("全部销毁"));

    // the log proves every step
    LogFixture.sign();
    for (Lot lot : List.of(ours, mixed, packed)) {
      for (TraceEventType step : List.of(TraceEventType.HELD, TraceEventType.RECALLED)) {
        String entry = proven(lot, step);
        assertTrue(entry.contains(recall.number()), entry);
        assertTrue(entry.contains(lot.code()), entry);
      }
    }
    assertTrue(proven(mixed, TraceEventType.MADE).contains(theirs.code()));
    assertTrue(proven(packed, TraceEventType.FOUND).contains("18500"));
    assertTrue(proven(ours, TraceEventType.CLOSED).contains(recall.number()));
  }

  private static String village(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Region.nameOf(lot.regionCode(), lot.regionCode()));
  }

  private static long exceeded(Lot lot) {
    MassBreach breach = MassBreach.ofLot(lot.id()).get(0);
    return breach.askedGrams() - breach.freeGrams();
  }

  private void certify(Lot lot) {
    lots.commit(
        lot.id(),
        CommitmentCertificate.Basis.OWN_TEST,
        "19900001234",
        town.liaisonFor(lot.producerId()));
    LotFixture.certify(town, LotFixture.submit(town, lot));
  }

  private Listing onSale(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Listing listing =
                  stock.list(
                      Lot.findById(lot.id()),
                      new ListingTerms("两村黄桃", null, 680, 500, 500),
                      town.liaison());
              listing.publish(clock);
              return listing;
            });
  }

  /** The step's entry as the proof holds it. */
  private String proven(Lot lot, TraceEventType type) {
    TraceEvent step =
        QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id())).stream()
            .filter(e -> e.type() == type)
            .findFirst()
            .orElseThrow();
    LogProof proof = log.prove(log.provenIndexOf(step.logPlace()).orElseThrow()).orElseThrow();
    byte[] entry = Base64.getDecoder().decode(proof.extra().orElseThrow());
    return new String(entry, StandardCharsets.UTF_8);
  }

  private static Lot lot(long id) {
    return LotFixture.again(QuarkusTransaction.requiringNew().call(() -> Lot.<Lot>findById(id)));
  }

  private static ValidatableResponse scan(Lot lot) {
    return given().header("Accept", "text/html").get(lot.link().path()).then().statusCode(200);
  }

  private TownFixture town(String village) {
    return new TownFixture(
        shop.county,
        shop.township,
        village,
        TownFixture.person(Role.COUNTY_ADMIN, shop.county),
        TownFixture.person(Role.TOWNSHIP_INSPECTOR, shop.township),
        TownFixture.person(Role.TOWNSHIP_INSPECTOR, shop.township),
        TownFixture.person(Role.LIAISON_OFFICER, village));
  }
}
