package org.xiangpin.mass;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.xiangpin.account.Actor;
import org.xiangpin.trace.Lot;

/** Mass of lots for tests: taken by the service, each time in a transaction of its own. */
public final class MassFixture {

  private MassFixture() {}

  public static void take(Lot lot, MassUse use, long grams, Actor actor) {
    QuarkusTransaction.requiringNew()
        .run(() -> balance().take(lot.id(), use, grams, "quantity", actor));
  }

  public static LotMass of(Lot lot) {
    return QuarkusTransaction.requiringNew().call(() -> LotMass.ofLot(lot.id()).orElseThrow());
  }

  private static MassBalance balance() {
    return Arc.container().instance(MassBalance.class).get();
  }
}
