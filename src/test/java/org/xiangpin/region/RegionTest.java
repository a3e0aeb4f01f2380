package org.xiangpin.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;

@QuarkusTest
class RegionTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

  private final String county = RegionFixture.county();
  private final String township = RegionFixture.township(county, 111, "桃山镇");
  private final String village = RegionFixture.village(township, 229, "永丰村委会");

  @Test
  void findsARegionByItsCodeAndNothingByAnotherText() {
    assertEquals("桃山镇", read(() -> Region.findByCode(township).orElseThrow().name()));
    for (String wrong : new String[] {null, "", "430722", "99999999999x", "000000000000"}) {
      assertTrue(read(() -> Region.findByCode(wrong).isEmpty()), () -> "found: " + wrong);
    }
  }

  @Test
  void refusesAnUnknownCodeNamingTheField() {
    InvalidInput refusal =
        assertThrows(InvalidInput.class, () -> read(() -> Region.require("43", "regionCode")));
    assertEquals("regionCode", refusal.details().get(0).pointer());
  }

  @Test
  void namesAVillageFromTheProvinceDownWithoutItsCommittee() {
    assertEquals("九九省测试县桃山镇永丰村", read(() -> Region.fullName(village)));
    assertEquals("测试县桃山镇永丰村", read(() -> Region.shortName(village)));
  }

  @Test
  void namesAnUnknownCodeByItself() {
    assertEquals("990000000001", read(() -> Region.fullName("990000000001")));
    assertEquals("", read(() -> Region.fullName(null)));
  }

  @Test
  void cutsACodeToItsCountyAndTownship() {
    assertEquals("430722000000", Region.countyOf("430722111229"));
    assertEquals("430722111000", Region.townshipOf("430722111229"));
  }

  @Test
  void aScopeCoversWhatBeginsWithItsDigits() {
    assertTrue(covers(county, village));
    assertTrue(covers("990000000000", village));
    assertTrue(covers(township, township));
    assertTrue(covers(village, village));
    assertFalse(covers(village, township));
    assertFalse(covers(RegionFixture.county(), village));
    assertFalse(covers(null, village));
    assertFalse(covers(county, "not a code"));
  }

  @Test
  void findsAVillageWithAndWithoutItsEndingAndByAnAlias() {
    write(() -> Region.findByCode(village).orElseThrow().addAlias("老丰屯"));
    for (String typed : List.of("永丰村", "永丰", "永丰村委会", "永丰村民委员会", " 永丰 ", "永", "老丰屯")) {
      assertEquals(List.of(village), search(typed, county), typed);
      assertEquals(List.of(village), search(typed, township), typed);
    }
    assertEquals(List.of(), search("永丰", RegionFixture.county()));
    assertEquals(List.of(), search("%", county));
    assertEquals(List.of(), search(" ", county));
  }

  @Test
  void aRenamedRegionIsStillFoundByItsFormerName() {
    write(() -> Region.findByCode(village).orElseThrow().rename("桃花村委会", NEW_YEAR));
    assertEquals("测试县桃山镇桃花村", read(() -> Region.shortName(village)));
    assertEquals(List.of(village), search("永丰村", county));
    assertEquals(List.of(village), search("桃花", county));
    RegionAlias former = read(() -> RegionAlias.of(village)).get(0);
    assertEquals("永丰村委会", former.name());
    assertEquals(NEW_YEAR.minusDays(1), former.validTo());
  }

  @Test
  void aMergedTownKeepsItsRowAndItsVillagesStandUnderTheSuccessor() {
    String larger = RegionFixture.township(county, 112, "大桃镇");
    write(
        () ->
            Region.findByCode(township)
                .orElseThrow()
                .mergeInto(Region.findByCode(larger).orElseThrow(), NEW_YEAR));
    Region merged = read(() -> Region.findByCode(township).orElseThrow());
    assertEquals("桃山镇", merged.name());
    assertTrue(merged.isCurrent(NEW_YEAR.minusDays(1)));
    assertFalse(merged.isCurrent(NEW_YEAR));
    assertEquals(larger, read(() -> merged.successor().orElseThrow().code()));
    assertEquals("测试县大桃镇永丰村", read(() -> Region.shortName(village)));
    assertEquals("测试县桃山镇", read(() -> Region.shortName(township)));
    assertTrue(covers(larger, village), "the successor's scope covers the villages that came");
    assertTrue(covers(larger, township), "and what was recorded under the merged town");
    assertTrue(covers(township, village), "the old scope covers the codes issued under it");
    assertFalse(covers(township, larger));
  }

  @Test
  void refusesMergersIntoItselfAnotherLevelOrAnEndedRegion() {
    String other = RegionFixture.township(county, 113, "小桃镇");
    assertThrows(InvalidInput.class, () -> merge(township, township));
    assertThrows(InvalidInput.class, () -> merge(township, county));
    merge(township, other);
    assertThrows(WrongState.class, () -> merge(township, other));
    assertThrows(WrongState.class, () -> merge(other, township));
  }

  private static void merge(String from, String into) {
    write(
        () ->
            Region.findByCode(from)
                .orElseThrow()
                .mergeInto(Region.findByCode(into).orElseThrow(), NEW_YEAR));
  }

  private static boolean covers(String scope, String code) {
    return read(() -> Region.covers(scope, code));
  }

  private static List<String> search(String text, String within) {
    return read(() -> RegionSearch.find(text, within, 10).stream().map(Region::code).toList());
  }

  private static <T> T read(Supplier<T> query) {
    return QuarkusTransaction.requiringNew().call(query::get);
  }

  private static void write(Runnable command) {
    QuarkusTransaction.requiringNew().run(command);
  }
}
