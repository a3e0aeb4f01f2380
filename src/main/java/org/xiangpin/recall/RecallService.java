package org.xiangpin.recall;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.xiangpin.account.Actor;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.Rows;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.LotHolds;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.Step;
import org.xiangpin.trace.TraceEventType;

/** Opens a recall, confirms or lifts it, counts what is found, and closes it. */
@ApplicationScoped
public class RecallService {

  /** Whoever makes lots of these while they are counted is done after a few tries. */
  private static final int TRIES = 5;

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_REPORT = 2_000;

  private static final String INTO =
      "insert into recall_lot (recall_id, lot_id, found_grams, destroyed_grams)";

  private static final String FIND =
      """
      update recall_lot r join lot l on l.id = r.lot_id
      set r.found_grams = r.found_grams + ?, r.destroyed_grams = r.destroyed_grams + ?
      where r.recall_id = ? and r.lot_id = ?
        and r.found_grams + ? <= l.quantity_grams
        and r.destroyed_grams + ? <= r.found_grams + ?
      """;

  @Inject LotGraph graph;
  @Inject LotHolds holds;
  @Inject LotHistory history;
  @Inject DataSource database;
  @Inject Clock clock;

  /**
   * Holds a lot and all that was made of it, at once.
   *
   * @param reason buyers read it as it is
   * @throws WrongState when it is recalled already, or a recall of it waits for its decision
   */
  public Recall open(Long lotId, String reason, Actor actor) {
    String why = required(reason, LONGEST_REASON);
    for (int i = 0; i < TRIES; i++) {
      List<Long> lots = QuarkusTransaction.requiringNew().call(() -> withDescendants(lotId));
      Optional<Recall> opened =
          QuarkusTransaction.requiringNew().call(() -> openFor(lotId, lots, why, actor));
      if (opened.isPresent()) {
        return opened.get();
      }
    }
    throw new WrongState("这批货正在分装，请马上再试一次。", "Lots are being made of this one; try again at once.");
  }

  /** Under the locks nothing more can be made of these; if something was before, it is missing. */
  private Optional<Recall> openFor(Long lotId, List<Long> lots, String why, Actor actor) {
    lots.forEach(Lot::lock);
    if (!lots.containsAll(withDescendants(lotId))) {
      // nothing is written yet: the locks alone are given back
      return Optional.empty();
    }
    Lot lot = Lot.lock(lotId);
    if (lot.state() == LotState.RECALLED || Recall.isOpenFor(lotId)) {
      throw new WrongState("这批已经在召回了。", "The lot is being recalled already.");
    }
    Recall recall = new Recall(lot, why, actor, clock);
    recall.persist();
    Recall.flush();
    add(recall, lots);
    holds.hold(lots, actor, why, recall.facts(lots.size()));
    return Optional.of(recall);
  }

  private List<Long> withDescendants(Long lotId) {
    TreeSet<Long> lots = new TreeSet<>(graph.descendantsOf(lotId));
    lots.add(lotId);
    return List.copyOf(lots);
  }

  /**
   * A second person makes it final: the lots are recalled.
   *
   * @throws NotAllowed for who opened it
   */
  @Transactional
  public void confirm(Long recallId, String reason, Actor actor) {
    String why = required(reason, LONGEST_REASON);
    Recall recall = Recall.lock(recallId);
    recall.decide(RecallState.CONFIRMED, why, actor, clock);
    List<Long> lots = lotsOf(recallId);
    holds.recall(lots, actor, why, recall.facts(lots.size()));
  }

  /**
   * A second person found nothing: each lot is again what it was.
   *
   * @throws NotAllowed for who opened it, and for who grew the lot
   */
  @Transactional
  public void lift(Long recallId, String reason, Actor actor) {
    String why = required(reason, LONGEST_REASON);
    Recall recall = Recall.lock(recallId);
    recall.decide(RecallState.LIFTED, why, actor, clock);
    if (Lot.<Lot>findById(recall.lotId()).producer().isOwnedBy(actor.accountId())) {
      throw new NotAllowed("不能放行自己种的批次。", "Nobody releases a lot of one's own.");
    }
    List<Long> lots = lotsOf(recallId);
    holds.release(lots, actor, why, recall.facts(lots.size()));
  }

  /**
   * Goods of a lot were found again, and some of them destroyed.
   *
   * @param found grams, 0 or more
   * @param destroyed grams of these or of what was found before, 0 or more; not both 0
   * @throws InvalidInput when more would be found than the lot had, or destroyed than found
   */
  @Transactional
  public void find(Long recallId, Long lotId, long found, long destroyed, Actor actor) {
    if (found < 0 || destroyed < 0 || found + destroyed == 0) {
      throw new InvalidInput("found", "请填找回或销毁的重量。", "Enter what was found or destroyed.");
    }
    Recall recall = Recall.lock(recallId);
    recall.requireConfirmed();
    if (update(found, destroyed, recallId, lotId, found, destroyed, found) == 0) {
      throw new InvalidInput(
          "found",
          "找回的不能比这批多，销毁的不能比找回的多。",
          "Not more can be found than the lot had, nor destroyed than was found.");
    }
    Lot lot = Lot.lock(lotId);
    Instant now = Times.now(clock);
    Map<String, ?> facts =
        Map.of("recall", Map.of("number", recall.number(), "found", found, "destroyed", destroyed));
    List<Step> steps = new ArrayList<>();
    if (found > 0) {
      steps.add(Step.of(lot, TraceEventType.FOUND, now, actor, null, facts).of(found));
    }
    if (destroyed > 0) {
      steps.add(Step.of(lot, TraceEventType.DESTROYED, now, actor, null, facts).of(destroyed));
    }
    history.record(steps);
  }

  /**
   * Ends it with a report.
   *
   * @param report 1 to 2,000 characters
   */
  @Transactional
  public void close(Long recallId, String report, Actor actor) {
    String words = required(report, LONGEST_REPORT);
    Recall recall = Recall.lock(recallId);
    recall.close(words, actor, clock);
    List<RecallLot> lots = RecallLot.of(recallId);
    Map<String, Object> facts =
        Map.of(
            "number",
            recall.number(),
            "found",
            lots.stream().mapToLong(RecallLot::foundGrams).sum(),
            "destroyed",
            lots.stream().mapToLong(RecallLot::destroyedGrams).sum());
    history.record(
        Lot.lock(recall.lotId()),
        TraceEventType.CLOSED,
        Times.now(clock),
        actor,
        null,
        Map.of("recall", facts));
  }

  private static List<Long> lotsOf(Long recallId) {
    return RecallLot.of(recallId).stream().map(RecallLot::lotId).toList();
  }

  private void add(Recall recall, List<Long> lots) {
    try (var connection = database.getConnection()) {
      Rows.insert(connection, INTO, lots, lot -> List.of(recall.id(), lot, 0L, 0L));
    } catch (SQLException e) {
      throw new IllegalStateException("recall", e);
    }
  }

  private int update(long... values) {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("recall", e);
    }
  }

  private static String required(String words, int longest) {
    if (words == null || words.isBlank() || words.strip().length() > longest) {
      throw new InvalidInput(
          "reason",
          "请写明，最多 " + longest + " 个字。",
          "Write down why, at most " + longest + " characters.");
    }
    return words.strip();
  }
}
