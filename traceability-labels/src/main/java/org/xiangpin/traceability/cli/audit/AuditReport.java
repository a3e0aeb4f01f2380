package org.xiangpin.traceability.cli.audit;

import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.TreeHash;

/**
 * What an audit came to.
 *
 * @param now the log's checkpoint
 * @param older the older checkpoint
 * @param root the root over the entries; empty when some cannot be read
 * @param entries number of entries that were read
 * @param bytes of their bundles
 * @param seconds how long it took
 * @param findings what is not right; the proved ones first, at most some hundred
 * @param first the finding about the first bad entry
 * @param count number of all findings
 */
public record AuditReport(
    Checkpoint now,
    Optional<Checkpoint> older,
    Optional<TreeHash> root,
    long entries,
    long bytes,
    double seconds,
    List<Finding> findings,
    Optional<Finding> first,
    long count) {

  /** Copies the list. */
  public AuditReport {
    findings = List.copyOf(findings);
  }

  /**
   * Says whether the log is whole.
   *
   * @return whether nothing was found
   */
  public boolean isWhole() {
    return count == 0;
  }
}
