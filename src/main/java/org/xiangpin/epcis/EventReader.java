package org.xiangpin.epcis;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Times;

/** Finds stored events; one statement for a page. */
@ApplicationScoped
class EventReader {

  private static final String COLUMNS =
      "select e.id, e.event_id, e.event_time, e.record_time, e.context, e.body from epcis_event e";

  /** A page ends early beyond so much text: a thousand large events are more than memory is for. */
  private static final int MOST_CHARACTERS = 8_000_000;

  @Inject AgroalDataSource database;

  Optional<StoredEvent> find(String eventId) {
    return select(" where e.event_id = ? order by e.declares_error desc limit 1", List.of(eventId))
        .stream()
        .findFirst();
  }

  List<StoredEvent> list(List<String> eventIds) {
    return eventIds.isEmpty()
        ? List.of()
        : select(
            " where e.event_id in ("
                + String.join(", ", Collections.nCopies(eventIds.size(), "?"))
                + ") order by e.event_time, e.id",
            eventIds);
  }

  /**
   * @throws QueryTooLarge when more match than the query allows
   */
  EventPage page(EventQuery query) {
    if (query.most() > 0 && count(query) > query.most()) {
      throw new QueryTooLarge(query.most());
    }
    long newest = query.from() == null ? newest() : query.from().newest();
    int size = query.pageSize();
    List<StoredEvent> found = select(query.where(newest, size + 1), query.values(newest));
    int shown = shown(found, size);
    List<StoredEvent> events = found.subList(0, shown);
    boolean isLast = shown == found.size() || query.isFull(shown);
    return new EventPage(events, isLast ? "" : query.after(newest, events));
  }

  private static int shown(List<StoredEvent> found, int size) {
    int shown = 0;
    for (long characters = 0; shown < Math.min(size, found.size()); shown++) {
      characters += found.get(shown).body().length();
      if (characters > MOST_CHARACTERS && shown > 0) {
        break;
      }
    }
    return shown;
  }

  private List<StoredEvent> select(String where, List<?> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(COLUMNS + where)) {
      set(statement, values);
      List<StoredEvent> events = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(
              new StoredEvent(
                  row.getLong(1),
                  row.getString(2),
                  Times.instant(row, 3),
                  Times.instant(row, 4),
                  row.getString(5),
                  row.getString(6)));
        }
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException("events", e);
    }
  }

  private long count(EventQuery query) {
    return one(
        "select count(*) from (select e.id from epcis_event e" + query.conditions() + " limit ?) c",
        query.valuesAnd(query.most() + 1));
  }

  /** What comes later is not on the pages of this query, however long it is leafed through. */
  private long newest() {
    return one("select coalesce(max(id), 0) from epcis_event", List.of());
  }

  private long one(String sql, List<?> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("events", e);
    }
  }

  private static void set(PreparedStatement statement, List<?> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
