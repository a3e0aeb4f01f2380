package org.xiangpin.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Walks through ten thousand lots, by one statement each. */
@QuarkusTest
class LotGraphTest {

  private static final int LOTS = 10_000;

  private static final String COPIES =
      """
      insert into lot (id, code, gtin, product_id, producer_id, region_code, quantity_grams,
        harvested_on, state, created_at, changed_at, made, holds)
      select l.id + 1 + n.n, lpad(n.n, 10, '0'), l.gtin, l.product_id, l.producer_id,
        l.region_code, l.quantity_grams, l.harvested_on, l.state, l.created_at, l.changed_at, true, 0
      from lot l join (
        select a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n
        from (%1$s) a cross join (%1$s) b cross join (%1$s) c cross join (%1$s) e) n
      where l.id = ?
      """
          .formatted(
              "select 0 as d union all select 1 union all select 2 union all select 3 union all"
                  + " select 4 union all select 5 union all select 6 union all select 7 union all"
                  + " select 8 union all select 9");

  @Inject LotGraph graph;
  @Inject DataSource database;

  @Test
  void aChainOfTenThousandIsWalkedToBothEnds() {
    long first = lots(i -> i - 1);
    List<Long> down = graph.descendantsOf(first);
    assertEquals(LOTS - 1, down.size());
    assertEquals(first + LOTS - 1, down.get(down.size() - 1));
    assertEquals(LOTS - 1, graph.ancestorsOf(first + LOTS - 1).size());
    assertTrue(graph.ancestorsOf(first).isEmpty());
    assertEquals(LOTS / 2, graph.ancestorsOf(first + LOTS / 2).size());
  }

  @Test
  void aTreeOfTenThousandIsFoundWhole() {
    long root = lots(i -> (i - 1) / 2);
    assertEquals(LOTS - 1, graph.descendantsOf(root).size());
    assertEquals(List.of(root, root + 1, root + 3), graph.ancestorsOf(root + 7));
  }

  @Test
  void aLotThatIsReachedByManyWaysStandsThereOnce() {
    long first = lots(i -> i < 5_000 ? 0 : i - 5_000);
    link(List.of(new LotLink(step(first), first, first + 9_999, 1)));
    assertEquals(LOTS - 1, graph.descendantsOf(first).size());
  }

  /**
   * Ten thousand lots with numbers in a row.
   *
   * @param sourceOf the place of the lot that the one at this place was made of
   * @return the number of the first
   */
  private long lots(IntUnaryOperator sourceOf) {
    Lot model = LotFixture.certified(TownFixture.create(), 5_000);
    long first = model.id() + 1;
    try (var connection = database.getConnection();
        var copies = connection.prepareStatement(COPIES)) {
      copies.setLong(1, model.id());
      assertEquals(LOTS, copies.executeUpdate());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    long step = step(first);
    List<LotLink> links = new ArrayList<>();
    for (int i = 1; i < LOTS; i++) {
      links.add(new LotLink(step, first + sourceOf.applyAsInt(i), first + i, 1));
    }
    link(links);
    return first;
  }

  private void link(List<LotLink> links) {
    QuarkusTransaction.requiringNew().run(() -> graph.add(links));
  }

  private long step(long lotId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Lot lot = Lot.findById(lotId);
              LotStep step =
                  LotStep.losing(
                      StepKind.SHRUNK,
                      lotId,
                      lot.producerId(),
                      1,
                      "test",
                      lot.changedAt(),
                      new org.xiangpin.account.Actor(
                          1L, "测试", org.xiangpin.account.Role.FARMER, null));
              step.persist();
              return step.id();
            });
  }
}
