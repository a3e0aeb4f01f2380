package org.xiangpin.custody;

import io.quarkus.arc.Arc;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.LabelRoll;

/** Hand-overs and voids for tests, by the service. */
public final class CustodyFixture {

  private CustodyFixture() {}

  /** The office hands these labels of its stock to the village's liaison officer. */
  public static void handOut(TownFixture town, LabelRoll roll, int first, int last) {
    Actor officer = town.liaison();
    service()
        .handOver(
            roll.id(),
            null,
            first,
            last,
            new Holder(officer.accountId(), officer.name(), town.village()),
            town.admin());
  }

  /** The admin, who printed them, lost these. */
  public static void lose(TownFixture town, LabelRoll roll, int first, int last) {
    service()
        .voidLabels(
            roll.id(),
            town.admin().accountId(),
            first,
            last,
            CustodyStep.Kind.LOST,
            "风吹走了",
            town.admin());
  }

  static CustodyStep step(int number, CustodyStep.Kind kind, int first, int last) {
    CustodyStep step = new CustodyStep();
    step.number = number;
    step.kind = kind;
    step.first = first;
    step.last = last;
    if (kind.after() == Hands.IN_HANDS) {
      step.holderId = 1L;
      step.holderName = Role.LIAISON_OFFICER.name();
      step.regionCode = "430722111229";
    }
    return step;
  }

  private static CustodyService service() {
    return Arc.container().instance(CustodyService.class).get();
  }
}
