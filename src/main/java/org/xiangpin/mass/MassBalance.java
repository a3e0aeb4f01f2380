package org.xiangpin.mass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;

/**
 * Changes where the grams of a lot went, each time by one statement that holds its own condition.
 * All of it happens in the caller's transaction; several lots go in the order of their ids.
 */
@ApplicationScoped
public class MassBalance {

  private static final String OPEN =
      """
      insert into lot_mass
        (lot_id, in_grams, passed_on_grams, shrunk_grams, destroyed_grams, offered_grams, labelled_grams)
      values (?, ?, 0, 0, 0, 0, 0)
      on duplicate key update in_grams = ?
      """;

  private static final String TAKE =
      "update lot_mass set %1$s = %1$s + ? where lot_id = ? and %2$s >= ?";

  private static final String GIVE_BACK =
      "update lot_mass set %1$s = %1$s - ? where lot_id = ? and %1$s >= ?";

  private static final String SHRINK =
      """
      update lot_mass set offered_grams = offered_grams - ?, shrunk_grams = shrunk_grams + ?
      where lot_id = ? and offered_grams >= ?
      """;

  private static final String REGAIN =
      """
      update lot_mass
      set offered_grams = offered_grams + ?, shrunk_grams = shrunk_grams - least(shrunk_grams, ?)
      where lot_id = ? and %s >= ? - shrunk_grams
      """
          .formatted(MassUse.FREE);

  @Inject DataSource database;
  @Inject Clock clock;
  @Inject Event<MassBreached> breached;

  /**
   * The lot's weight, when the township certifies it or when its first label is printed before;
   * called again it sets the weight anew.
   *
   * @param grams above 0
   * @throws MassExceeded when more is labelled or used already
   */
  @Transactional(TxType.MANDATORY)
  public void open(long lotId, long grams, Actor actor) {
    try {
      change(OPEN, lotId, grams, grams);
    } catch (SQLException e) {
      if (!SqlErrors.isCheckViolation(e)) {
        throw new IllegalStateException("mass", e);
      }
      long labelled = read("select labelled_grams from lot_mass where lot_id = ?", lotId);
      if (labelled > grams) {
        throw refused(lotId, MassUse.LABELLED, "quantity", labelled, grams, actor);
      }
      long used =
          read(
              "select in_grams - (%s) from lot_mass where lot_id = ?".formatted(MassUse.FREE),
              lotId);
      throw refused(lotId, MassUse.PASSED_ON, "quantity", used, grams, actor);
    }
  }

  /**
   * Takes grams of the lot for a use.
   *
   * @param field the form's field to name when there is not so much
   * @param grams above 0
   * @throws MassExceeded when less is left; the breach is kept when the transaction ends undone
   */
  @Transactional(TxType.MANDATORY)
  public void take(long lotId, MassUse use, long grams, String field, Actor actor) {
    if (update(TAKE.formatted(use.column(), use.free()), grams, lotId, grams) == 0) {
      throw refused(lotId, use, field, grams, free(lotId, use), actor);
    }
  }

  /**
   * Takes all that is free.
   *
   * @return how much it was
   * @throws MassExceeded when nothing is left
   */
  @Transactional(TxType.MANDATORY)
  public long takeFree(long lotId, MassUse use, String field, Actor actor) {
    // the row is locked by the reading, so that nobody takes of it in between
    long free = free(lotId, use);
    if (free <= 0) {
      throw refused(lotId, use, field, 0, 0, actor);
    }
    take(lotId, use, free, field, actor);
    return free;
  }

  /**
   * Grams that were taken for a use and will never be used so.
   *
   * @param grams above 0, at most what was taken for it
   */
  @Transactional(TxType.MANDATORY)
  public void giveBack(long lotId, MassUse use, long grams) {
    if (update(GIVE_BACK.formatted(use.column()), grams, lotId, grams) == 0) {
      throw new IllegalStateException("more given back than was taken");
    }
  }

  /** Weighed again, and less is in the shop. */
  @Transactional(TxType.MANDATORY)
  public void shrink(long lotId, long grams) {
    if (update(SHRINK, grams, grams, lotId, grams) == 0) {
      throw new IllegalStateException("more shrunk than was offered");
    }
  }

  /**
   * Weighed again, and more is in the shop: what seemed shrunk was not, and beyond that it is taken
   * of what is free.
   *
   * @throws MassExceeded when both together are less
   */
  @Transactional(TxType.MANDATORY)
  public void regain(long lotId, long grams, String field, Actor actor) {
    if (update(REGAIN, grams, grams, lotId, grams) == 0) {
      long free =
          read(
              "select %s + shrunk_grams from lot_mass where lot_id = ?".formatted(MassUse.FREE),
              lotId);
      throw refused(lotId, MassUse.OFFERED, field, grams, free, actor);
    }
  }

  private MassExceeded refused(
      long lotId, MassUse use, String field, long asked, long free, Actor actor) {
    breached.fire(
        new MassBreached(
            lotId, use, asked, free, actor.accountId(), actor.name(), Times.now(clock)));
    return new MassExceeded(use, field, asked, free);
  }

  /** As it is now, not as the transaction's snapshot has it; 0 for a lot without a row. */
  private long free(long lotId, MassUse use) {
    return read("select " + use.free() + " from lot_mass where lot_id = ? for update", lotId);
  }

  private long read(String sql, long lotId) {
    try (var connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, lotId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("mass", e);
    }
  }

  private int update(String sql, long... values) {
    try {
      return change(sql, values);
    } catch (SQLException e) {
      throw new IllegalStateException("mass", e);
    }
  }

  private int change(String sql, long... values) throws SQLException {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
