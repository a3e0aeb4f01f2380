package org.xiangpin.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The offers that were asked for lately, in memory. */
@ApplicationScoped
public class Offers {

  /** Names of producers, products and places may be seen this late; price and state never. */
  static final Duration KEEP = Duration.ofSeconds(60);

  private static final String BY_ID =
      "select " + Offer.COLUMNS + " from " + Offer.TABLES + " where i.id = ?";

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
