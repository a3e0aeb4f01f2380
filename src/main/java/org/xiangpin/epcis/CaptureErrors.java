package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;

/** Collects what is wrong with some events, if the others go on; else the first one ends it all. */
final class CaptureErrors {

  private static final int MOST_LISTED = 200;

  private final ErrorBehaviour behaviour;
  private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();

  CaptureErrors(ErrorBehaviour behaviour, List<Fault> faults) {
    this.behaviour = behaviour;
    faults.forEach(fault -> add("ValidationException", 400, fault.sentence()));
  }

  void add(Refusal refusal) {
    if (behaviour == ErrorBehaviour.ROLLBACK) {
      throw refusal;
    }
    String type = EpcisProblem.exceptionOf(refusal.code(), refusal.status());
    add(type, refusal.status(), refusal.in(Lang.EN));
  }

  private void add(String type, int status, String sentence) {
    if (errors.size() < MOST_LISTED) {
      errors
          .addObject()
          .put("type", EpcisProblem.PREFIX + type)
          .put("title", type)
          .put("status", status)
          .put("detail", sentence);
    }
  }

  String json() {
    return errors.toString();
  }
}
