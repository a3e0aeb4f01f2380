package org.xiangpin.office;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.branch.Branch;
import org.xiangpin.branch.BranchKind;
import org.xiangpin.branch.BranchTally;

/**
 * One organisation with what stands directly under it, as the pages show it after the transaction.
 *
 * @param groups the organisations under it by kind, committees first
 */
public record BranchView(
    Branch branch, List<String> liaisonOfficers, BranchTally tally, List<Group> groups) {

  /** Organisations of one kind under the same parent. */
  public record Group(BranchKind kind, List<Row> rows) {}

  /** One of them, with the sums over its own subtree. */
  public record Row(Branch branch, BranchTally tally) {

    /** Without itself. */
    public long below() {
      return tally.organisations() - 1;
    }
  }

  static BranchView of(Branch branch) {
    Map<Long, BranchTally> tallies = BranchTally.of(branch);
    Map<BranchKind, List<Row>> byKind = new EnumMap<>(BranchKind.class);
    for (Branch child : branch.children()) {
      byKind
          .computeIfAbsent(child.kind(), kind -> new ArrayList<>())
          .add(new Row(child, tallies.getOrDefault(child.id(), BranchTally.NONE)));
    }
    return new BranchView(
        branch,
        branch.liaisonOfficers(),
        tallies.getOrDefault(branch.id(), BranchTally.NONE),
        byKind.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList());
  }

  /** Without itself. */
  public long below() {
    return tally.organisations() - 1;
  }
}
