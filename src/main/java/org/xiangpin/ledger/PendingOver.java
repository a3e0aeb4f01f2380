package org.xiangpin.ledger;

import org.xiangpin.shared.Refusal;

/** What was pending has ended already, or its time is over. */
public final class PendingOver extends Refusal {

  private static final long serialVersionUID = 1L;

  PendingOver(String key) {
    super(
        409,
        "pending-over",
        "这笔待定的账已经有结果，或已过期（" + key + "）。",
        "This pending entry has ended already, or its time is over (" + key + ").");
  }
}
