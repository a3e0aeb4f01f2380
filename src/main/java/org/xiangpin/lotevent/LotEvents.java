package org.xiangpin.lotevent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;

/**
 * Begins events. What has no GS1 key is named by an address of ours, as the CBV allows (section 8):
 * {@code …/loc/} a region, {@code …/obj/} a parcel, {@code …/xform/} a step that makes lots.
 */
@ApplicationScoped
public class LotEvents {

  /** Why an event comes late, which every repository may ask (see {@code epcis}). */
  private static final String LATE = "entered by hand on a later day";

  @Inject XiangpinConfig config;
  @Inject Clock clock;

  /** Something happens to goods of lots. */
  public LotEvent ofGoods(LotEvent.Action action, Instant happenedAt, List<Goods> goods) {
    ObjectNode json = begin("ObjectEvent", happenedAt);
    json.put("action", action.name());
    Goods.write(goods, json.putArray("quantityList"));
    return new LotEvent(json, config.publicUrl());
  }

  /** Something happens to a parcel and with it to the goods in it. */
  public LotEvent ofParcel(long parcelId, Instant happenedAt, List<Goods> goods) {
    LotEvent event = ofGoods(LotEvent.Action.OBSERVE, happenedAt, goods);
    return event.withThing(object(parcelId));
  }

  /** Goods are put into a parcel. */
  public LotEvent packing(long parcelId, Instant happenedAt, List<Goods> goods) {
    ObjectNode json = begin("AggregationEvent", happenedAt);
    json.put("action", LotEvent.Action.ADD.name());
    json.put("parentID", object(parcelId));
    Goods.write(goods, json.putArray("childQuantityList"));
    return new LotEvent(json, config.publicUrl());
  }

  /**
   * Lots become others.
   *
   * @param stepId of the step that does it; no other one has the same
   */
  public LotEvent making(long stepId, Instant happenedAt, List<Goods> in, List<Goods> out) {
    ObjectNode json = begin("TransformationEvent", happenedAt);
    json.put("transformationID", config.publicUrl() + "/xform/" + Ids.toText(stepId));
    Goods.write(in, json.putArray("inputQuantityList"));
    Goods.write(out, json.putArray("outputQuantityList"));
    return new LotEvent(json, config.publicUrl());
  }

  private String object(long parcelId) {
    return config.publicUrl() + "/obj/" + Ids.toText(parcelId);
  }

  private ObjectNode begin(String type, Instant happenedAt) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("@context").addObject().put("xiangpin", LotEvent.NAMESPACE);
    json.put("type", type);
    json.put("eventTime", happenedAt.toString());
    json.put("eventTimeZoneOffset", "+08:00");
    if (LocalDate.ofInstant(happenedAt, Lang.CHINA).isBefore(Times.today(clock))) {
      json.put(LotEvent.PREFIX + "reason", LATE);
    }
    return json;
  }
}
