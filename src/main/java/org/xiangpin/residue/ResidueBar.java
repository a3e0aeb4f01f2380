package org.xiangpin.residue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
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
    return ResidueStanding.ofEach(lots).entrySet().stream()
        .filter(one -> one.getValue().kind().bars())
        .max(Comparator.comparing(one -> one.getValue().kind()))
        .map(one -> new ResidueUnresolved(one.getValue(), Lot.<Lot>findById(one.getKey()).code()));
  }
}
