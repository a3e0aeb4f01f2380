package org.xiangpin.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.Rows;
import org.xiangpin.trace.Lot;

/**
 * The links between lots. A walk is one recursive statement, however far it goes; both servers stop
 * after 1,000 rounds unless they are told otherwise, each in its own words.
 */
@ApplicationScoped
public class LotGraph {

  /** Longest chain of steps that is followed; a harvest has a few. */
  static final int MOST_ROUNDS = 100_000;

  /** MariaDB reads what stands in its comment; MySQL reads the hint. */
  private static final String WALK =
      """
      /*M! set statement max_recursive_iterations=%3$d for */
      select /*+ SET_VAR(cte_max_recursion_depth=%3$d) */ id from (
        with recursive walk (id) as (
          select %2$s from lot_link where %1$s = ?
          union
          select l.%2$s from walk w join lot_link l on l.%1$s = w.id
        ) select id from walk
      ) walked order by id
      """;

  private static final String DESCENDANTS = WALK.formatted("source_id", "target_id", MOST_ROUNDS);
  private static final String ANCESTORS = WALK.formatted("target_id", "source_id", MOST_ROUNDS);

  private static final String INTO = "insert into lot_link (step_id, source_id, target_id, grams)";

  private static final String PASSED_ON_OTHERWISE =
      """
      select m.lot_id from lot_mass m where m.passed_on_grams <>
        coalesce((select sum(l.grams) from lot_link l where l.source_id = m.lot_id), 0)
      """;

  @Inject DataSource database;

  /** All lots that hold goods of this one, in the order of their ids; without itself. */
  public List<Long> descendantsOf(long lotId) {
    return ids(DESCENDANTS, lotId);
  }

  /** All lots whose goods are in this one, in the order of their ids; without itself. */
  public List<Long> ancestorsOf(long lotId) {
    return ids(ANCESTORS, lotId);
  }

  /** What was harvested and is in this lot: itself, or of a made one all that were not made. */
  public List<Lot> grownIn(Lot lot) {
    return lot.isMade()
        ? Lot.list(
            "from Lot l join fetch l.product where l.made = false and l.id in ?1 order by l.id",
            ancestorsOf(lot.id()))
        : List.of(lot);
  }

  /** Lots of which the mass balance has another weight passed on. Empty, always. */
  public List<Long> listPassedOnOtherwise() {
    return ids(PASSED_ON_OTHERWISE);
  }

  /** The links of which this lot is the target. */
  List<LotLink> into(long lotId) {
    return links("target_id", lotId);
  }

  /** The links of which this lot is the source. */
  List<LotLink> outOf(long lotId) {
    return links("source_id", lotId);
  }

  void add(List<LotLink> links) {
    try (var connection = database.getConnection()) {
      Rows.insert(
          connection, INTO, links, l -> List.of(l.stepId(), l.sourceId(), l.targetId(), l.grams()));
    } catch (SQLException e) {
      throw new IllegalStateException("lineage", e);
    }
  }

  private List<LotLink> links(String end, long lotId) {
    try (var connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select step_id, source_id, target_id, grams from lot_link where "
                    + end
                    + " = ? order by step_id, source_id, target_id")) {
      query.setLong(1, lotId);
      List<LotLink> links = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          links.add(new LotLink(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        }
      }
      return links;
    } catch (SQLException e) {
      throw new IllegalStateException("lineage", e);
    }
  }

  private List<Long> ids(String sql, long... values) {
    try (var connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setLong(i + 1, values[i]);
      }
      List<Long> ids = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("lineage", e);
    }
  }
}
