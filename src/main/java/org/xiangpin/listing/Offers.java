package org.xiangpin.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The offers that were asked for lately, in memory. */
@ApplicationScoped
public class Offers {

  /** Names of producers, products and places may be seen this late; price and state never. */
  static final Duration KEEP = Duration.ofSeconds(60);

  private static final String BY_ID =
      "select " + Offer.COLUMNS + " from " + Offer.TABLES + " where i.id = ?";

  private static final String ON_SALE =
      "select "
          + Offer.COLUMNS
          + " from "
          + Offer.TABLES
          + " where l.gtin = ? and i.state = 'PUBLISHED' and l.state = 'CERTIFIED'"
          + " and c.valid_until >= ? order by l.harvested_on desc, l.id desc limit ?";

  @Inject AgroalDataSource database;

  private final Cache<Long, Offer> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEEP).build();

  /** From memory only: empty says nothing of the listing. */
  public Optional<Offer> findKnown(long listingId) {
    return Optional.ofNullable(recent.getIfPresent(listingId));
  }

  /** From memory, else by one query; empty when there is no such listing. */
  public Optional<Offer> find(long listingId) {
    Offer known = recent.getIfPresent(listingId);
    return known != null ? Optional.of(known) : findFresh(listingId);
  }

  /** As the database has it now. */
  public Optional<Offer> findFresh(long listingId) {
    Optional<Offer> offer = read(listingId);
    // a number that somebody made up is not worth remembering
    offer.ifPresent(o -> recent.put(listingId, o));
    return offer;
  }

  /** What can be ordered today of a product, the latest harvest first. */
  public List<Offer> onSaleOf(String gtin, LocalDate today, int most) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(ON_SALE)) {
      statement.setString(1, gtin);
      statement.setObject(2, today);
      statement.setInt(3, most);
      List<Offer> offers = new ArrayList<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          offers.add(Offer.read(rows));
        }
      }
      return offers;
    } catch (SQLException e) {
      throw new IllegalStateException("offers of a product", e);
    }
  }

  private Optional<Offer> read(long listingId) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(BY_ID)) {
      statement.setLong(1, listingId);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(Offer.read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("offer", e);
    }
  }
}
