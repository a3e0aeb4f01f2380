package org.xiangpin.epcis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event as it lies in the database.
 *
 * @param context JSON; null for the standard's alone
 * @param body JSON of the event, without record time and context
 */
public record StoredEvent(
    long id, String eventId, Instant eventTime, Instant recordTime, String context, String body) {

  /** As it is given out within a document whose context is the standard's. */
  public String json() {
    StringBuilder json = new StringBuilder(body.length() + 128).append('{');
    if (context != null) {
      json.append("\"@context\":").append(context).append(',');
    }
    return json.append("\"recordTime\":\"")
        .append(recordTime.truncatedTo(ChronoUnit.MICROS))
        .append("\",")
        .append(body, 1, body.length())
        .toString();
  }

  /** As it is given out alone: the standard demands a context then. */
  public String jsonAlone() {
    String json = json();
    return context == null ? "{\"@context\":" + EventPage.CONTEXT + "," + json.substring(1) : json;
  }
}
