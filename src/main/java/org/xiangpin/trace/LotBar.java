package org.xiangpin.trace;

import java.util.Optional;
import org.xiangpin.shared.Refusal;

/**
 * What a feature above may have against vouching for a lot: its commitment certificate, its
 * certification, the end of a suspension. A bean of it each, asked under the lot's lock.
 */
public interface LotBar {

  /** The sentence with which the step is refused; empty when nothing speaks against it. */
  Optional<Refusal> against(Lot lot);
}
