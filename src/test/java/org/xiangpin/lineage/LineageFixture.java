package org.xiangpin.lineage;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.Transformation.Output;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Lots made of others, for tests, by the service. */
public final class LineageFixture {

  /** So many lots are one large lineage. */
  public static final int LOTS = 10_000;

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

  private LineageFixture() {}

  public static Portion of(Lot lot, long grams) {
    return new Portion(lot.id(), grams, "use-" + lot.idText());
  }

  public static Output out(Product product, long grams) {
    return new Output(product, grams);
  }

  /** The drafts that come out, of the given weights and of the first source's product. */
  public static List<Lot> make(
      StepKind kind, Producer target, Actor actor, List<Portion> portions, long... outGrams) {
    Product product = LotFixture.again(lot(portions.get(0).lotId())).product();
    List<Output> outputs = new ArrayList<>();
    Arrays.stream(outGrams).forEach(grams -> outputs.add(out(product, grams)));
    return service()
        .transform(new Transformation(kind, target, portions, outputs, today()), actor)
        .stream()
        .map(LotFixture::again)
        .toList();
  }

  private static Lot lot(long id) {
    return QuarkusTransaction.requiringNew().call(() -> Lot.findById(id));
  }

  /**
   * Ten thousand lots with numbers in a row.
   *
   * @param sourceOf the place of the lot that the one at this place was made of
   * @return the number of the first
   */
  public static long lots(IntUnaryOperator sourceOf) {
    Lot model = LotFixture.certified(TownFixture.create(), 5_000);
    long first = model.id() + 1;
    try (var connection = bean(DataSource.class).getConnection();
        var copies = connection.prepareStatement(COPIES)) {
      copies.setLong(1, model.id());
      if (copies.executeUpdate() != LOTS) {
        throw new AssertionError();
      }
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

  static void link(List<LotLink> links) {
    QuarkusTransaction.requiringNew().run(() -> bean(LotGraph.class).add(links));
  }

  static long step(long lotId) {
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
                      new Actor(1L, "测试", Role.FARMER, null));
              step.persist();
              return step.id();
            });
  }

  /** One lot more is made of another. */
  public static void link(long sourceId, long targetId) {
    link(List.of(new LotLink(step(sourceId), sourceId, targetId, 1)));
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  public static LineageService service() {
    return Arc.container().instance(LineageService.class).get();
  }

  public static LocalDate today() {
    return Times.today(Arc.container().instance(Clock.class).get());
  }
}
