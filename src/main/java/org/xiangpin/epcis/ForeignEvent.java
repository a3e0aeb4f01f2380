package org.xiangpin.epcis;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** Only who captured an event may declare it wrong or give its correction. */
public final class ForeignEvent extends Refusal {

  private static final long serialVersionUID = 1L;

  ForeignEvent(String pointer, String eventId) {
    super(
        403,
        "event-foreign",
        "事件 " + eventId + " 不是您记下的，您不能更正。",
        "The event " + eventId + " was captured by somebody else; you cannot correct it.",
        List.of(
            new Detail(
                pointer + "/errorDeclaration",
                "涉及别人记下的事件",
                "speaks of an event that somebody else captured")));
  }
}
