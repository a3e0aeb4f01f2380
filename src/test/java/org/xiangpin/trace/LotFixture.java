package org.xiangpin.trace;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Times;

/**
 * Lots for tests, in every state, made by the services with real accounts. Each lot has a town of
 * its own unless one is given. The lot that comes back is detached, its product, producer and plot
 * read with it.
 */
public final class LotFixture {

  /** 30,000 斤. */
  public static final long GRAMS = 15_000_000;

  private LotFixture() {}

  public static Lot draft() {
    return draft(TownFixture.create(), GRAMS);
  }

  /** A farmer's peaches, entered by the town's liaison officer. */
  public static Lot draft(TownFixture town, long grams) {
    return draft(
        town,
        ProducerFixture.farmer(town.village()),
        ProducerFixture.product(town.county()),
        grams);
  }

  public static Lot draft(TownFixture town, Producer producer, Product product, long grams) {
    LotFacts facts = new LotFacts(product, ProducerFixture.plot(producer), today(), grams);
    return lots().enter(producer, facts, town.liaisonFor(producer.id()));
  }

  public static Lot submitted() {
    return submitted(TownFixture.create(), GRAMS);
  }

  public static Lot submitted(TownFixture town, long grams) {
    return submit(town, draft(town, grams));
  }

  public static Lot certified() {
    return certified(TownFixture.create(), GRAMS);
  }

  public static Lot certified(TownFixture town, long grams) {
    return certify(town, submitted(town, grams));
  }

  public static Lot certified(TownFixture town, Producer producer, Product product, long grams) {
    return certify(town, submit(town, draft(town, producer, product, grams)));
  }

  public static Lot returned(String reason) {
    TownFixture town = TownFixture.create();
    Lot lot = submitted(town, GRAMS);
    certifications().sendBack(lot.id(), reason, town.inspector());
    return again(lot);
  }

  public static Lot refused(String reason) {
    TownFixture town = TownFixture.create();
    Lot lot = submitted(town, GRAMS);
    certifications().refuse(lot.id(), reason, town.inspector());
    return again(lot);
  }

  public static Lot suspended() {
    return suspended(TownFixture.create());
  }

  public static Lot suspended(TownFixture town) {
    return suspend(town, certified(town, GRAMS));
  }

  public static Lot revoked() {
    TownFixture town = TownFixture.create();
    return revoke(town, suspended(town));
  }

  public static Lot submit(TownFixture town, Lot lot) {
    lots().submit(lot.id(), town.liaisonFor(lot.producerId()));
    return again(lot);
  }

  public static Lot certify(TownFixture town, Lot lot) {
    certifications().certify(lot.id(), today().plusDays(30), town.inspector());
    return again(lot);
  }

  public static Lot suspend(TownFixture town, Lot lot) {
    certifications().suspend(lot.id(), "抽检发现问题，等待复核", town.inspector());
    return again(lot);
  }

  /** The second person's step after {@link #suspend}. */
  public static Lot revoke(TownFixture town, Lot lot) {
    certifications().revoke(lot.id(), "复检农药残留超标", town.otherInspector());
    return again(lot);
  }

  /** A certified lot that a recall holds. */
  public static Lot held(TownFixture town) {
    Lot lot = certified(town, GRAMS);
    QuarkusTransaction.requiringNew()
        .run(() -> holds().hold(List.of(lot.id()), town.inspector(), "买家投诉", Map.of()));
    return again(lot);
  }

  public static Lot recalled(TownFixture town) {
    return recall(town, held(town));
  }

  public static Lot recall(TownFixture town, Lot lot) {
    QuarkusTransaction.requiringNew()
        .run(() -> holds().recall(List.of(lot.id()), town.otherInspector(), "复检不合格", Map.of()));
    return again(lot);
  }

  /** The lot as it stands now. */
  public static Lot again(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Lot.<Lot>find(
                        "from Lot l join fetch l.product join fetch l.producer"
                            + " left join fetch l.plot where l.id = ?1",
                        lot.id())
                    .singleResult());
  }

  private static LotHolds holds() {
    return Arc.container().instance(LotHolds.class).get();
  }

  static LotService lots() {
    return Arc.container().instance(LotService.class).get();
  }

  static CertificationService certifications() {
    return Arc.container().instance(CertificationService.class).get();
  }

  static LocalDate today() {
    return Times.today(Arc.container().instance(Clock.class).get());
  }
}
