package org.xiangpin.ledger;

/** Debits and credits of a unit differ: a defect of whoever made the entry, never of a user. */
public final class UnbalancedEntry extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnbalancedEntry(String key, LedgerUnit unit, long debitsLessCredits) {
    super(
        "%s: debits less credits in %s are %d, not 0"
            .formatted(key, unit.code(), debitsLessCredits));
  }
}
