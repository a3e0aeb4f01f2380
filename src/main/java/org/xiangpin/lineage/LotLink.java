package org.xiangpin.lineage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.trace.Lot;

/**
 * Goods of a lot that went into another.
 *
 * @param grams of the source, its part of the loss included; 0 where a gram was too large to split
 */
record LotLink(long stepId, long sourceId, long targetId, long grams) {

  /**
   * From every source to every target, as their weights are: what was taken of a source is divided
   * among the targets without a rest.
   */
  static List<LotLink> between(long stepId, List<Portion> portions, List<Lot> targets) {
    long out = targets.stream().mapToLong(Lot::quantityGrams).sum();
    List<LotLink> links = new ArrayList<>();
    for (Portion portion : portions) {
      long left = portion.grams();
      for (int i = 0; i < targets.size(); i++) {
        Lot target = targets.get(i);
        long grams =
            i == targets.size() - 1 ? left : share(portion.grams(), target.quantityGrams(), out);
        left -= grams;
        links.add(new LotLink(stepId, portion.lotId(), target.id(), grams));
      }
    }
    return links;
  }

  private static long share(long grams, long part, long whole) {
    return BigInteger.valueOf(grams)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
