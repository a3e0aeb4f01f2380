package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xiangpin.eventhash.Epc;

/** In which role an event names a thing: by which member, and as instance or class. */
enum ThingRole {
  EPC("epcList", ""),
  CHILD("childEPCs", ""),
  INPUT("inputEPCList", ""),
  OUTPUT("outputEPCList", ""),
  PARENT("parentID", ""),
  CLASS("quantityList", "epcClass"),
  CHILD_CLASS("childQuantityList", "epcClass"),
  INPUT_CLASS("inputQuantityList", "epcClass"),
  OUTPUT_CLASS("outputQuantityList", "epcClass");

  private final String member;
  private final String within;

  ThingRole(String member, String within) {
    this.member = member;
    this.within = within;
  }

  /** As the database keeps it; never renumber. */
  int code() {
    return ordinal();
  }

  /** Pointer to the member within the event. */
  String place() {
    return "/" + member;
  }

  /** A thing and its role, canonical. */
  record Named(ThingRole role, String thing) {}

  /** All things that an event names, each once in a role. */
  static List<Named> in(ObjectNode event) {
    Set<Named> named = new LinkedHashSet<>();
    for (ThingRole role : values()) {
      JsonNode value = event.path(role.member);
      if (value.isTextual()) {
        named.add(new Named(role, Epc.canonical(value.textValue())));
      }
      for (JsonNode item : value) {
        JsonNode thing = role.within.isEmpty() ? item : item.path(role.within);
        if (thing.isTextual()) {
          named.add(new Named(role, Epc.canonical(thing.textValue())));
        }
      }
    }
    return new ArrayList<>(named);
  }
}
