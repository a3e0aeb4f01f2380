package org.xiangpin.epcis;

import org.xiangpin.shared.Refusal;

/** More events match than the caller wanted to hear of. */
public final class QueryTooLarge extends Refusal {

  private static final long serialVersionUID = 1L;

  QueryTooLarge(int most) {
    super(
        413,
        "query-too-large",
        "符合条件的事件多于 maxEventCount（" + most + "）。",
        "More events match than maxEventCount (" + most + ") allows.");
  }
}
