package org.xiangpin.lotlife;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.lineage.LineageFixture.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.epcis.EpcisEvents;
import org.xiangpin.epcis.EpcisFixture;
import org.xiangpin.eventhash.EventContext;
import org.xiangpin.eventhash.EventHash;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.lotevent.Goods;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.recall.Recall;
import org.xiangpin.recall.RecallService;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.CertificationService;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.tracelog.LogFixture;
import org.xiangpin.tracelog.TraceLog;

/** Every public step of a lot is an event of EPCIS, and its leaf in the public log names it. */
@QuarkusTest
class LifeInEpcisTest {

  @Inject EpcisEvents events;
  @Inject TraceLog log;
  @Inject LotService lots;
  @Inject LotHistory history;
  @Inject CertificationService certifications;
  @Inject RecallService recalls;
  @Inject TestClock clock;

  private final EpcisFixture partner = EpcisFixture.open();

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @Test
  void aLifeFromHarvestToSaleIsToldStepByStep() {
    ShopFixture shop = ShopFixture.shared();
    ShopFixture.Goods goods = LifeFixture.labelled(shop, 10_000);
    LifeFixture.receive(shop, LifeFixture.ship(shop, goods, 1_500));
    Lot lot = LifeFixture.lot(goods);
    List<JsonNode> life = life(lot, "");
    assertEquals(
        List.of(
            "commissioning",
            "inspecting",
            "encoding",
            "retail_selling",
            "packing",
            "shipping",
            "receiving"),
        LifeFixture.texts(life, "bizStep"));
    assertEquals(
        List.of(
            "active",
            "conformant",
            "encoded",
            "retail_sold",
            "container_closed",
            "in_transit",
            "retail_sold"),
        LifeFixture.texts(life, "disposition"));
    JsonNode harvest = life.get(0);
    assertEquals("ADD", harvest.get("action").asText());
    assertEquals(Goods.name(lot.link()), harvest.at("/quantityList/0/epcClass").asText());
    assertEquals("10", harvest.at("/quantityList/0/quantity").toString());
    assertEquals("KGM", harvest.at("/quantityList/0/uom").asText());
    assertEquals(
        lot.harvestedOn().toString(), harvest.at("/ilmd/cbvmda:harvestStartDate").asText());
    assertTrue(harvest.at("/readPoint/id").asText().endsWith("/loc/" + shop.village));
    assertTrue(life.get(1).at("/readPoint/id").asText().endsWith("/loc/" + shop.township));
    JsonNode packed = life.get(4);
    assertEquals("AggregationEvent", packed.get("type").asText());
    assertEquals("1.5", packed.at("/childQuantityList/0/quantity").toString());
    for (int i : List.of(5, 6)) {
      assertEquals(packed.get("parentID").asText(), life.get(i).at("/epcList/0").asText());
      assertEquals("1.5", life.get(i).at("/quantityList/0/quantity").toString());
    }
    assertFalse(life.get(6).has("readPoint"), "where the buyer lives is told to nobody");
    for (JsonNode event : life) {
      assertEquals(
          EventHash.id((ObjectNode) event, EventContext.prefixes(event.get("@context"))),
          event.get("eventID").asText());
    }
  }

  @Test
  void theLeafOfEachStepNamesItsEvent() {
    ShopFixture shop = ShopFixture.shared();
    ShopFixture.Goods goods = LifeFixture.labelled(shop, 10_000);
    LifeFixture.receive(shop, LifeFixture.ship(shop, goods, 500));
    Lot lot = LifeFixture.lot(goods);
    LogFixture.sign();
    List<String> told = LifeFixture.texts(life(lot, ""), "eventID");
    List<String> inTheLog = new ArrayList<>();
    for (TraceEvent step : LifeFixture.steps(lot)) {
      if (step.logPlace() != null) {
        JsonNode entry = LifeFixture.entry(step);
        assertEquals(step.type().name(), entry.get("type").asText());
        assertEquals(lot.code(), entry.get("lot").asText());
        assertEquals(step.epcisId(), entry.get("epcis").asText());
        assertEquals(2, entry.get("v").asInt());
        inTheLog.add(entry.get("epcis").asText());
      }
    }
    assertEquals(told.stream().sorted().toList(), inTheLog.stream().sorted().toList());
  }

