package org.xiangpin.lotevent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event in the making; {@link LotEvents} begins one. Several lots can share it: it is recorded
 * once. Extensions stand in the namespace {@value #NAMESPACE}.
 */
public final class LotEvent {

  /** What an ObjectEvent does to its goods. */
  public enum Action {
    /** They come into being. */
    ADD,
    OBSERVE,
    /** They are no more. */
    DELETE
  }

  static final String NAMESPACE = "urn:xiangpin:epcis:";
  static final String PREFIX = "xiangpin:";

  private final ObjectNode json;
  private final String publicUrl;

  LotEvent(ObjectNode json, String publicUrl) {
    this.json = json;
    this.publicUrl = publicUrl;
  }

  LotEvent withThing(String thing) {
    json.putArray("epcList").add(thing);
    return this;
  }

  /**
   * @param bizStep bare word of the CBV, section 7.1
   */
  public LotEvent step(String bizStep) {
    json.put("bizStep", bizStep);
    return this;
  }

  /**
   * @param disposition bare word of the CBV, section 7.2: how the goods are from now on
   */
  public LotEvent leaving(String disposition) {
    json.put("disposition", disposition);
    return this;
  }

  /** A disposition that lasts, whatever happens, until it is {@link #unset}. */
  public LotEvent set(String disposition) {
    json.withObjectProperty("persistentDisposition").withArrayProperty("set").add(disposition);
    return this;
  }

  public LotEvent unset(String disposition) {
    json.withObjectProperty("persistentDisposition").withArrayProperty("unset").add(disposition);
    return this;
  }

  /** Where it happened. */
  public LotEvent at(String regionCode) {
    json.putObject("readPoint").put("id", place(regionCode));
    return this;
  }

  /** Where it happened, and where the goods are from now on. */
  public LotEvent stayingAt(String regionCode) {
    at(regionCode);
    json.putObject("bizLocation").put("id", place(regionCode));
    return this;
  }

  /** From where goods leave; where they go is the buyer's own and stands nowhere. */
  public LotEvent from(String regionCode) {
    json.putArray("sourceList")
        .addObject()
        .put("type", "location")
        .put("source", place(regionCode));
    return at(regionCode);
  }

  /** Where the certification can be read. */
  public LotEvent certifiedAt(String address) {
    json.put("certificationInfo", address);
    return this;
  }

  /**
   * What is true of the goods as long as there are any (ILMD).
   *
   * @param facts by name: {@code cbvmda:…} of the CBV, or a name of ours
   */
  public LotEvent master(Map<String, ?> facts) {
    write(facts, json.putObject("ilmd"));
    return this;
  }

  /** Further facts, public for ever and never personal. */
  public LotEvent telling(Map<String, ?> facts) {
    write(facts, json);
    return this;
  }

  /** A copy, as the schema has it. */
  public ObjectNode json() {
    return json.deepCopy();
  }

  /** A region as the CBV has locations by HTTP URL (section 8.3): the village, never a person's. */
  private String place(String regionCode) {
    return publicUrl + "/loc/" + regionCode;
  }

  private static void write(Map<String, ?> facts, ObjectNode into) {
    new TreeMap<>(facts).forEach((name, value) -> write(named(name), value, into));
  }

  private static void write(String name, Object value, ObjectNode into) {
    if (value instanceof Map<?, ?> inner) {
      ObjectNode object = into.putObject(name);
      new TreeMap<>(inner).forEach((key, fact) -> write(named(key.toString()), fact, object));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> into.withArrayProperty(name).add(item.toString()));
    } else if (value instanceof Number number) {
      into.put(name, number.longValue());
    } else {
      into.put(name, value.toString());
    }
  }

  private static String named(String name) {
    return name.indexOf(':') < 0 ? PREFIX + name : name;
  }
}
