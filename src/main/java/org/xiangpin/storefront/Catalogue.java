package org.xiangpin.storefront;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xiangpin.listing.Offer;
import org.xiangpin.listing.Offers;
import org.xiangpin.shared.Times;

/** What is on sale and how much of it is left, one statement an answer. */
@ApplicationScoped
class Catalogue {

  private static final String PAGE =
      "select "
          + Offer.COLUMNS
          + ", s.on_hand_grams - s.held_grams from "
          + Offer.TABLES
          + """
          join stock s on s.lot_id = i.lot_id
          where i.county_code in (%s) and i.state = 'PUBLISHED' and i.id > ?
            and l.state = 'CERTIFIED' and c.valid_until >= ?
          order by i.id limit ?
          """;

  @Inject AgroalDataSource database;
  @Inject Clock clock;
  @Inject Offers offers;
  @Inject StockReader stock;

  /** An offer and what can be ordered of it. */
  record Item(Offer offer, long availableGrams) {}

  /** Empty for what is not there, not on sale, or of another county. */
  Optional<Item> find(long listingId, Set<String> countyCodes) {
    StockReader.Now now = stock.readNow(listingId);
    if (now == null) {
      return Optional.empty();
    }
    return offers
        .find(listingId)
        .filter(now::agreesWith)
        .or(() -> offers.findFresh(listingId))
        .filter(o -> countyCodes.contains(o.countyCode()) && o.isOnSale(Times.today(clock)))
        .map(o -> new Item(o, now.availableGrams()));
  }

  /** The next products after one, in the order in which they were put up. */
  List<Item> list(Set<String> countyCodes, long afterListingId, int limit) {
    if (countyCodes.isEmpty()) {
      return List.of();
    }
    String sql = PAGE.formatted(String.join(", ", Collections.nCopies(countyCodes.size(), "?")));
    List<Item> items = new ArrayList<>();
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      for (String county : countyCodes) {
        statement.setString(at++, county);
      }
      statement.setLong(at++, afterListingId);
      statement.setObject(at++, Times.today(clock));
      statement.setInt(at, limit);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          items.add(new Item(Offer.read(rows), rows.getLong(Offer.WIDTH + 1)));
        }
      }
      return items;
    } catch (SQLException e) {
      throw new IllegalStateException("catalogue", e);
    }
  }
}