  @Test
  void whatHappensWithEveryParcelIsRecordedEachTimeAndShownOnce() {
    ShopFixture shop = ShopFixture.shared();
    ShopFixture.Goods goods = shop.goods(10_000);
    String first = LifeFixture.ship(shop, goods, 500);
    LifeFixture.receive(shop, first);
    Lot lot = LifeFixture.lot(goods);
    LifeFixture.receive(shop, LifeFixture.ship(shop, goods, 500));
    LifeFixture.receive(shop, first);
    assertEquals(lot.changedAt(), LifeFixture.lot(goods).changedAt(), "pages show nothing new");
    for (TraceEventType type :
        List.of(
            TraceEventType.SOLD,
            TraceEventType.PACKED,
            TraceEventType.SHIPPED,
            TraceEventType.RECEIVED)) {
      assertEquals(1, shown(lot).filter(e -> e.type() == type).count(), type.name());
      assertEquals(
          2,
          LifeFixture.steps(lot).stream()
              .filter(e -> e.type() == type)
              .map(TraceEvent::epcisId)
              .distinct()
              .count(),
          type.name());
    }
  }

  @Test
  void aMergeIsOneEventWithTheGramsOfItsStep() {
    TownFixture town = TownFixture.create();
    Product peaches = ProducerFixture.product(town.county());
    Producer farmer = ProducerFixture.farmer(town.village());
    Lot a = LotFixture.certified(town, farmer, peaches, 5_000);
    Lot b = LotFixture.certified(town, farmer, peaches, 3_250);
    Lot mixed =
        LineageFixture.make(
                StepKind.MERGE,
                ProducerFixture.farmer(town.village()),
                town.liaison(),
                List.of(of(a, 4_000), of(b, 3_001)),
                6_900)
            .get(0);
    List<JsonNode> made =
        life(mixed, "?lineage=up").stream()
            .filter(event -> event.get("type").asText().equals("TransformationEvent"))
            .toList();
    assertEquals(1, made.size());
    Map<String, String> in = Map.of(Goods.name(a.link()), "4", Goods.name(b.link()), "3.001");
    for (JsonNode input : made.get(0).get("inputQuantityList")) {
      assertEquals(in.get(input.get("epcClass").asText()), input.get("quantity").toString());
    }
    assertEquals(2, made.get(0).get("inputQuantityList").size());
    assertEquals(1, made.get(0).get("outputQuantityList").size());
    assertEquals("6.9", made.get(0).at("/outputQuantityList/0/quantity").toString());
    String id = made.get(0).get("eventID").asText();
    for (Lot lot : List.of(a, b, mixed)) {
      List<TraceEvent> steps = LifeFixture.steps(lot);
      assertEquals(id, steps.get(steps.size() - 1).epcisId());
      assertTrue(LifeFixture.texts(life(lot, ""), "eventID").contains(id));
    }
    assertEquals(1, life(mixed, "").size());
  }

