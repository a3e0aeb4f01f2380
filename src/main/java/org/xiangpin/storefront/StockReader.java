package org.xiangpin.storefront;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xiangpin.listing.Offer;
import org.xiangpin.shared.Batcher;

/**
 * Reads the stock of listings, always from the database and never from memory; one statement for
 * all who ask at the same time.
 */
@ApplicationScoped
class StockReader {

  private static final int MOST_TOGETHER = 64;

  /** Reads under way at once; more would only make each answer fewer. */
  private static final int AT_ONCE = 2;

  /** Tells the stock, and whether an offer in memory is still what the database says. */
  private static final String NOW =
      """
      select i.id, s.on_hand_grams - s.held_grams, i.version, i.state, l.state
      from listing i
      join stock s on s.lot_id = i.lot_id
      join lot l on l.id = i.lot_id
      where i.id in (%s)
      """;

  /** A few sizes only, so that the statements stay prepared. */
  private static final Map<Integer, String> SELECTS =
      Stream.of(1, 4, 16, MOST_TOGETHER)
          .collect(
              Collectors.toMap(
                  n -> n, n -> NOW.formatted(String.join(", ", Collections.nCopies(n, "?")))));

  /** What the database says of a listing. */
  record Now(long availableGrams, int version, String state, String lotState) {

    boolean agreesWith(Offer offer) {
      return offer.version() == version
          && offer.state().name().equals(state)
          && offer.lotState().name().equals(lotState);
    }
  }

  /**
   * @param then is told what the database says; null when there is no such listing, or it could not
   *     be read; throws nothing
   */
  private record Question(long listingId, Consumer<Now> then) {}

  @Inject AgroalDataSource database;

  private Batcher<Question> questions;

  @PostConstruct
  void open() {
    questions = new Batcher<>("stock-reader", AT_ONCE, MOST_TOGETHER, this::answer);
  }

  @PreDestroy
  void close() {
    questions.close();
  }

  /** Reads one listing at once, on this thread; null when there is none. */
  Now readNow(long listingId) {
    return read(List.of(listingId)).get(listingId);
  }

  /** Reads soon, together with what others ask; {@code then} runs on a thread that may block. */
  void read(long listingId, Consumer<Now> then) {
    questions.add(new Question(listingId, then));
  }

  private void answer(List<Question> questions) {
    Map<Long, Now> found = new HashMap<>();
    try {
      found.putAll(read(questions.stream().map(Question::listingId).distinct().toList()));
    } catch (RuntimeException e) {
      // told as null: the long way will meet the same failure, and says so
    }
    for (Question question : questions) {
      question.then().accept(found.get(question.listingId()));
    }
  }

  private Map<Long, Now> read(Collection<Long> listingIds) {
    int places = placesFor(listingIds.size());
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(SELECTS.get(places))) {
      int at = 1;
      long last = 0;
      for (long id : listingIds) {
        statement.setLong(at++, id);
        last = id;
      }
      while (at <= places) {
        statement.setLong(at++, last);
      }
      Map<Long, Now> found = new HashMap<>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getLong(1),
              new Now(row.getLong(2), row.getInt(3), row.getString(4), row.getString(5)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("stock", e);
    }
  }

  private static int placesFor(int ids) {
    return ids == 1 ? 1 : ids <= 4 ? 4 : ids <= 16 ? 16 : MOST_TOGETHER;
  }
}
