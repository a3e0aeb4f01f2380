package org.xiangpin.demo;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xiangpin.account.Account;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Installation;
import org.xiangpin.account.Role;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.branch.BranchImport;
import org.xiangpin.demo.DemoGoods.Goods;
import org.xiangpin.label.LabelService;
import org.xiangpin.label.RollFacts;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.photo.Photo;
import org.xiangpin.photo.PhotoStore;
import org.xiangpin.producer.Issuer;
import org.xiangpin.producer.NameShown;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.region.RegionImport;
import org.xiangpin.shared.ImportReport;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.signin.Enrolment;
import org.xiangpin.stock.StockService;
import org.xiangpin.storefrontkey.Storefront;
import org.xiangpin.storefrontkey.StorefrontKey;
import org.xiangpin.trace.CertificationService;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotService;

/** Fills an empty database with the demo, in one transaction, on the demo's first start. */
@ApplicationScoped
class DemoSeed {

  private static final int LABELS = 240;
  private static final long PACK_GRAMS = 500;
  private static final int VALID_DAYS = 180;
  private static final int SECONDS_TO_FILL = 300;

  @Inject XiangpinConfig config;
  @Inject RegionImport regions;
  @Inject BranchImport branches;
  @Inject Enrolment enrolment;
  @Inject LotService lots;
  @Inject CertificationService certification;
  @Inject LabelService labels;
  @Inject StockService stock;
  @Inject PhotoStore photos;
  @Inject DemoField field;
  @Inject Clock clock;

  @ConfigProperty(name = "quarkus.profile", defaultValue = "prod")
  String profile;

  /** Before the features above read what is there. */
  void fill(@Observes @Priority(10) StartupEvent event) {
    if (!config.serving()
        || !profile.equals("demo")
        || QuarkusTransaction.requiringNew().call(Installation::mode).isPresent()) {
      return;
    }
    Log.info("Filling the demo, about half a minute …");
    regions.bundled();
    QuarkusTransaction.requiringNew()
        .timeout(SECONDS_TO_FILL)
        .run(
            () -> {
              Installation.markDemo(Times.now(clock));
              importBranches();
              DemoPeople.COMPANY_PREFIXES.forEach(
                  (county, prefix) -> new Issuer(county, prefix).persist());
              Map<String, Account> people = enrolPeople();
              Map<String, Producer> producers = new HashMap<>();
              Map<String, Product> products = new HashMap<>();
              for (Goods goods : DemoGoods.all()) {
                sell(goods, producers, products, people);
              }
              tellTheOtherStories(producers, products, people);
              field.fill(producers.get("龙小明"), products.get(DemoPeople.HANSHOU + "生态甲鱼"), people);
              openStorefront();
            });
  }

