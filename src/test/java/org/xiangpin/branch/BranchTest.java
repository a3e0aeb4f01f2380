package org.xiangpin.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.InvalidInput;

@QuarkusTest
class BranchTest {

  private final String county = RegionFixture.county();
  private final String top = add("top", null);
  private final String town = add("town", top);
  private final String village = add("village", town);
  private final String team = add("team", village);
  private final String otherTown = add("other", top);

  @Test
  void standsUnderItsParentWithADerivedPath() {
    assertEquals(List.of(top, town, village, team), codesBelow(top, town, village, team));
    assertEquals(3, read(() -> branch(team).depth()));
    assertEquals(List.of(otherTown, town), read(() -> codes(branch(top).children())));
    assertEquals(List.of(top), read(() -> codes(Branch.topsWithin(county))));
  }

  @Test
  void keepsItsLiaisonOfficersInTheirOrder() {
    assertEquals(List.of("乙（演示）", "甲（演示）"), read(() -> branch(team).liaisonOfficers()));
  }

  @Test
  void movesWithEverythingBelowIt() {
    move(village, otherTown);
    assertEquals(List.of(top, otherTown, village, team), codesBelow(top, otherTown, village, team));
    assertEquals(otherTown, read(() -> branch(village).parent().code()));
    assertEquals(List.of(town), read(() -> codes(branch(town).subtree())));
    assertEquals(List.of(otherTown, village, team), read(() -> codes(branch(otherTown).subtree())));
  }

  @Test
  void movesToTheTopAndBack() {
    move(town, null);
    assertNull(read(() -> branch(town).parent()));
    assertEquals(0, read(() -> branch(town).depth()));
    assertEquals(2, read(() -> branch(team).depth()));
    move(town, top);
    assertEquals(3, read(() -> branch(team).depth()));
  }

  @Test
  void refusesToStandUnderItselfOrBelowItself() {
    assertThrows(InvalidInput.class, () -> move(town, town));
    assertThrows(InvalidInput.class, () -> move(town, team));
    assertEquals(top, read(() -> branch(town).parent().code()));
    assertEquals(3, read(() -> branch(team).depth()));
  }

  private List<String> codesBelow(String first, String... chain) {
    return read(
        () ->
            codes(Branch.findByCode(first).orElseThrow().subtree()).stream()
                .filter(c -> c.equals(first) || List.of(chain).contains(c))
                .toList());
  }

  private String add(String word, String parent) {
    String code = county.substring(0, 6) + "-" + word;
    write(
        () ->
            new Branch(
                    code,
                    new BranchFacts(
                        word + "（演示）",
                        BranchKind.UNIT_BRANCH,
                        county,
                        null,
                        List.of("乙（演示）", "甲（演示）"),
                        12),
                    parent == null ? null : branch(parent))
                .persist());
    return code;
  }

  private static void move(String code, String parent) {
    write(() -> BranchTree.move(branch(code), parent == null ? null : branch(parent)));
  }

  private static Branch branch(String code) {
    return Branch.findByCode(code).orElseThrow();
  }

  private static List<String> codes(List<Branch> branches) {
    return branches.stream().map(Branch::code).toList();
  }

  private static <T> T read(Supplier<T> query) {
    return QuarkusTransaction.requiringNew().call(query::get);
  }

  private static void write(Runnable command) {
    QuarkusTransaction.requiringNew().run(command);
  }
}
