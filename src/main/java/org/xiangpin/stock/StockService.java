package org.xiangpin.stock;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xiangpin.account.Actor;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.mass.MassBalance;
import org.xiangpin.mass.MassUse;
import org.xiangpin.producer.ProducerEvent;
import org.xiangpin.producer.ProducerLog;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;

/**
 * Changes stock, each time by one statement that holds its own condition: reading first and writing
 * then loses updates. Several lots go in the order of their ids, so that no two wait for each other
 * in a circle. All of it happens in the caller's transaction.
 */
@ApplicationScoped
public class StockService {

  /**
   * Judges price, sale and certification together with the stock, on the rows as they are now and
   * not as the transaction's snapshot has them. The database keeps these rows from changing until
   * the transaction ends: a lot that is suspended meanwhile waits, or was suspended first.
   */
  private static final String HOLD =
      """
      update stock s
      join listing i on i.lot_id = s.lot_id
      join lot l on l.id = s.lot_id
      set s.held_grams = s.held_grams + ?
      where s.lot_id = ? and s.on_hand_grams - s.held_grams >= ?
        and i.id = ? and i.version = ? and i.state = 'PUBLISHED' and l.state = 'CERTIFIED'
      """;

  private static final String RELEASE =
      "update stock set held_grams = held_grams - ? where lot_id = ?";

  private static final String SELL =
      """
      update stock set held_grams = held_grams - ?, on_hand_grams = on_hand_grams - ?,
        sold_grams = sold_grams + ? where lot_id = ?
      """;

  private static final String SELL_UNHELD =
      """
      update stock s join lot l on l.id = s.lot_id
      set s.on_hand_grams = s.on_hand_grams - ?, s.sold_grams = s.sold_grams + ?
      where s.lot_id = ? and s.on_hand_grams - s.held_grams >= ? and l.state = 'CERTIFIED'
      """;

  private static final String TAKE_BACK =
      """
      update stock set on_hand_grams = on_hand_grams + ?, sold_grams = sold_grams - ?
      where lot_id = ?
      """;

  private static final String CORRECT =
      """
      update stock s join lot l on l.id = s.lot_id
      set s.on_hand_grams = s.on_hand_grams + ?
      where s.lot_id = ? and s.on_hand_grams + ? >= s.held_grams
        and s.on_hand_grams + s.sold_grams + ? <= l.quantity_grams
      """;

  @Inject AgroalDataSource database;
  @Inject MassBalance mass;
  @Inject Clock clock;

  /**
   * A new listing of a lot; the first time, what is free of its certified weight comes into stock.
   *
   * @throws org.xiangpin.mass.MassExceeded when nothing of it is free any more
   * @throws org.xiangpin.listing.LotNotOnSale for a lot that may not be sold today
   */
  @Transactional
  public Listing list(Lot lot, ListingTerms terms, Actor actor) {
    Listing listing = new Listing(lot, terms, clock);
    listing.persist();
    Listing.flush();
    if (Stock.ofLot(lot.id()).isEmpty()) {
      long grams = mass.takeFree(lot.id(), MassUse.OFFERED, "lot", actor);
      new Stock(lot.id(), grams).persist();
      new StockMovement(
              lot.id(),
              StockMovement.Kind.RECEIPT,
              grams,
              null,
              actor.accountId(),
              Times.now(clock))
          .persist();
    }
    ProducerLog.add(lot.producerId(), ProducerEvent.LISTED, actor, terms.title(), Times.now(clock));
    Listing.flush();
    return listing;
  }

  /**
   * Holds all, or says of which there is not enough, or whose listing changed; then the caller
   * rolls back.
   *
   * @return those that could not be held
   */
  @Transactional(TxType.MANDATORY)
  public List<Holding> hold(List<Holding> holdings) {
    return holdings.stream()
        .sorted(Comparator.comparingLong(Holding::lotId))
        .filter(
            h ->
                change(HOLD, h.grams(), h.lotId(), h.grams(), h.listingId(), (long) h.version())
                    == 0)
        .toList();
  }

  /** Gives held goods back to the shelf. */
  @Transactional(TxType.MANDATORY)
  public void release(Map<Long, Long> gramsByLot) {
    inOrder(gramsByLot).forEach((lot, grams) -> mustChange(RELEASE, grams, lot));
  }

