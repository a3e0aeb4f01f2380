package org.xiangpin.ledger;

import java.util.List;

/**
 * What a check of the books found.
 *
 * @param entries how many were looked at
 * @param postings how many they have
 * @param faults a sentence each; none when all is well
 */
public record LedgerReport(long entries, long postings, List<String> faults) {

  public boolean isSound() {
    return faults.isEmpty();
  }
}
