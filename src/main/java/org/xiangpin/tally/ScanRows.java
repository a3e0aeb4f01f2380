package org.xiangpin.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Rows;
import org.xiangpin.shared.Times;

/** The rows behind {@link ScanTally}: counts, and what was seen of each scan. */
@ApplicationScoped
class ScanRows {

  private static final String TALLY =
      """
      select t.scans, t.first_at, s.rule, s.amount, s.minutes, t.lot_id, t.roll, t.label_index
      from scan_tally t
      left join label_suspicion s on s.lot_id = t.lot_id and s.roll = t.roll
        and s.label_index = t.label_index and s.is_open
      """;

  @Inject DataSource database;

  ScanTally.Tally read(LabelId label) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                TALLY + " where t.lot_id = ? and t.roll = ? and t.label_index = ?")) {
      query.setLong(1, label.lotId());
      query.setInt(2, label.roll());
      query.setInt(3, label.index());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? tally(row) : new ScanTally.Tally(0, null, null);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void readSince(Instant since, BiConsumer<LabelId, ScanTally.Tally> take) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(TALLY + " where t.written_at > ?")) {
      query.setObject(1, Times.utc(since));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          take.accept(new LabelId(row.getLong(6), row.getInt(7), row.getInt(8)), tally(row));
        }
      }
    }
  }

  private static ScanTally.Tally tally(ResultSet row) throws SQLException {
    String rule = row.getString(3);
    CloneRules.Finding suspicion =
        rule == null
            ? null
            : new CloneRules.Finding(CloneRule.valueOf(rule), row.getLong(4), row.getLong(5));
    return new ScanTally.Tally(row.getLong(1), Times.instant(row, 2), suspicion);
  }

  /** In the caller's transaction, in the order given. */
  void write(List<Map.Entry<LabelId, ScanTally.Pending>> batch, Instant now) {
    LocalDateTime written = Times.utc(now);
    try (Connection connection = database.getConnection()) {
      Rows.upsert(
          connection,
          "insert into scan_tally (lot_id, roll, label_index, scans, first_at, written_at)",
          "on duplicate key update scans = scans + values(scans),"
              + " written_at = values(written_at), first_at = least(first_at, values(first_at))",
          batch,
          entry ->
              List.of(
                  entry.getKey().lotId(),
                  entry.getKey().roll(),
                  entry.getKey().index(),
                  entry.getValue().scans(),
                  Times.utc(entry.getValue().first()),
                  written));
      Rows.insert(
          connection,
          "insert into label_scan (id, lot_id, roll, label_index, scanned_at, device,"
              + " lat_tenths, lon_tenths, told, in_use, counted)",
          batch.stream().flatMap(ScanRows::sightings).toList(),
          row -> row);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<List<Object>> sightings(Map.Entry<LabelId, ScanTally.Pending> entry) {
    LabelId label = entry.getKey();
    return entry.getValue().sightings().stream()
        .map(
            s ->
                Arrays.asList(
                    Ids.next(),
                    label.lotId(),
                    label.roll(),
                    label.index(),
                    Times.utc(s.at()),
                    s.device(),
                    s.place() == null ? null : s.place().latTenths(),
                    s.place() == null ? null : s.place().lonTenths(),
                    s.told(),
                    s.inUse(),
                    s.counted()));
  }
}
