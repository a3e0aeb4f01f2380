package org.xiangpin.office;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.branch.Branch;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class BranchPagesTest {

  private static final String HEADER =
      "code,name,kind,parent_code,region_code,secretary,liaison_officers,members\n";

  private final String county = RegionFixture.county();
  private final String p = "o" + county.substring(0, 6) + "-";
  private ConsoleClient admin;

  @BeforeEach
  void signIn() {
    admin = AccountFixture.with(Role.COUNTY_ADMIN, county).signIn();
  }

  @Test
  void saysWhatWillStandHereWhenThereIsNothing() {
    admin.get("/console/branches").then().statusCode(200).body(containsString("这里会列出"));
  }

  @Test
  void takesAListInAndShowsItLevelByLevel() {
    importTree();
    admin
        .get("/console/branches")
        .then()
        .body(containsString("某县委"))
        .body(containsString("甲镇党委"))
        .body(containsString("1 个下级 · 49 名党员"))
        .body(not(containsString("甲村支部")));
    admin
        .get(page("甲镇党委"))
        .then()
        .body(containsString("甲村支部"))
        .body(containsString("某县委"))
        .body(containsString("其中本级 7"));
    admin
        .get(page("甲村支部"))
        .then()
        .body(containsString("书记一（演示）"))
        .body(containsString("联络一（演示）、联络二（演示）"));
  }

  @Test
  void findsAnOrganisationByAPartOfItsName() {
    importTree();
    admin
        .get("/console/branches?q=甲村")
        .then()
        .body(containsString("甲村支部"))
        .body(not(containsString("乙镇党委")));
    admin.get("/console/branches?q=%25").then().body(containsString("没有找到"));
  }

  @Test
  void movesASubtreeUnderTheParentThatWasChosen() {
    importTree();
    String village = page("甲村支部");
    admin.get(village + "?to=乙镇").then().body(containsString("乙镇党委"));
    admin
        .post(village + "/parent", Map.of("to", "乙镇", "parent", id("乙镇党委")))
        .then()
        .statusCode(303)
        .header("Location", endsWith(village));
    assertEquals(
        "乙镇党委", QuarkusTransaction.requiringNew().call(() -> branch("甲村支部").parent().name()));
  }

  @Test
  void refusesAMoveBelowItselfSayingWhy() {
    importTree();
    admin
        .post(page("甲镇党委") + "/parent", Map.of("to", "甲村", "parent", id("甲村支部")))
        .then()
        .statusCode(422)
        .body(containsString("不能移到自己或自己的下级之下"));
    admin
        .post(page("甲镇党委") + "/parent", Map.of("to", "甲村"))
        .then()
        .statusCode(422)
        .body(containsString("请选一个上级"));
  }

  @Test
  void reportsEveryBadLineAndTakesNothing() {
    String list =
        HEADER
            + (p + "c,某县委,县委,," + county + ",,,1\n")
            + (p + "a,,县委,nobody," + county + ",,,-3\n");
    admin
        .upload("/console/branches/import", "file", "b.csv", bytes(list), Map.of())
        .then()
        .statusCode(422)
        .body(containsString("一行也没有导入"))
        .body(containsString("第 3 行"))
        .body(containsString("名称要 1 到 96 个字。"))
        .body(containsString("党员数要是 0 到 1000000 的整数。"));
    admin.get("/console/branches").then().body(not(containsString("某县委")));
  }

  @Test
  void saysWhenTheFileIsNoListOrNoneWasChosen() {
    admin
        .upload("/console/branches/import", "file", "b.csv", bytes("a,b\n1,2\n"), Map.of())
        .then()
        .statusCode(422)
        .body(containsString("第一行缺少这些列"));
    admin
        .upload("/console/branches/import", "file", "b.csv", new byte[0], Map.of())
        .then()
        .statusCode(422)
        .body(containsString("请先选一个文件"));
  }

  @Test
  void theExampleIsTakenBackAsItIs() {
    RegionFixture.sourcesCounties();
    ConsoleClient hanshou = AccountFixture.with(Role.COUNTY_ADMIN, "430722000000").signIn();
    byte[] example = hanshou.get("/console/branches/import/example.csv").asByteArray();
    hanshou
        .upload("/console/branches/import", "file", "b.csv", example, Map.of())
        .then()
        .statusCode(303)
        .header("Location", endsWith("/console/branches?imported=3"));
  }

  @Test
  void anotherCountysAdminSeesNothingOfIt() {
    importTree();
    ConsoleClient other = AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county()).signIn();
    other.get("/console/branches").then().body(not(containsString("某县委")));
    other.get("/console/branches?q=甲村").then().body(not(containsString("甲村支部")));
    other.get(page("甲村支部")).then().statusCode(404);
    other.post(page("甲村支部") + "/parent", Map.of("parent", id("乙镇党委"))).then().statusCode(404);
  }

  @Test
  void anAuditorReadsAndALiaisonOfficerDoesNot() {
    importTree();
    ConsoleClient auditor = AccountFixture.with(Role.AUDITOR, county).signIn();
    auditor.get(page("甲镇党委")).then().statusCode(200).body(not(containsString("移过去")));
    auditor.post(page("甲村支部") + "/parent", Map.of("parent", id("乙镇党委"))).then().statusCode(403);
    auditor.get("/console/branches/import").then().statusCode(403);
    String village = RegionFixture.village(RegionFixture.township(county, 101, "甲镇"), 201, "甲村");
    ConsoleClient officer = AccountFixture.with(Role.LIAISON_OFFICER, village).signIn();
    officer.get("/console/branches").then().statusCode(403);
  }

  @Test
  void aPageOfFifteenHundredStaysSmall() {
    StringBuilder list = new StringBuilder(HEADER + p + "c,某县委,县委,," + county + ",,,1\n");
    for (int t = 0; t < 25; t++) {
      list.append(p).append("t").append(t).append(",镇党委,乡镇党委,").append(p).append("c,");
      list.append(county).append(",,,1\n");
      for (int v = 0; v < 60; v++) {
        list.append(p).append("v").append(t).append('.').append(v).append(",村支部,村支部,");
        list.append(p).append("t").append(t).append(',').append(county).append(",,,1\n");
      }
    }
    admin
        .upload("/console/branches/import", "file", "b.csv", bytes(list.toString()), Map.of())
        .then()
        .statusCode(303);
    byte[] page = admin.get("/console/branches").asByteArray();
    assertTrue(page.length < 20_000, () -> page.length + " bytes");
  }

  private void importTree() {
    String list =
        HEADER
            + (p + "c,某县委,县委,," + county + ",,,1\n")
            + (p + "a,甲镇党委,乡镇党委," + p + "c," + county + ",,,7\n")
            + (p + "b,乙镇党委,乡镇党委," + p + "c," + county + ",,,5\n")
            + (p + "v,甲村支部,村支部," + p + "a," + county + ",书记一（演示）,联络一（演示）、联络二（演示）,42\n");
    admin
        .upload("/console/branches/import", "file", "b.csv", bytes(list), Map.of())
        .then()
        .statusCode(303)
        .header("Location", endsWith("/console/branches?imported=4"));
  }

  private String page(String name) {
    return "/console/branches/" + id(name);
  }

  private String id(String name) {
    return QuarkusTransaction.requiringNew().call(() -> branch(name).idText());
  }

  private Branch branch(String name) {
    return Branch.<Branch>find("code like ?1 and name = ?2", p + "%", name).firstResult();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
