package org.xiangpin.spray;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.xiangpin.account.Actor;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;

/** Pesticides and sprays for tests; each call makes a new one. */
public final class SprayFixture {

  private static final AtomicInteger NEXT = new AtomicInteger(20_260_001);

  private SprayFixture() {}

  /** 吡虫啉 on stone fruit, with this interval in days. */
  public static Pesticide pesticide(String county, int days) {
    return pesticide(county, "010302", "吡虫啉", days);
  }

  public static Pesticide pesticide(String county, String category, String active, int days) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Pesticide pesticide =
                  new Pesticide(
                      county,
                      category,
                      "测试" + active + "（演示）",
                      "PD" + NEXT.getAndIncrement(),
                      active,
                      days,
                      clock());
              pesticide.persist();
              return pesticide;
            });
  }

  public static SprayFacts facts(Pesticide pesticide, Plot plot, LocalDate day) {
    return new SprayFacts(pesticide, plot, 30_000, DoseUnit.ML_PER_MU, day);
  }

  /**
   * @param plot may be null
   */
  public static Spray spray(
      Producer producer, Plot plot, Pesticide pesticide, LocalDate day, Actor actor) {
    return records().record(producer, facts(pesticide, plot, day), actor);
  }

  public static SprayRecords records() {
    return Arc.container().instance(SprayRecords.class).get();
  }

  private static Clock clock() {
    return Arc.container().instance(Clock.class).get();
  }
}
