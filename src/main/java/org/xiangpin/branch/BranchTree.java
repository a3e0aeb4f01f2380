package org.xiangpin.branch;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.xiangpin.shared.InvalidInput;

/** The shape of the trees: moving a subtree, and deriving paths from the parents. */
public final class BranchTree {

  /** More levels do not fit the path's column; real trees have four to six. */
  static final int MOST_LEVELS = 25;

  private static final String WRONG_PATHS =
      """
      with recursive tree (id, path) as (
        select id, cast(concat('/', id, '/') as char(512)) from branch where parent_id is null
        union all
        select b.id, concat(t.path, b.id, '/') from branch b join tree t on b.parent_id = t.id)
      select t.id, t.path from tree t join branch b on b.id = t.id where b.path <> t.path
      """;

  private BranchTree() {}

  /** One writer changes the shape at a time: the rows at the top stand for the trees. */
  static void lock() {
    Branch.find("parent is null order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /**
   * Moves an organisation with everything below it.
   *
   * @param newParent null puts it at the top
   * @throws InvalidInput when the new parent is itself or below it, or stands too low
   */
  public static void move(Branch branch, Branch newParent) {
    lock();
    EntityManager database = Branch.getEntityManager();
    database.refresh(branch, LockModeType.PESSIMISTIC_WRITE);
    if (newParent != null) {
      database.refresh(newParent, LockModeType.PESSIMISTIC_WRITE);
      requireAbove(newParent, branch);
    }
    String before = branch.path();
    branch.putUnder(newParent);
    database.flush();
    Branch.update(
        "path = concat(?1, substring(path, ?2)) where path like ?3",
        branch.pathUnder(newParent),
        before.length() + 1,
        before + "%");
    database.refresh(branch);
  }

  private static void requireAbove(Branch newParent, Branch branch) {
    if (newParent.path().startsWith(branch.path())) {
      throw new InvalidInput(
          "parent",
          "不能移到自己或自己的下级之下。请选别的上级。",
          "It cannot stand under itself or under what is below it. Choose another parent.");
    }
    int lowest = branch.subtree().stream().mapToInt(Branch::depth).max().orElse(branch.depth());
    if (newParent.depth() + 1 + lowest - branch.depth() >= MOST_LEVELS) {
      throw new InvalidInput(
          "parent", "层级太多了，请选更高一级的上级。", "Too many levels; choose a parent higher up.");
    }
  }

  /**
   * Derives all paths from the parents again and corrects those that differ.
   *
   * @return how many did
   */
  static int rebuildPaths() {
    EntityManager database = Branch.getEntityManager();
    database.flush();
    List<?> wrong = database.createNativeQuery(WRONG_PATHS).getResultList();
    for (Object found : wrong) {
      Object[] row = (Object[]) found;
      Branch.update("path = ?1 where id = ?2", (String) row[1], ((Number) row[0]).longValue());
    }
    database.clear();
    return wrong.size();
  }
}
