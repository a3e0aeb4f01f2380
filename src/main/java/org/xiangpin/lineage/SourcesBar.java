package org.xiangpin.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.xiangpin.shared.Refusal;
import org.xiangpin.spray.Spray;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotBar;

/** A lot that was made of others answers for the sprays on the fields of all of them. */
@ApplicationScoped
public class SourcesBar implements LotBar {

  @Inject LotGraph graph;

  @Override
  public Optional<Refusal> against(Lot lot) {
    return lot.isMade()
        ? Spray.against(graph.grownIn(lot).stream().map(Lot::harvest).toList())
        : Optional.empty();
  }
}
