package org.xiangpin.trace;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Refusal;
import org.xiangpin.spray.Spray;

/** What speaks against vouching for a lot: its field's sprays, and what the features above know. */
@ApplicationScoped
class LotBars {

  @Inject @All List<LotBar> bars;

  /**
   * @throws Refusal the first thing that speaks against it
   */
  void requireNone(Lot lot) {
    requireSafeHarvest(lot);
    bars.stream()
        .map(bar -> bar.against(lot))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /**
   * Of what was harvested as this lot; what was made of others answers for their fields, not for
   * its producer's.
   *
   * @throws org.xiangpin.spray.HarvestTooSoon before the safe day of something that was sprayed
   * @throws org.xiangpin.spray.BannedActiveUsed after a banned active
   */
  void requireSafeHarvest(Lot lot) {
    Spray.against(lot.isMade() ? List.of() : List.of(lot.harvest()))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }
}
