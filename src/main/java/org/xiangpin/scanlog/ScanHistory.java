package org.xiangpin.scanlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;
import org.xiangpin.tally.Place;

/**
 * The scans of a lot's labels in sums.
 *
 * @param scans all that were counted
 * @param labels how many of its labels were scanned
 * @param bought how many said to have bought one
 * @param days the latest first
 * @param districts the most scanned first, each with scans by at least {@link #FEWEST} devices
 * @param purchases with the shop's name, the latest first
 */
public record ScanHistory(
    long scans,
    long labels,
    long bought,
    List<Day> days,
    List<District> districts,
    List<Purchase> purchases) {

  /** Fewer devices than this in a district might be one family. */
  public static final int FEWEST = 5;

  /** Scans on a day of China. */
  public record Day(LocalDate day, long scans) {}

  public record District(Place place, long scans) {}

  public record Purchase(Instant at, String shop) {}

  static ScanHistory of(Long lotId, DataSource database) {
    try (Connection connection = database.getConnection()) {
      long[] sums =
          rows(
                  connection,
                  """
                  select coalesce(sum(scans), 0), count(*),
                    (select count(*) from label_purchase p where p.lot_id = t.lot_id)
                  from scan_tally t where lot_id = ? and scans > 0 group by lot_id
                  """,
                  lotId,
                  row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
              .stream()
              .findFirst()
              .orElse(new long[3]);
      return new ScanHistory(
          sums[0],
          sums[1],
          sums[2],
          rows(
              connection,
              """
              select date(scanned_at + interval 8 hour) as day, count(*) from label_scan
              where lot_id = ? and counted group by day order by day desc limit 60
              """,
              lotId,
              row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2))),
          rows(
              connection,
              """
              select lat_tenths, lon_tenths, count(*) as scans from label_scan
              where lot_id = ? and lat_tenths is not null
              group by lat_tenths, lon_tenths having count(distinct device) >= %d
              order by scans desc limit 60
              """
                  .formatted(FEWEST),
              lotId,
              row -> new District(new Place(row.getInt(1), row.getInt(2)), row.getLong(3))),
          rows(
              connection,
              """
              select bought_at, shop from label_purchase
              where lot_id = ? and shop <> '' order by bought_at desc limit 60
              """,
              lotId,
              row -> new Purchase(Times.instant(row, 1), row.getString(2))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(Connection connection, String sql, Long lotId, Reader<T> reader)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, lotId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          all.add(reader.read(row));
        }
      }
    }
    return all;
  }
}
