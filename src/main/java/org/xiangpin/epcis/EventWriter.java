package org.xiangpin.epcis;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.Rows;
import org.xiangpin.shared.Times;

/**
 * Writes events in the caller's transaction, many rows with a statement. The same event again is
 * passed over; the unique key decides between two that come at the same moment, and the later one
 * looks again.
 */
@ApplicationScoped
class EventWriter {

  private static final int ASKED_AT_ONCE = 128;

  private static final String EVENTS =
      """
      insert into epcis_event (id, event_id, declares_error, content_sha256, captured_by, type,
        event_time, record_time, action, biz_step, disposition, read_point, biz_location,
        transformation_id, context, body)""";

  private static final String THINGS = "insert into epcis_thing (event, role, thing)";

  private record Identity(String eventId, boolean declaresError) {}

  private record Known(String contentSha256, Long capturedBy) {}

  private record ThingRow(long event, ThingRole.Named named) {}

  @Inject AgroalDataSource database;

  /**
   * @param capturedBy the storefront; null for the service itself
   * @param refused told of each event that can't be taken, which is then left out; it may throw
   * @return how many were new
   */
  int write(List<NewEvent> events, Long capturedBy, Instant now, Consumer<Refusal> refused) {
    try (Connection connection = database.getConnection()) {
      Map<Identity, Known> known = known(connection, events);
      Map<Identity, NewEvent> fresh = new LinkedHashMap<>();
      for (NewEvent event : events) {
        Refusal refusal = judge(event, known, capturedBy);
        if (refusal != null) {
          refused.accept(refusal);
          continue;
        }
        Identity identity = new Identity(event.eventId(), event.declaresError());
        if (!known.containsKey(identity)) {
          known.put(identity, new Known(event.contentSha256(), capturedBy));
          fresh.put(identity, event);
        }
      }
      insert(connection, List.copyOf(fresh.values()), capturedBy, now);
      return fresh.size();
    } catch (SQLException e) {
      throw new IllegalStateException("events", e);
    }
  }

  /** Null for an event that may be written, or is there already. */
  private static Refusal judge(NewEvent event, Map<Identity, Known> known, Long capturedBy) {
    Known same = known.get(new Identity(event.eventId(), event.declaresError()));
    if (same != null) {
      return same.contentSha256().equals(event.contentSha256())
          ? null
          : new EventIdTaken(event.pointer(), event.eventId());
    }
    if (!event.declaresError()) {
      return null;
    }
    Known original = known.get(new Identity(event.eventId(), false));
    if (original == null) {
      return new EventRefused(
          event.pointer() + "/errorDeclaration",
          "unknown",
          "要声明有误的事件 " + event.eventId() + " 不在这里",
          "declares an event wrong that is not here: " + event.eventId());
    }
    if (!Objects.equals(original.capturedBy(), capturedBy)) {
      return new ForeignEvent(event.pointer(), event.eventId());
    }
    for (String corrective : event.correctives()) {
      Known correction = known.get(new Identity(corrective, false));
      if (correction != null && !Objects.equals(correction.capturedBy(), capturedBy)) {
        return new ForeignEvent(event.pointer(), corrective);
      }
    }
    return null;
  }

  private static Map<Identity, Known> known(Connection connection, List<NewEvent> events)
      throws SQLException {
    Set<String> wanted = new LinkedHashSet<>();
    for (NewEvent event : events) {
      wanted.add(event.eventId());
      wanted.addAll(event.correctives());
    }
    List<String> ids = new ArrayList<>(wanted);
    Map<Identity, Known> known = new HashMap<>();
    for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
      ask(connection, ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE)), known);
    }
    return known;
  }

  /** The last id fills up the list: there are few different statements then. */
  private static void ask(Connection connection, List<String> ids, Map<Identity, Known> known)
      throws SQLException {
    int size = ids.size() == 1 ? 1 : ASKED_AT_ONCE;
    String sql =
        "select event_id, declares_error, content_sha256, captured_by from epcis_event"
            + " where event_id in (?"
            + ", ?".repeat(size - 1)
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < size; i++) {
        statement.setString(i + 1, ids.get(Math.min(i, ids.size() - 1)));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.put(
              new Identity(row.getString(1), row.getBoolean(2)),
              new Known(row.getString(3), row.getObject(4, Long.class)));
        }
      }
    }
  }

  private static void insert(
      Connection connection, List<NewEvent> events, Long capturedBy, Instant now)
      throws SQLException {
    Rows.insert(connection, EVENTS, events, event -> values(event, capturedBy, now));
    List<ThingRow> things = new ArrayList<>();
    for (NewEvent event : events) {
      event.things().forEach(named -> things.add(new ThingRow(event.id(), named)));
    }
    Rows.insert(
        connection,
        THINGS,
        things,
        row -> List.of(row.event(), row.named().role().code(), row.named().thing()));
  }

  private static List<Object> values(NewEvent event, Long capturedBy, Instant now) {
    NewEvent.Columns columns = event.columns();
    return Arrays.asList(
        event.id(),
        event.eventId(),
        event.declaresError(),
        event.contentSha256(),
        capturedBy,
        columns.type(),
        Times.utc(event.eventTime()),
        Times.utc(now),
        columns.action(),
        columns.bizStep(),
        columns.disposition(),
        columns.readPoint(),
        columns.bizLocation(),
        columns.transformationId(),
        event.context(),
        event.body());
  }
}
