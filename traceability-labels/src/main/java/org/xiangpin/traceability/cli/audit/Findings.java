package org.xiangpin.traceability.cli.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.Finding.Kind;

/**
 * What an audit finds, given in the order of the log. All are counted. A damaged log may have
 * millions, so of the findings about tiles of level 0 the first hundred are kept, and of the proved
 * ones the first. Not shared between threads.
 */
final class Findings {
  static final String LEAF_TILES = "tile/0/";
  private static final int KEPT = 100;

  /**
   * The one that ends first, and of those the narrowest: a wrong hash of a leaf goes before the
   * wrong hashes above it, which follow from it.
   */
  private static final Comparator<Finding> EARLIEST =
      Comparator.comparing(Finding::to).thenComparing(Finding::from, Comparator.reverseOrder());

  private final List<Finding> kept = new ArrayList<>();
  private long leafTiles;
  private long count;

  void add(Finding finding) {
    count++;
    boolean again = finding.proved() && kept.stream().anyMatch(Finding::proved);
    boolean ofLeaves = finding.kind() == Kind.TILE && finding.path().startsWith(LEAF_TILES);
    leafTiles += ofLeaves ? 1 : 0;
    if (!again && !(ofLeaves && leafTiles > KEPT)) {
      kept.add(finding);
    }
  }

  void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  /** Returns them, the proved ones first. */
  List<Finding> list() {
    return kept.stream().sorted(Comparator.comparing(finding -> !finding.proved())).toList();
  }

  long count() {
    return count;
  }

  /** Returns the finding about the first bad entry: a proved one, else the earliest. */
  Optional<Finding> first() {
    Comparator<Finding> provedFirst = Comparator.comparing(finding -> !finding.proved());
    return kept.stream()
        .filter(finding -> finding.from() >= 0)
        .min(provedFirst.thenComparing(EARLIEST));
  }

  /** Returns the finding about the first tile that does not fit the entries. */
  Optional<Finding> firstTile() {
    return kept.stream().filter(finding -> finding.kind() == Kind.TILE).min(EARLIEST);
  }
}
