package org.xiangpin.residue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.shared.Refusal;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotBar;

/** A positive test or a failing report, of the lot or of one that it was made of, bars it. */
@ApplicationScoped
public class ResidueBar implements LotBar {

  @Inject LotGraph graph;

  @Override
  public Optional<Refusal> against(Lot lot) {
    List<Long> lots = new ArrayList<>(List.of(lot.id()));
    if (lot.isMade()) {
      lots.addAll(graph.ancestorsOf(lot.id()));
    }
    ResidueStanding worst = ResidueStanding.worst(lots);
    if (!worst.kind().bars()) {
      return Optional.empty();
    }
    long itsLot = worst.report() == null ? worst.test().lotId() : worst.report().lotId();
    return Optional.of(new ResidueUnresolved(worst, Lot.<Lot>findById(itsLot).code()));
  }
}
