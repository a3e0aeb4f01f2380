package org.xiangpin.lineage;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xiangpin.account.Actor;
import org.xiangpin.lineage.Transformation.Output;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Lots made of others, for tests, by the service. */
public final class LineageFixture {

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
    return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> Lot.findById(id));
  }

  public static LineageService service() {
    return Arc.container().instance(LineageService.class).get();
  }

  public static LocalDate today() {
    return Times.today(Arc.container().instance(Clock.class).get());
  }
}
