package org.xiangpin.mark;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.account.Actor;
import org.xiangpin.producer.Product;

/** Marks for tests. */
public final class MarkFixture {

  private MarkFixture() {}

  /** A geographic indication that the county holds. */
  public static Mark ofCounty(Product product, LocalDate from, LocalDate to, Actor admin) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Mark.Facts facts =
                  new Mark.Facts(
                      MarkKind.GEOGRAPHIC_INDICATION,
                      "地理标志黄桃（演示）",
                      "GI-" + product.gtin() + "-" + to,
                      null,
                      List.of(product),
                      from,
                      to);
              Mark mark =
                  new Mark(
                      product.countyCode(),
                      facts,
                      admin,
                      Arc.container().instance(Clock.class).get());
              mark.persist();
              return mark;
            });
  }
}
