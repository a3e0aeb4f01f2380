package org.xiangpin.intake;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.time.Clock;
import java.util.List;
import org.xiangpin.account.Actor;
import org.xiangpin.account.TownFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.CommitmentCertificate.Basis;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;

/** Goods that were asked for and taken in, for tests, by the service. */
public final class IntakeFixture {

  private IntakeFixture() {}

  public static IntakeService service() {
    return Arc.container().instance(IntakeService.class).get();
  }

  /** The town's liaison officer asks for the collector. */
  public static Intake asked(TownFixture town, Producer collector, Lot lot, long grams) {
    return service().ask(collector, lot.id(), grams, town.liaisonFor(collector.id()));
  }

  /** The county's admin agrees for the seller. */
  public static Intake taken(TownFixture town, Producer collector, Lot lot, long grams) {
    Intake intake = asked(town, collector, lot, grams);
    service().agree(intake.id(), giver(town, lot));
    return again(intake);
  }

  public static Actor giver(TownFixture town, Lot lot) {
    return new Actor(
        town.admin().accountId(), town.admin().name(), town.admin().role(), lot.producerId());
  }

  /** The lot that it became, with its product and producer. */
  public static Lot lot(Intake intake) {
    return LotFixture.again(
        QuarkusTransaction.requiringNew()
            .call(() -> Intake.<Intake>findById(intake.id()).received()));
  }

  /** The intake as it stands now. */
  public static Intake again(Intake intake) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Intake.<Intake>find(
                        "from Intake i join fetch i.collector left join fetch i.received"
                            + " left join fetch i.source where i.id = ?1",
                        intake.id())
                    .singleResult());
  }

  /** A paper on which everything stands. */
  public static Paper paper() {
    return Paper.of(
        true,
        "黄桃",
        5_000L,
        "湖北省宜昌市",
        Times.today(clock()),
        "宜昌果业",
        "0717-1234567",
        Basis.OWN_TEST,
        Times.today(clock()));
  }

  /**
   * @param paper null where none came along
   */
  public static Intake outside(
      TownFixture town,
      Producer collector,
      Product product,
      ProducerKind seller,
      Paper paper,
      long grams) {
    return outside(town, collector, product, seller, "湖北省宜昌市", paper, grams);
  }

  private static Intake outside(
      TownFixture town,
      Producer collector,
      Product product,
      ProducerKind seller,
      String origin,
      Paper paper,
      long grams) {
    LotFacts facts = new LotFacts(product, null, Times.today(clock()), grams);
    return again(
        service()
            .takeFromOutside(
                new OutsideGoods(
                    collector,
                    facts,
                    Seller.outside(seller, "宜昌果业", origin),
                    paper != null,
                    paper == null ? Paper.blank() : paper),
                town.liaisonFor(collector.id())));
  }

  /** From a farmer outside, who says where it grew. */
  static Intake grownAt(
      String origin, TownFixture town, Producer collector, Product product, long grams) {
    return outside(town, collector, product, ProducerKind.FARMER, origin, null, grams);
  }

  /** From a company outside, with a paper on which hardly anything stands. */
  public static Intake incomplete(
      TownFixture town, Producer collector, Product product, long grams) {
    Paper paper = Paper.of(true, "黄桃", grams, "湖北", null, "宜昌果业", "", null, Times.today(clock()));
    return outside(town, collector, product, ProducerKind.COMPANY, paper, grams);
  }

  /** A collector's lot of what is left of these grams without the trimmings. */
  static Lot repack(TownFixture town, Producer collector, Lot lot, long grams) {
    return LineageFixture.make(
            StepKind.REPACK,
            collector,
            town.liaisonFor(collector.id()),
            List.of(LineageFixture.of(lot, grams)),
            grams - 100)
        .get(0);
  }

  static void commit(TownFixture town, Lot lot) {
    Arc.container()
        .instance(LotService.class)
        .get()
        .commit(lot.id(), Basis.OWN_TEST, "13900000000", town.liaisonFor(lot.producerId()));
  }

  static CommitmentCertificate certificateOf(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> CommitmentCertificate.ofLot(lot.id()).orElseThrow());
  }

  /** The path to which an answer sends on. */
  static String location(Response response) {
    return response
        .then()
        .statusCode(303)
        .extract()
        .header("Location")
        .replaceAll("^https?://[^/]+", "");
  }

  private static Clock clock() {
    return Arc.container().instance(Clock.class).get();
  }
}
