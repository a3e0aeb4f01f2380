package org.xiangpin.branch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xiangpin.branch.BranchSheet.Line;
import org.xiangpin.region.Region;
import org.xiangpin.shared.CsvFile;
import org.xiangpin.shared.ImportReport;
import org.xiangpin.shared.UnreadableFile;

/**
 * Takes a county's list of branches in from a CSV file: all of it or, with any problem, nothing.
 * Known codes are revised and moved to where the list has them, new ones added; branches that the
 * list does not name stay.
 */
@ApplicationScoped
public class BranchImport {

  private static final int CODES_A_QUERY = 500;

  /** A branch in the database, as far as the checks need it. */
  private record Known(String parentCode, String regionCode) {}

  /**
   * @param scopes the regions whose branches the person may write; every branch and parent that the
   *     file touches must be in one
   * @throws UnreadableFile when the file cannot be read at all
   */
  @Transactional
  public ImportReport run(InputStream csv, Collection<String> scopes) throws IOException {
    BranchSheet sheet;
    try (CsvFile file = CsvFile.open(csv)) {
      sheet = BranchSheet.read(file);
    }
    BranchTree.lock();
    Map<String, Known> known = known();
    checkRegions(sheet, known, scopes);
    Map<String, Integer> depths = checkParents(sheet, known, scopes);
    if (!sheet.problems().isEmpty()) {
      return new ImportReport(sheet.read(), 0, 0, sheet.problems());
    }
    List<Line> downward = new ArrayList<>(sheet.lines());
    downward.sort(Comparator.comparing((Line line) -> depths.get(line.code())));
    int added = write(downward);
    return new ImportReport(sheet.read(), added, downward.size() - added, List.of());
  }

  private static void checkRegions(
      BranchSheet sheet, Map<String, Known> known, Collection<String> scopes) {
    Set<String> asked = new TreeSet<>();
    sheet.lines().forEach(line -> asked.add(line.facts().regionCode()));
    Set<String> there = new HashSet<>();
    for (List<String> some : inParts(asked)) {
      Region.<Region>list("code in ?1", some).forEach(r -> there.add(r.code()));
    }
    for (Line line : sheet.lines()) {
      if (!there.contains(line.facts().regionCode())) {
        sheet.refuse(
            line.number(),
            "region_code",
            line.facts().regionCode(),
            "没有这个地区代码。",
            "No region has this code.");
      } else if (!covers(scopes, line.facts().regionCode())) {
        sheet.refuse(
            line.number(),
            "region_code",
            line.facts().regionCode(),
            "这个地区不在您的范围内。",
            "This region is not within your scope.");
      }
      Known present = known.get(line.code());
      if (present != null && !covers(scopes, present.regionCode())) {
        sheet.refuse(
            line.number(),
            "code",
            line.code(),
            "这个代码已属于您范围以外的组织。",
            "This code belongs to an organisation outside your scope.");
      }
    }
  }

  /** How deep each line's branch will stand, for those whose parents lead to the top. */
  private static Map<String, Integer> checkParents(
      BranchSheet sheet, Map<String, Known> known, Collection<String> scopes) {
    Map<String, String> parents = new HashMap<>();
    known.forEach((code, branch) -> parents.put(code, branch.parentCode()));
    sheet.lines().forEach(line -> parents.put(line.code(), emptyToNull(line.parentCode())));
    Map<String, Integer> depths = new HashMap<>();
    for (Line line : sheet.lines()) {
      String parent = emptyToNull(line.parentCode());
      if (parent != null && !sheet.hasCode(parent)) {
        Known above = known.get(parent);
        if (above == null) {
          refuseParent(sheet, line, "没有这个上级代码。", "No branch has this code.");
        } else if (!covers(scopes, above.regionCode())) {
          refuseParent(sheet, line, "这个上级不在您的范围内。", "This parent is not within your scope.");
        }
      }
      depths.put(line.code(), checkWayUp(sheet, line, parents));
    }
    return depths;
  }

  private static int checkWayUp(BranchSheet sheet, Line line, Map<String, String> parents) {
    List<String> way = new ArrayList<>(List.of(line.code()));
    String above = parents.get(line.code());
    while (above != null && !way.contains(above) && way.size() <= BranchTree.MOST_LEVELS) {
      way.add(above);
      above = parents.get(above);
    }
    if (line.code().equals(above)) {
      String circle = String.join(" → ", way) + " → " + above;
      refuseParent(sheet, line, "上级绕成了一个圈：" + circle, "The parents go round: " + circle);
    } else if (way.size() > BranchTree.MOST_LEVELS) {
      refuseParent(sheet, line, "层级太多了。", "Too many levels.");
    }
    return way.size() - 1;
  }

  private static int write(List<Line> downward) {
    Set<String> codes = new TreeSet<>();
    for (Line line : downward) {
      codes.add(line.code());
      codes.add(line.parentCode());
    }
    Map<String, Branch> branches = new HashMap<>();
    for (List<String> some : inParts(codes)) {
      Branch.<Branch>list(
              "from Branch b left join fetch b.liaisonOfficers where b.code in ?1", some)
          .forEach(b -> branches.put(b.code(), b));
    }
    int added = 0;
    boolean moved = false;
    for (Line line : downward) {
      Branch parent = branches.get(line.parentCode());
      Branch branch = branches.get(line.code());
      if (branch == null) {
        branch = new Branch(line.code(), line.facts(), parent);
        branch.persist();
        branches.put(line.code(), branch);
        added++;
      } else {
        branch.revise(line.facts());
        moved |= branch.putUnder(parent);
      }
    }
    if (moved) {
      BranchTree.rebuildPaths();
    }
    return added;
  }

  private static Map<String, Known> known() {
    Map<String, Known> known = new HashMap<>();
    for (Object[] row :
        Branch.getEntityManager()
            .createQuery(
                "select b.code, p.code, b.regionCode from Branch b left join b.parent p",
                Object[].class)
            .getResultList()) {
      known.put((String) row[0], new Known((String) row[1], (String) row[2]));
    }
    return known;
  }

  private static void refuseParent(BranchSheet sheet, Line line, String chinese, String english) {
    sheet.refuse(line.number(), "parent_code", line.parentCode(), chinese, english);
  }

  private static boolean covers(Collection<String> scopes, String regionCode) {
    return scopes.stream().anyMatch(scope -> Region.covers(scope, regionCode));
  }

  private static String emptyToNull(String code) {
    return code.isEmpty() ? null : code;
  }

  private static List<List<String>> inParts(Set<String> codes) {
    List<String> all = List.copyOf(codes);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CODES_A_QUERY) {
      parts.add(all.subList(from, Math.min(all.size(), from + CODES_A_QUERY)));
    }
    return parts;
  }
}