  private void importBranches() {
    try (InputStream csv = resource("branches-430722.csv")) {
      ImportReport report = branches.run(csv, List.of(DemoPeople.HANSHOU));
      if (!report.problems().isEmpty()) {
        throw new IllegalStateException("the demo's branches were refused: " + report.problems());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + name);
  }

  private Map<String, Account> enrolPeople() {
    Map<String, Account> people = new HashMap<>();
    for (DemoPeople.Person person : DemoPeople.hanshou()) {
      people.put(
          person.phone(),
          enrolment.enrol(
              person.phone(),
              person.name(),
              ScopedRole.of(person.role(), person.region()),
              config.demoPassword().orElseThrow()));
    }
    return people;
  }

  private void sell(
      Goods goods,
      Map<String, Producer> producers,
      Map<String, Product> products,
      Map<String, Account> people) {
    Producer producer =
        producers.computeIfAbsent(goods.producer(), name -> producer(goods, people));
    Product product = product(goods, Region.countyOf(producer.regionCode()), products);
    Lot lot = certified(producer, product, goods.daysAgo(), goods.grams(), people);
    stock
        .list(
            lot,
            new ListingTerms(
                goods.title(),
                goods.description(),
                goods.yuanFen(),
                goods.unitGrams(),
                goods.stepGrams()),
            byLiaison(producer, people))
        .publish(clock);
    labels.issue(lot.id(), RollFacts.own(LABELS, PACK_GRAMS), byLiaison(producer, people));
  }

  private Producer producer(Goods goods, Map<String, Account> people) {
    Producer producer =
        new Producer(
            goods.kind(),
            goods.producer(),
            NameShown.FULL,
            null,
            village(goods.village()),
            Times.now(clock));
    producer.tell(goods.story());
    if (goods.producer().equals("龙小明")) {
      producer.signsInAs(people.get(DemoPeople.FARMER).id());
      producer.entrustTo(people.get(DemoPeople.LIAISON));
    }
    producer.persist();
    if (goods.producer().equals("龙小明")) {
      hangPicture(producer, people.get(DemoPeople.FARMER));
    }
    new Plot(
            producer,
            goods.plot(),
            producer.regionCode(),
            Quantity.squareMetres(String.valueOf(goods.mu()), "mu"))
        .persist();
    return producer;
  }

  /** A drawing of ours, and it says so. */
  private void hangPicture(Producer producer, Account farmer) {
    try (InputStream jpeg = resource("peach-orchard.jpg")) {
      Photo.attach(
              producer.photoOwner(),
              photos.clean(jpeg),
              "山坡上的桃园，树上挂满黄桃，中间一条小路（画出来的示意图）",
              farmer.id(),
              Times.now(clock))
          .show();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Product product(Goods goods, String county, Map<String, Product> products) {
    return products.computeIfAbsent(
        county + goods.name(),
        key -> {
          Product product =
              new Product(
                  county,
                  goods.category(),
                  goods.name(),
                  goods.englishName(),
                  goods.variety(),
                  goods.art(),
                  Times.now(clock));
          product.persist();
          return product;
        });
  }

  private Lot certified(
      Producer producer, Product product, int daysAgo, long grams, Map<String, Account> people) {
    Lot lot = submitted(producer, product, daysAgo, grams, people);
    certification.certify(
        lot.id(), Times.today(clock).plusDays(VALID_DAYS), byInspector(producer, people));
    return lot;
  }

  private Lot submitted(
      Producer producer, Product product, int daysAgo, long grams, Map<String, Account> people) {
    LocalDate harvested = Times.today(clock).minusDays(daysAgo);
    Actor liaison = byLiaison(producer, people);
    Lot lot =
        lots.enter(
            producer, new LotFacts(product, Plot.of(producer).get(0), harvested, grams), liaison);
    lots.commit(lot.id(), CommitmentCertificate.Basis.QUALITY_CONTROL, "19900009999", liaison);
    lots.submit(lot.id(), liaison);
    return lot;
  }

  /** One lot that waits, one that was refused, one that is suspended. */
  private void tellTheOtherStories(
      Map<String, Producer> producers, Map<String, Product> products, Map<String, Account> people) {
    Producer peaches = producers.get("龙小明");
    submitted(peaches, products.get(DemoPeople.HANSHOU + "黄桃"), 0, 600_000, people);
    Producer turtles = producers.get("太子社区生态甲鱼场（演示）");
    Lot refused = submitted(turtles, products.get(DemoPeople.HANSHOU + "生态甲鱼"), 1, 300_000, people);
    certification.refuse(refused.id(), "养殖记录缺两个月的用药登记，补齐以前不能核验。", byInspector(turtles, people));
    Producer vegetables = producers.get("鸭东社区蔬菜合作社（演示）");
    Lot suspended =
        certified(vegetables, products.get(DemoPeople.HANSHOU + "有机蔬菜"), 5, 500_000, people);
    certification.suspend(
        suspended.id(), "有买家反映收到的菜和标签不符，正在核对装箱记录。", byInspector(vegetables, people));
  }

  private void openStorefront() {
    Storefront storefront = Storefront.open("演示商城", DemoPeople.HANSHOU, Times.now(clock));
    DemoPeople.COMPANY_PREFIXES.keySet().forEach(storefront::grantCounty);
    StorefrontKey.createDemo(storefront, Times.now(clock));
  }

  /** Outside 崔家桥镇 the demo has no people of its own; 汉寿's stand in. */
  static Actor byLiaison(Producer producer, Map<String, Account> people) {
    Account liaison = people.get(DemoPeople.LIAISON);
    return new Actor(liaison.id(), liaison.name(), Role.LIAISON_OFFICER, producer.id());
  }

  static Actor byInspector(Producer producer, Map<String, Account> people) {
    Account inspector = people.get(DemoPeople.INSPECTOR);
    return new Actor(inspector.id(), inspector.name(), Role.TOWNSHIP_INSPECTOR, null);
  }

  /** A township's first village where the source names none. */
  private static String village(String code) {
    return code.endsWith("000") ? Region.villagesWithin(code).get(0).code() : code;
  }
}
