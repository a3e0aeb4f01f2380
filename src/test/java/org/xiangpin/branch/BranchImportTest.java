package org.xiangpin.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.ImportReport;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.UnreadableFile;

@QuarkusTest
class BranchImportTest {

  private static final String HEADER =
      "code,name,kind,parent_code,region_code,secretary,liaison_officers,members\n";

  @Inject BranchImport branches;

  private final String county = RegionFixture.county();
  private final String town = RegionFixture.township(county, 101, "桃山镇");
  private final String village = RegionFixture.village(town, 201, "永丰村委会");

  /** Every code in a test's file begins so, because codes are unique in the whole installation. */
  private final String p = "t" + county.substring(0, 6) + "-";

  @Test
  void takesATreeInWhoseParentsStandBelowTheirChildren() throws IOException {
    ImportReport report =
        take(
            line("v", "永丰村党总支", "GENERAL_BRANCH", "t", village, "甲（演示）", "\"乙（演示）、丙（演示）\"", "42"),
            line("t", "桃山镇党委", "乡镇党委", "c", town, "", "", "7"),
            line("c", "测试县委", "COUNTY_COMMITTEE", "", county, "", "", ""));
    assertEquals(List.of(), report.problems());
    assertEquals(3, report.added());
    assertEquals(2, read(() -> branch("v").depth()));
    assertEquals(List.of("c", "t", "v"), subtree("c"));
    assertEquals(List.of("乙（演示）", "丙（演示）"), read(() -> branch("v").liaisonOfficers()));
    assertEquals("甲（演示）", read(() -> branch("v").secretary()));
    assertEquals(42, read(() -> branch("v").memberCount()));
    assertNull(read(() -> branch("t").secretary()));
    assertEquals(0, read(() -> branch("c").memberCount()));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "UTF-8, '\uFEFF'", "GBK, ''"})
  void readsFilesAsSpreadsheetsSaveThem(String encoding, String mark) throws IOException {
    String text = mark + HEADER + line("c", "测试县委", "县委", "", county, "", "", "1");
    ImportReport report = take(text.getBytes(Charset.forName(encoding)));
    assertEquals(List.of(), report.problems());
    assertEquals("测试县委", read(() -> branch("c").name()));
  }

  @Test
  void readsFullWidthDigitsAndReportsCellsThatMoved() throws IOException {
    ImportReport report =
        take(
            line("c", "测试县委", "县委", "", county, "", "", "４２"),
            line("t", "桃山，镇,党委", "乡镇党委", "c", town, "", "", "7"));
    assertTrue(
        report.problems().stream().anyMatch(p -> p.line() == 3 && p.chinese().contains("格子比第一行多")));
    assertTrue(report.problems().stream().allMatch(p -> p.line() == 3));
  }

  @Test
  void refusesAListWithAColumnTwiceOrWithoutALine() {
    byte[] twice = (HEADER.strip() + ",code\n").getBytes(StandardCharsets.UTF_8);
    assertTrue(
        assertThrows(UnreadableFile.class, () -> take(twice)).getMessage().contains("called code"));
    byte[] empty = HEADER.getBytes(StandardCharsets.UTF_8);
    assertThrows(UnreadableFile.class, () -> take(empty));
  }

  @Test
  void namesAllMissingColumns() {
    byte[] text = "code,name,kind\nx,y,z\n".getBytes(StandardCharsets.UTF_8);
    UnreadableFile refusal = assertThrows(UnreadableFile.class, () -> take(text));
    assertTrue(
        refusal
            .in(Lang.EN)
            .contains("parent_code, region_code, secretary, liaison_officers, members"));
  }

  @ParameterizedTest
  @CsvSource({
    "a b, x, UNIT_BRANCH, '', COUNTY, 1, code",
    "b, '', UNIT_BRANCH, '', COUNTY, 1, name",
    "b, x, CLUB, '', COUNTY, 1, kind",
    "b, x, UNIT_BRANCH, nobody, COUNTY, 1, parent_code",
    "b, x, UNIT_BRANCH, 某某, COUNTY, 1, parent_code",
    "b, x, UNIT_BRANCH, '', 汉寿县, 1, region_code",
    "b, x, UNIT_BRANCH, '', 430722, 1, region_code",
    "b, x, UNIT_BRANCH, '', 123456789012, 1, region_code",
    "b, x, UNIT_BRANCH, '', 990000000000, 1, region_code",
    "b, x, UNIT_BRANCH, '', COUNTY, -1, members",
    "b, x, UNIT_BRANCH, '', COUNTY, 1.5, members",
    "a, x, UNIT_BRANCH, '', COUNTY, 1, code",
  })
  void aBadLineIsReportedAndNothingIsWritten(
      String code,
      String name,
      String kind,
      String parent,
      String region,
      String members,
      String at)
      throws IOException {
    ImportReport report =
        take(
            line("a", "测试县委", "COUNTY_COMMITTEE", "", county, "", "", "1"),
            line(
                code,
                name,
                kind,
                parent,
                region.equals("COUNTY") ? county : region,
                "",
                "",
                members));
    assertFalse(report.isAccepted());
    assertEquals(1, report.problems().size(), () -> report.problems().toString());
    ImportReport.Problem problem = report.problems().get(0);
    assertEquals(3, problem.line());
    assertEquals(at, problem.column());
    assertFalse(problem.in(Lang.ZH).isEmpty());
    assertFalse(problem.in(Lang.EN).isEmpty());
    assertTrue(read(() -> Branch.findByCode(p + "a").isEmpty()), "nothing half-imported");
  }

  @Test
  void reportsEveryLineOfACircle() throws IOException {
    ImportReport report =
        take(
            line("a", "甲", "UNIT_BRANCH", "b", county, "", "", "1"),
            line("b", "乙", "UNIT_BRANCH", "c", county, "", "", "1"),
            line("c", "丙", "UNIT_BRANCH", "a", county, "", "", "1"),
            line("d", "丁", "UNIT_BRANCH", "d", county, "", "", "1"),
            line("e", "戊", "UNIT_BRANCH", "a", county, "", "", "1"));
    assertEquals(
        List.of(2L, 3L, 4L, 5L),
        report.problems().stream().map(ImportReport.Problem::line).toList());
    assertTrue(
        report
            .problems()
            .get(0)
            .in(Lang.EN)
            .contains(p + "a → " + p + "b → " + p + "c → " + p + "a"));
    assertTrue(read(() -> Branch.findByCode(p + "e").isEmpty()));
  }

  @Test
  void refusesACircleThatClosesThroughBranchesAlreadyThere() throws IOException {
    take(
        line("a", "甲", "UNIT_BRANCH", "", county, "", "", "1"),
        line("b", "乙", "UNIT_BRANCH", "a", county, "", "", "1"),
        line("c", "丙", "UNIT_BRANCH", "b", county, "", "", "1"));
    ImportReport report = take(line("a", "甲", "UNIT_BRANCH", "c", county, "", "", "1"));
    assertEquals("parent_code", report.problems().get(0).column());
    assertNull(read(() -> branch("a").parent()));
  }

  @Test
  void repeatingRevisesWhatIsThereAndMovesSubtreesWhereTheListHasThem() throws IOException {
    String b = line("b", "乙", "UNIT_BRANCH", "a", county, "", "甲（演示）", "1");
    take(
        line("a", "甲", "UNIT_BRANCH", "", county, "", "", "1"),
        b,
        line("c", "丙", "UNIT_BRANCH", "b", county, "", "", "1"));
    ImportReport same = take(b);
    assertEquals(List.of(0, 1), List.of(same.added(), same.updated()));
    ImportReport turned =
        take(
            line("b", "乙乙", "VILLAGE_BRANCH", "", village, "", "乙（演示）", "9"),
            line("a", "甲", "UNIT_BRANCH", "b", county, "", "", "1"),
            line("n", "新", "UNIT_BRANCH", "a", county, "", "", "1"));
    assertEquals(List.of(), turned.problems());
    assertEquals(List.of(1, 2), List.of(turned.added(), turned.updated()));
    assertEquals(List.of("b", "a", "c", "n"), subtree("b"));
    assertEquals(List.of("a", "n"), subtree("a"));
    assertEquals(
        List.of("乙（演示）"), read(() -> branch("b").liaisonOfficers()), "the list says who they are");
    assertEquals(9, read(() -> branch("b").memberCount()));
  }

  @Test
  void writesOnlyWithinTheScope() throws IOException {
    take(line("a", "甲", "UNIT_BRANCH", "", county, "", "", "1"));
    String elsewhere = RegionFixture.county();
    ImportReport report =
        branches.run(
            stream(
                HEADER
                    + line("a", "甲", "UNIT_BRANCH", "", elsewhere, "", "", "1")
                    + line("b", "乙", "UNIT_BRANCH", "a", elsewhere, "", "", "1")
                    + line("c", "丙", "UNIT_BRANCH", "", county, "", "", "1")),
            List.of(elsewhere));
    assertEquals(
        List.of("2 code", "4 region_code"),
        report.problems().stream().map(x -> x.line() + " " + x.column()).toList());
    ImportReport underOthers =
        branches.run(
            stream(HEADER + line("b", "乙", "UNIT_BRANCH", "a", elsewhere, "", "", "1")),
            List.of(elsewhere));
    assertEquals("parent_code", underOthers.problems().get(0).column());
  }

  @Test
  void takesACountyOfFifteenHundredInOneGo() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    text.append(line("c", "县委", "县委", "", county, "", "", "10"));
    for (int t = 0; t < 25; t++) {
      text.append(line("t" + t, "镇党委", "乡镇党委", "c", town, "", "", "10"));
      for (int v = 0; v < 60; v++) {
        text.append(
            line("v" + t + "." + v, "村支部", "村支部", "t" + t, village, "", "甲（演示）；乙（演示）", "23"));
      }
    }
    byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
    ImportReport report = assertTimeout(Duration.ofSeconds(20), () -> take(file));
    assertEquals(1526, report.added());
    assertEquals(1526, read(() -> branch("c").subtree().size()));
    assertEquals(1526, take(file).updated());
  }

  @Test
  void derivesThePathsAgainFromTheParents() throws IOException {
    take(
        line("a", "甲", "UNIT_BRANCH", "", county, "", "", "1"),
        line("b", "乙", "UNIT_BRANCH", "a", county, "", "", "1"));
    String right = read(() -> branch("b").path());
    QuarkusTransaction.requiringNew()
        .run(() -> Branch.update("path = '/0/' where code = ?1", p + "b"));
    assertEquals(1, read(BranchTree::rebuildPaths));
    assertEquals(right, read(() -> branch("b").path()));
    assertEquals(0, read(BranchTree::rebuildPaths));
  }

  private List<String> subtree(String code) {
    return read(
        () -> branch(code).subtree().stream().map(b -> b.code().substring(p.length())).toList());
  }

  private Branch branch(String code) {
    return Branch.findByCode(p + code).orElseThrow();
  }

  private String line(
      String code,
      String name,
      String kind,
      String parent,
      String region,
      String secretary,
      String officers,
      String members) {
    String above = parent.isEmpty() ? "" : p + parent;
    return String.join(",", p + code, name, kind, above, region, secretary, officers, members)
        + "\n";
  }

  private ImportReport take(String... lines) throws IOException {
    return take((HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
  }

  private ImportReport take(byte[] file) throws IOException {
    return branches.run(new ByteArrayInputStream(file), List.of(county));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T read(Supplier<T> query) {
    return QuarkusTransaction.requiringNew().call(query::get);
  }
}
