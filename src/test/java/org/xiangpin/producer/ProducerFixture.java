package org.xiangpin.producer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Issuers, products, producers and plots for tests; each call makes a new one. */
public final class ProducerFixture {

  private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

  /** 952 is GS1's prefix for examples; nine digits leave room for 1,000 products. */
  private static final AtomicInteger NEXT_PREFIX = new AtomicInteger(952_000_001);

  private ProducerFixture() {}

  /** Makes the county an issuer of GTINs; once is enough for all its products. */
  public static void issuer(String county) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (Issuer.ofCounty(county).isEmpty()) {
                new Issuer(county, String.valueOf(NEXT_PREFIX.getAndIncrement())).persist();
              }
            });
  }

  /** 黄桃（锦绣） of this county, which becomes an issuer if it is none yet. */
  public static Product product(String county) {
    return product(county, "010302", "黄桃", "Yellow peach", "锦绣", "yellow-peach");
  }

  public static Product product(
      String county,
      String category,
      String name,
      String englishName,
      String variety,
      String illustration) {
    issuer(county);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Product product =
                  new Product(county, category, name, englishName, variety, illustration, SUMMER);
              product.persist();
              return product;
            });
  }

  public static Producer farmer(String village) {
    return producer(ProducerKind.FARMER, "张种桃（演示）", village);
  }

  /** Must issue its commitment certificate before submitting a lot. */
  public static Producer company(String village) {
    return producer(ProducerKind.COMPANY, "永固果业有限公司（演示）", village);
  }

  public static Producer cooperative(String village) {
    return producer(ProducerKind.COOPERATIVE, "永固黄桃合作社（演示）", village);
  }

  public static Producer producer(ProducerKind kind, String name, String village) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Producer producer =
                  new Producer(kind, name, NameShown.FULL, "19900001234", village, SUMMER);
              producer.persist();
              return producer;
            });
  }

  /** A farmer who signs in with this account. */
  public static Producer farmerOf(Long account, String village) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Producer producer =
                  new Producer(
                      ProducerKind.FARMER, "刘种桃（演示）", NameShown.FULL, null, village, SUMMER);
              producer.signsInAs(account);
              producer.persist();
              return producer;
            });
  }

  /** 20 mu. */
  public static Plot plot(Producer producer) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Plot plot = new Plot(producer, "桃园", producer.regionCode(), 13_333);
              plot.persist();
              return plot;
            });
  }
}
