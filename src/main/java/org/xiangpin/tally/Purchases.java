package org.xiangpin.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;

/** Who says "I bought it here" (我在这里买的): once for a device and label. */
@ApplicationScoped
public class Purchases {

  /** About where a label's list ends; beyond the first dozens nothing is learned. */
  private static final int MOST_OF_A_LABEL = 30;

  @Inject DataSource database;
  @Inject Clock clock;

  /**
   * Remembers it; said again by the same device it changes nothing.
   *
   * @param shop name of shop or market, up to 60 characters; may be empty
   */
  @Transactional
  public void add(LabelId label, int device, String shop) {
    try (Connection connection = database.getConnection();
        PreparedStatement known =
            connection.prepareStatement(
                "select count(*) from label_purchase"
                    + " where lot_id = ? and roll = ? and label_index = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into label_purchase (lot_id, roll, label_index, device, shop, bought_at)"
                    + " values (?, ?, ?, ?, ?, ?) on duplicate key update device = device")) {
      name(known, label);
      try (ResultSet row = known.executeQuery()) {
        if (row.next() && row.getInt(1) >= MOST_OF_A_LABEL) {
          return;
        }
      }
      name(insert, label);
      insert.setInt(4, device);
      insert.setString(5, shop);
      insert.setObject(6, Times.utc(Times.now(clock)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void name(PreparedStatement statement, LabelId label) throws SQLException {
    statement.setLong(1, label.lotId());
    statement.setInt(2, label.roll());
    statement.setInt(3, label.index());
  }
}
