package org.xiangpin.scan;

import org.xiangpin.shared.Lang;
import org.xiangpin.tally.CloneRules;
import org.xiangpin.tally.ScanTally;

/**
 * What a page says of its label, beside what it says of the lot.
 *
 * @param path of its link
 * @param state what is said first: the lot's state, or one of the label's
 * @param inUse whether it was handed out and is not void
 * @param hasCode whether there is a one-time code under a layer to scratch off
 */
public record LabelView(
    String path,
    String serial,
    ScanState state,
    boolean inUse,
    boolean hasCode,
    ScanTally.Tally tally) {

  /** What was noticed, in a sentence; empty when nothing was. */
  public String suspicion(Lang lang) {
    CloneRules.Finding found = tally.suspicion();
    return found == null ? "" : found.rule().sentence(lang, found.amount(), found.minutes());
  }
}
