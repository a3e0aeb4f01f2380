package org.xiangpin.tally;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Times;

/**
 * Has the rules judge the labels that were just written, notes which may have been copied, and
 * clears those that an inspector has looked at.
 */
@ApplicationScoped
public class CloneWatch {

  /**
   * Of the labels of one batch those that were scanned before and are not suspected yet; of their
   * scans and purchases those since an inspector cleared them last.
   */
  private static final String SIGHTINGS =
      """
      select s.lot_id, s.roll, s.label_index, s.scanned_at, s.device, s.lat_tenths, s.lon_tenths,
        s.told, s.in_use, s.counted
      from scan_tally t
      join label_scan s on s.lot_id = t.lot_id and s.roll = t.roll and s.label_index = t.label_index
      where t.written_at = ? and t.scans > 1 and not exists (
        select 1 from label_suspicion x where x.lot_id = s.lot_id and x.roll = s.roll
          and x.label_index = s.label_index and (x.is_open or x.cleared_at >= s.scanned_at))
      """;

  private static final String PURCHASES =
      """
      select p.lot_id, p.roll, p.label_index, p.bought_at
      from scan_tally t
      join label_purchase p on p.lot_id = t.lot_id and p.roll = t.roll
        and p.label_index = t.label_index
      where t.written_at = ? and not exists (
        select 1 from label_suspicion x where x.lot_id = p.lot_id and x.roll = p.roll
          and x.label_index = p.label_index and (x.is_open or x.cleared_at >= p.bought_at))
      """;

  /** Another node may have noted the same at the same moment. */
  private static final String NOTE =
      """
      insert into label_suspicion
        (id, lot_id, roll, label_index, rule, amount, minutes, noticed_at, is_open)
      values (?, ?, ?, ?, ?, ?, ?, ?, true)
      on duplicate key update minutes = minutes
      """;

  @Inject DataSource database;
  @Inject Clock clock;

  private record Known(List<Sighting> sightings, List<Instant> purchases) {}

  /**
   * @param writtenAt when the labels' counts were written; the database knows them by it
   */
  void judge(Instant writtenAt) {
    try {
      Map<LabelId, CloneRules.Finding> found = new TreeMap<>(LabelId.ORDER);
      read(writtenAt)
          .forEach(
              (label, known) ->
                  CloneRules.judge(known.sightings(), known.purchases())
                      .ifPresent(finding -> found.put(label, finding)));
      if (!found.isEmpty()) {
        QuarkusTransaction.requiringNew().call(() -> note(found, writtenAt));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * An inspector looked at the label and found nothing wrong.
   *
   * @param reason 1 to 500 characters
   * @throws org.xiangpin.shared.WrongState when it was cleared before
   */
  @Transactional
  public void clear(Long suspicionId, String reason, Actor inspector) {
    Suspicion.<Suspicion>findById(suspicionId).clear(reason, inspector, Times.now(clock));
  }

  private Map<LabelId, Known> read(Instant writtenAt) throws SQLException {
    Map<LabelId, Known> all = new TreeMap<>(LabelId.ORDER);
    try (Connection connection = database.getConnection();
        PreparedStatement sightings = connection.prepareStatement(SIGHTINGS);
        PreparedStatement purchases = connection.prepareStatement(PURCHASES)) {
      sightings.setObject(1, Times.utc(writtenAt));
      try (ResultSet row = sightings.executeQuery()) {
        while (row.next()) {
          known(all, row).sightings().add(sighting(row));
        }
      }
      if (!all.isEmpty()) {
        purchases.setObject(1, Times.utc(writtenAt));
        try (ResultSet row = purchases.executeQuery()) {
          while (row.next()) {
            known(all, row).purchases().add(Times.instant(row, 4));
          }
        }
      }
    }
    return all;
  }

  private static Known known(Map<LabelId, Known> all, ResultSet row) throws SQLException {
    return all.computeIfAbsent(
        new LabelId(row.getLong(1), row.getInt(2), row.getInt(3)),
        label -> new Known(new ArrayList<>(), new ArrayList<>()));
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    Optional<Integer> latitude =
        Optional.ofNullable((Number) row.getObject(6)).map(Number::intValue);
    return new Sighting(
        Times.instant(row, 4),
        row.getInt(5),
        latitude.isEmpty() ? null : new Place(latitude.get(), row.getInt(7)),
        row.getBoolean(8),
        row.getBoolean(9),
        row.getBoolean(10));
  }

  private int note(Map<LabelId, CloneRules.Finding> found, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(NOTE)) {
      for (Map.Entry<LabelId, CloneRules.Finding> entry : found.entrySet()) {
        insert.setLong(1, Ids.next());
        insert.setLong(2, entry.getKey().lotId());
        insert.setInt(3, entry.getKey().roll());
        insert.setInt(4, entry.getKey().index());
        insert.setString(5, entry.getValue().rule().name());
        insert.setLong(6, entry.getValue().amount());
        insert.setLong(7, entry.getValue().minutes());
        insert.setObject(8, Times.utc(now));
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }
}
