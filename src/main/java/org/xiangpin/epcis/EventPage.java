package org.xiangpin.epcis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.xiangpin.eventhash.EventContext;

/**
 * Some events, and the way to those after them.
 *
 * @param next token of the next page; empty on the last one
 */
public record EventPage(List<StoredEvent> events, String next) {

  static final String CONTEXT = "[\"" + EventContext.STANDARD + "\"]";

  /** The answer to a query. */
  String queryDocument(Instant now) {
    return head("EPCISQueryDocument", now)
        + "\"epcisBody\":{\"queryResults\":{\"queryName\":\"SimpleEventQuery\",\"resultsBody\":{"
        + list(events)
        + "}}}}";
  }

  /** A document that another repository can capture. */
  static String document(List<StoredEvent> events, Instant now) {
    return head("EPCISDocument", now) + "\"epcisBody\":{" + list(events) + "}}";
  }

  private static String head(String type, Instant now) {
    return "{\"@context\":"
        + CONTEXT
        + ",\"type\":\""
        + type
        + "\",\"schemaVersion\":\"2.0\",\"creationDate\":\""
        + now.truncatedTo(ChronoUnit.SECONDS)
        + "\",";
  }

  private static String list(List<StoredEvent> events) {
    return events.stream()
        .map(StoredEvent::json)
        .collect(Collectors.joining(",", "\"eventList\":[", "]"));
  }
}
