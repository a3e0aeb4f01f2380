package org.xiangpin.epcis;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** Another event bears this id already; the same event again would have been welcome. */
public final class EventIdTaken extends Refusal {

  private static final long serialVersionUID = 1L;

  EventIdTaken(String pointer, String eventId) {
    super(
        409,
        "event-id-taken",
        "事件编号 " + eventId + " 已用于内容不同的事件。",
        "The event id " + eventId + " belongs to an event with other content.",
        List.of(
            new Detail(
                pointer + "/eventID", "已用于内容不同的事件", "belongs to an event with other content")));
  }
}