  @Test
  void aCorrectionDeclaresTheFirstStatementWrongAndLetsItStand() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.draft(town, 5_000);
    LotFacts facts = new LotFacts(lot.product(), lot.plot(), lot.harvestedOn(), 4_000);
    lots.correct(lot.id(), facts, town.liaisonFor(lot.producerId()), "又称了一次");
    lots.correct(lot.id(), with(facts, 5_000), town.liaisonFor(lot.producerId()), "还是五公斤");
    List<JsonNode> stated = life(lot, "").stream().filter(e -> !isDeclaration(e)).toList();
    List<JsonNode> declared =
        life(lot, "").stream().filter(LifeInEpcisTest::isDeclaration).toList();
    assertEquals(
        List.of("5", "4", "5"),
        stated.stream().map(e -> e.at("/quantityList/0/quantity").toString()).toList());
    assertEquals(2, declared.size());
    for (int i = 0; i < 2; i++) {
      JsonNode declaration = declared.get(i).get("errorDeclaration");
      assertEquals(stated.get(i).get("eventID"), declared.get(i).get("eventID"));
      assertEquals("incorrect_data", declaration.get("reason").asText());
      assertEquals(stated.get(i + 1).get("eventID"), declaration.at("/correctiveEventIDs/0"));
    }
    assertNotEquals(stated.get(0).get("eventID"), stated.get(2).get("eventID"));
  }

  @Test
  void stopsAndTheirEndsAreDispositionsThatLastUntilTheyAreUnset() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.suspended(town);
    certifications.lift(lot.id(), "没有问题", town.otherInspector());
    Recall first = recalls.open(lot.id(), "买家投诉", town.inspector());
    recalls.lift(first.id(), "查过没有问题", town.otherInspector());
    Recall second = recalls.open(lot.id(), "买家又投诉", town.inspector());
    recalls.confirm(second.id(), "复检不合格", town.otherInspector());
    recalls.find(second.id(), lot.id(), 700, 500, town.inspector());
    recalls.close(second.id(), "已处理", town.inspector());
    List<JsonNode> life = life(lot, "");
    List<JsonNode> after = life.subList(2, life.size());
    assertEquals(
        List.of(
            "holding",
            "inspecting",
            "holding",
            "inspecting",
            "holding",
            "holding",
            "collecting",
            "destroying",
            "holding"),
        LifeFixture.texts(after, "bizStep"));
    assertEquals("non_sellable_other", after.get(0).at("/persistentDisposition/set/0").asText());
    assertEquals("non_sellable_other", after.get(1).at("/persistentDisposition/unset/0").asText());
    assertEquals("non_sellable_other", after.get(3).at("/persistentDisposition/unset/0").asText());
    assertEquals("recalled", after.get(5).at("/persistentDisposition/set/0").asText());
    assertEquals("0.7", after.get(6).at("/quantityList/0/quantity").toString());
    assertEquals("0.5", after.get(7).at("/quantityList/0/quantity").toString());
    assertEquals("DELETE", after.get(7).get("action").asText());
  }

  @Test
  void whatIsLostRefusedAndRevokedIsToldToo() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 5_000);
    for (StepKind kind : List.of(StepKind.SHRUNK, StepKind.DESTROYED)) {
      LineageFixture.service().lose(kind, lot.id(), 250, "烂了几个", town.liaison());
    }
    LotFixture.revoke(town, LotFixture.suspend(town, lot));
    List<JsonNode> life = life(lot, "");
    assertEquals(
        List.of("cycle_counting", "destroying", "holding", "inspecting"),
        LifeFixture.texts(life.subList(2, 6), "bizStep"));
    assertEquals("0.25", life.get(2).at("/quantityList/0/quantity").toString());
    assertEquals("DELETE", life.get(2).get("action").asText());
    assertEquals("non_conformant", life.get(5).get("disposition").asText());
    JsonNode refused = life(LotFixture.refused("用药登记缺两个月"), "").get(1);
    assertEquals("non_conformant", refused.get("disposition").asText());
  }

  @Test
  void aRollbackLeavesNeitherEventNorLeaf() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 5_000);
    int before = LifeFixture.steps(lot).size();
    List<TraceEvent> undone = new ArrayList<>();
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      undone.add(
                          history.record(
                              Lot.lock(lot.id()), TraceEventType.LABELLED, town.liaison(), null));
                      throw new IllegalStateException("undone");
                    }));
    LogFixture.sign();
    assertTrue(events.find(undone.get(0).epcisId()).isEmpty());
    assertTrue(log.provenIndexOf(undone.get(0).logPlace()).isEmpty());
    assertEquals(before, LifeFixture.steps(lot).size());
  }

  @Test
  void namesAndPhonesAreInNoEventAndNoLeaf() {
    ShopFixture shop = ShopFixture.shared();
    ShopFixture.Goods goods = LifeFixture.labelled(shop, 10_000);
    lots.commit(
        goods.lotId(), CommitmentCertificate.Basis.OWN_TEST, "19900001234", shop.byLiaison());
    LifeFixture.receive(shop, LifeFixture.ship(shop, goods, 500));
    certifications.suspend(goods.lotId(), "张三（演示）打电话说有农药味", shop.byInspector());
    Lot lot = LifeFixture.lot(goods);
    LogFixture.sign();
    StringBuilder all = new StringBuilder(LifeFixture.document(partner, LifeFixture.path(lot)));
    LifeFixture.steps(lot).stream()
        .filter(step -> step.logPlace() != null)
        .forEach(step -> all.append(LifeFixture.entry(step)));
    String told = all.toString();
    assertTrue(told.contains("xiangpin:commitment"), told);
    for (String personal :
        List.of(
            "张三",
            "19900000009",
            "湖南省",
            "测试农户",
            "19900001234",
            "农药",
            "测试店铺",
            shop.liaison.name(),
            shop.inspector.name(),
            "中国邮政")) {
      assertFalse(told.contains(personal), personal);
    }
  }

  private static LotFacts with(LotFacts facts, long grams) {
    return new LotFacts(facts.product(), facts.plot(), facts.harvestedOn(), grams);
  }

  private static boolean isDeclaration(JsonNode event) {
    return event.has("errorDeclaration");
  }

  private List<JsonNode> life(Lot lot, String query) {
    return LifeFixture.events(LifeFixture.document(partner, LifeFixture.path(lot) + query));
  }

  private static Stream<TraceEvent> shown(Lot lot) {
    return QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id())).stream();
  }
}
