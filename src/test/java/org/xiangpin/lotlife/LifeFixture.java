package org.xiangpin.lotlife;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.xiangpin.epcis.EpcisFixture;
import org.xiangpin.label.LabelService;
import org.xiangpin.label.RollFacts;
import org.xiangpin.order.OrderService;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.order.ShopFixture.Goods;
import org.xiangpin.payment.CallbackFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.tracelog.TraceLog;

/** A lot that is sold, and what an outsider and the log tell of lots. */
final class LifeFixture {

  static final ObjectMapper JSON = new ObjectMapper();

  private LifeFixture() {}

  /** Goods on sale, with a roll of labels. */
  static Goods labelled(ShopFixture shop, long grams) {
    Goods goods = shop.goods(grams);
    ShopFixture.bean(LabelService.class)
        .issue(goods.lotId(), RollFacts.own(10, 500), shop.byLiaison());
    return goods;
  }

  /** Ordered, paid and sent; answers the order's number. */
  static String ship(ShopFixture shop, Goods goods, long grams) {
    String order = shop.placed(goods.product(), grams);
    long fen = grams / 500 * 680;
    CallbackFixture.say(shop.startSilently(order), "succeeded", fen).then().statusCode(204);
    ShopFixture.bean(OrderService.class)
        .ship(
            ShopFixture.number(order),
            goods.producerId(),
            "中国邮政",
            "L" + UUID.randomUUID().toString().substring(0, 12),
            shop.byLiaison());
    return order;
  }

  static void receive(ShopFixture shop, String order) {
    shop.api().post("/api/storefront/v1/orders/" + order + "/receipt").then().statusCode(200);
  }

  static Lot lot(Goods goods) {
    return LotFixture.again(
        QuarkusTransaction.requiringNew().call(() -> Lot.<Lot>findById(goods.lotId())));
  }

  static String path(Lot lot) {
    return "/lots/" + lot.gtin() + "/" + lot.code();
  }

  /** As a partner's system gets it; valid by the standard's schema, or the test ends here. */
  static String document(EpcisFixture partner, String path) {
    String document = partner.get(path).then().statusCode(200).extract().asString();
    if (!EpcisFixture.faults(document).isEmpty()) {
      throw new AssertionError(EpcisFixture.faults(document) + "\n" + document);
    }
    return document;
  }

  static List<JsonNode> events(String document) {
    List<JsonNode> events = new ArrayList<>();
    json(document).at("/epcisBody/eventList").forEach(events::add);
    return events;
  }

  static List<String> texts(List<JsonNode> events, String member) {
    return events.stream().map(event -> event.path(member).asText()).toList();
  }

  /** All of them, those that happen again and again too. */
  static List<TraceEvent> steps(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> TraceEvent.<TraceEvent>list("lotId = ?1 order by id", lot.id()));
  }

  /** The step's entry in the public log, which has been signed. */
  static JsonNode entry(TraceEvent step) {
    TraceLog log = ShopFixture.bean(TraceLog.class);
    LogProof proof = log.prove(log.provenIndexOf(step.logPlace()).orElseThrow()).orElseThrow();
    byte[] entry = Base64.getDecoder().decode(proof.extra().orElseThrow());
    return json(new String(entry, StandardCharsets.UTF_8));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
