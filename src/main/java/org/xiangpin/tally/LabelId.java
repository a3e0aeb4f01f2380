package org.xiangpin.tally;

import java.util.Comparator;

/** A label of a lot. */
public record LabelId(long lotId, int roll, int index) {

  /** One order of rows on every node: no deadlock between two writers. */
  static final Comparator<LabelId> ORDER =
      Comparator.comparingLong(LabelId::lotId)
          .thenComparingInt(LabelId::roll)
          .thenComparingInt(LabelId::index);
}
