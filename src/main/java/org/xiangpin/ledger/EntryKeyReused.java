package org.xiangpin.ledger;

import org.xiangpin.shared.Refusal;

/** The business key names an event with other content already. */
public final class EntryKeyReused extends Refusal {

  private static final long serialVersionUID = 1L;

  EntryKeyReused(String key) {
    super(
        409,
        "entry-key-reused",
        "这件事已经记过账，内容不一样（" + key + "）。",
        "This event stands in the books with other content (" + key + ").");
  }
}
