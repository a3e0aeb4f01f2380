package org.xiangpin.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.lotevent.Goods;
import org.xiangpin.lotevent.LotEvent;
import org.xiangpin.lotevent.LotEvents;
import org.xiangpin.trace.Lot;

/**
 * Says in the words of EPCIS that lots became others: one TransformationEvent, with what was taken
 * of each source and what each new lot weighs. The CBV's word is {@code repackaging} where only the
 * packing changed, else {@code creating_class_instance}: a new lot number has goods now.
 */
@ApplicationScoped
class MakingWords {

  @Inject LotEvents events;

  LotEvent say(LotStep step, List<Portion> portions, List<Lot> sources, List<Lot> targets) {
    List<Goods> in = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      in.add(new Goods(sources.get(i).link(), portions.get(i).grams()));
    }
    List<Goods> out = targets.stream().map(t -> new Goods(t.link(), t.quantityGrams())).toList();
    Lot made = targets.get(0);
    return events
        .making(step.id(), step.happenedAt(), in, out)
        .step(step.kind() == StepKind.REPACK ? "repackaging" : "creating_class_instance")
        .leaving("active")
        .stayingAt(made.regionCode())
        .master(Map.of("cbvmda:harvestStartDate", made.harvestedOn(), "region", made.regionCode()))
        .telling(Map.of("kind", step.kind().name()));
  }

  /** Goods get the collector's lot number and are otherwise what they were. */
  LotEvent sayTaken(LotStep step, Lot source, Lot received) {
    List<Goods> in = List.of(new Goods(source.link(), step.inGrams()));
    List<Goods> out = List.of(new Goods(received.link(), step.outGrams()));
    return events
        .making(step.id(), step.happenedAt(), in, out)
        .step("receiving")
        .leaving("active")
        .from(source.regionCode())
        .stayingAt(received.regionCode())
        .telling(Map.of("kind", step.kind().name()));
  }
}