  /** Held goods are sold. */
  @Transactional(TxType.MANDATORY)
  public void sell(Map<Long, Long> gramsByLot) {
    inOrder(gramsByLot).forEach((lot, grams) -> mustChange(SELL, grams, grams, grams, lot));
  }

  /**
   * Sells goods that are not held any more, if they are still there and may be sold.
   *
   * @return false when some are not; then the caller rolls back
   */
  @Transactional(TxType.MANDATORY)
  public boolean sellUnheld(Map<Long, Long> gramsByLot) {
    return inOrder(gramsByLot).entrySet().stream()
        .allMatch(
            e -> change(SELL_UNHELD, e.getValue(), e.getValue(), e.getKey(), e.getValue()) == 1);
  }

  /** Sold goods that never left go back to the shelf. */
  @Transactional(TxType.MANDATORY)
  public void takeBack(Map<Long, Long> gramsByLot) {
    inOrder(gramsByLot).forEach((lot, grams) -> mustChange(TAKE_BACK, grams, grams, lot));
  }

  /**
   * Sets the stock right after weighing, with a movement that tells why.
   *
   * @param grams what is to be added; below zero to take away
   * @param latestSeen the lot's latest movement when the weight was typed, so that a button pressed
   *     twice takes away only once; null for whatever it is
   * @throws InvalidInput without a reason, when more would be taken than is free, or when more
   *     would be there than the township certified
   * @throws org.xiangpin.mass.MassExceeded when what would be added went elsewhere
   * @throws WrongState when there is a later movement
   */
  @Transactional
  public void correct(Long lotId, long grams, String reason, Actor actor, Long latestSeen) {
    if (grams == 0) {
      throw new InvalidInput("grams", "请填要加或要减的重量。", "Enter the weight to add or to take away.");
    }
    if (reason == null || reason.isBlank() || reason.strip().length() > 500) {
      throw new InvalidInput("reason", "请写明原因，最多五百字。", "Give the reason, at most 500 characters.");
    }
    if (change(CORRECT, grams, lotId, grams, grams) == 0) {
      throw grams < 0
          ? new InvalidInput(
              "grams",
              "没有这么多可以减：有的已经有人下单。",
              "There is not so much to take away: some of it is ordered.")
          : new InvalidInput(
              "grams",
              "加了就超过核验的重量了。多出来的请另登记一批。",
              "That would be more than was certified. Enter the surplus as a lot of its own.");
    }
    // the stock's row is locked by now: whoever was faster stands in the list
    if (latestSeen != null
        && StockMovement.ofLot(lotId).stream()
            .limit(1)
            .noneMatch(latest -> latest.id.equals(latestSeen))) {
      throw new WrongState(
          "刚才已经更正过一次。请看看下面的记录，还不对再改。",
          "The stock was just corrected. Look at the movements below, and correct again if need be.");
    }
    if (grams < 0) {
      mass.shrink(lotId, -grams);
    } else {
      mass.regain(lotId, grams, "jin", actor);
    }
    new StockMovement(
            lotId,
            StockMovement.Kind.CORRECTION,
            grams,
            reason.strip(),
            actor.accountId(),
            Times.now(clock))
        .persist();
    ProducerLog.add(
        Lot.<Lot>findById(lotId).producerId(),
        ProducerEvent.STOCK_CORRECTED,
        actor,
        reason.strip(),
        Times.now(clock));
  }

  /** What can be ordered of a lot now; 0 for one that never came into stock. */
  public long available(long lotId) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select on_hand_grams - held_grams from stock where lot_id = ?")) {
      statement.setLong(1, lotId);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("stock", e);
    }
  }

  private static Map<Long, Long> inOrder(Map<Long, Long> gramsByLot) {
    return new TreeMap<>(gramsByLot);
  }

  /** A row that is not there, or a CHECK that fails, is a mistake of ours: all is undone. */
  private void mustChange(String sql, long... values) {
    if (change(sql, values) != 1) {
      throw new IllegalStateException("no stock row to change");
    }
  }

  private int change(String sql, long... values) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("stock", e);
    }
  }
}
