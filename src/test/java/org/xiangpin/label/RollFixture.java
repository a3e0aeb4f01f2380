package org.xiangpin.label;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.account.TownFixture;
import org.xiangpin.trace.Lot;

/** Rolls of labels for tests, issued by the service. */
public final class RollFixture {

  private RollFixture() {}

  /** The lot's next roll, for packs of a gram: there are always enough. */
  public static LabelRoll issue(TownFixture town, Lot lot, int size) {
    return issue(town, lot, size, 1);
  }

  /** The same, ordered by the office: nothing is handed out yet. */
  public static LabelRoll order(TownFixture town, Lot lot, int size) {
    return service().issue(lot.id(), new RollFacts(size, 1, true, false), town.admin());
  }

  /** The same with one-time codes. */
  public static LabelRoll issueWithCodes(TownFixture town, Lot lot, int size) {
    return service().issue(lot.id(), new RollFacts(size, 1, false, true), town.admin());
  }

  /** The code under the layer of the roll's first label. */
  public static String firstCode(LabelRoll roll) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                service().codes(LabelRoll.findById(roll.id()), 1, 1).next().replaceAll(".*,", ""));
  }

  /** The same for packs of this weight. */
  public static LabelRoll issue(TownFixture town, Lot lot, int size, long packGrams) {
    return service().issue(lot.id(), RollFacts.own(size, packGrams), town.admin());
  }

  /** The paths in the codes of a new roll of this size: {@code /01/…/10/…/21/…}. */
  public static List<String> paths(TownFixture town, Lot lot, int size) {
    return paths(issue(town, lot, size));
  }

  /** The paths in the codes of all labels of a roll. */
  public static List<String> paths(LabelRoll roll) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<String> paths = new ArrayList<>();
              service()
                  .labels(LabelRoll.findById(roll.id()), 1, roll.size(), false)
                  .forEachRemaining(label -> paths.add(URI.create(label.url()).getPath()));
              return paths;
            });
  }

  /** The signed links in the codes of a new roll of this size. */
  public static List<String> signedLinks(TownFixture town, Lot lot, int size) {
    LabelRoll roll = issue(town, lot, size);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<String> links = new ArrayList<>();
              service()
                  .labels(LabelRoll.findById(roll.id()), 1, size, true)
                  .forEachRemaining(label -> links.add(label.url()));
              return links;
            });
  }

  /** The path of one label of a new roll. */
  public static String path(TownFixture town, Lot lot) {
    return paths(town, lot, 1).get(0);
  }

  private static LabelService service() {
    return Arc.container().instance(LabelService.class).get();
  }
}
