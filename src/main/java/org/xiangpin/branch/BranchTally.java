package org.xiangpin.branch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many organisations a subtree has, its top included, and how many members they count. */
public record BranchTally(long organisations, long members) {

  public static final BranchTally NONE = new BranchTally(0, 0);

  private BranchTally plus(int moreMembers) {
    return new BranchTally(organisations + 1, members + moreMembers);
  }

  /** By id: of the branch itself and of each directly under it. */
  public static Map<Long, BranchTally> of(Branch top) {
    List<Object[]> rows =
        Branch.getEntityManager()
            .createQuery(
                "select b.path, b.memberCount from Branch b where b.path like ?1", Object[].class)
            .setParameter(1, top.path() + "%")
            .getResultList();
    Map<Long, BranchTally> tallies = new HashMap<>();
    for (Object[] row : rows) {
      String below = ((String) row[0]).substring(top.path().length());
      int members = (Integer) row[1];
      tallies.merge(top.id(), NONE.plus(members), BranchTally::sum);
      if (!below.isEmpty()) {
        Long child = Long.valueOf(below.substring(0, below.indexOf('/')));
        tallies.merge(child, NONE.plus(members), BranchTally::sum);
      }
    }
    return tallies;
  }

  private static BranchTally sum(BranchTally one, BranchTally other) {
    return new BranchTally(one.organisations + other.organisations, one.members + other.members);
  }
}
