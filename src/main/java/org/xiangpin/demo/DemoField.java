package org.xiangpin.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.Account;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.mark.Mark;
import org.xiangpin.mark.MarkKind;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.residue.RapidMethod;
import org.xiangpin.residue.RapidTest;
import org.xiangpin.residue.ResidueRecords;
import org.xiangpin.shared.Times;
import org.xiangpin.spray.DoseUnit;
import org.xiangpin.spray.Pesticide;
import org.xiangpin.spray.SprayFacts;
import org.xiangpin.spray.SprayRecords;
import org.xiangpin.trace.Lot;

/**
 * The records of the demo's peach orchard: a spray long before the harvest and a rapid test; and a
 * geographic indication. Pesticides, numbers and certificates are invented and say so.
 */
@ApplicationScoped
class DemoField {

  private static final int DAYS_BEFORE_HARVEST = 42;
  private static final int INHIBITION_PERMILLE = 125;

  @Inject SprayRecords sprays;
  @Inject ResidueRecords residue;
  @Inject Clock clock;

  /**
   * @param peaches whose first lot is tested
   * @param turtles what the mark covers
   */
  void fill(Producer peaches, Product turtles, Map<String, Account> people) {
    Pesticide pesticide = pesticide("10% 吡虫啉可湿性粉剂（演示）", "PD00000001", "吡虫啉", 14);
    pesticide("25% 嘧菌酯悬浮剂（演示）", "PD00000002", "嘧菌酯", 7);
    Lot lot = Lot.<Lot>find("producer.id = ?1 order by id", peaches.id()).firstResult();
    LocalDate sprayed = lot.harvestedOn().minusDays(DAYS_BEFORE_HARVEST);
    sprays.record(
        peaches,
        new SprayFacts(pesticide, Plot.of(peaches).get(0), 30_000, DoseUnit.G_PER_MU, sprayed),
        DemoSeed.byLiaison(peaches, people));
    Actor inspector = DemoSeed.byInspector(peaches, people);
    residue.test(
        lot.id(),
        new RapidTest.Facts(
            RapidMethod.ENZYME_INHIBITION,
            "农残速测仪（演示）",
            INHIBITION_PERMILLE,
            inspector.name(),
            Times.now(clock)),
        inspector);
    mark(turtles, people);
  }

  private Pesticide pesticide(String name, String number, String active, int days) {
    Pesticide pesticide =
        new Pesticide(DemoPeople.HANSHOU, "010302", name, number, active, days, clock);
    pesticide.persist();
    return pesticide;
  }

  private void mark(Product turtles, Map<String, Account> people) {
    Account admin = people.get(DemoPeople.ADMIN);
    LocalDate today = Times.today(clock);
    new Mark(
            DemoPeople.HANSHOU,
            new Mark.Facts(
                MarkKind.GEOGRAPHIC_INDICATION,
                "汉寿甲鱼（演示）",
                "演示-AGI-00001",
                null,
                List.of(turtles),
                today.minusYears(1),
                today.plusYears(1)),
            new Actor(admin.id(), admin.name(), Role.COUNTY_ADMIN, null),
            clock)
        .persist();
  }
}
