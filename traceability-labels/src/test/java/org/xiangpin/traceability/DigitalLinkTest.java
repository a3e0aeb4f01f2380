package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

class DigitalLinkTest {
  private static final Gtin GTIN = Gtin.parse("09520123456788");
  private static final String CSET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://x.cn/01/09520123456788, -, -",
        "https://x.cn/01/09520123456788/10/L1, L1, -",
        "https://x.cn/01/09520123456788/21/S1, -, S1",
        "HTTP://X.CN:80/stem/01/09520123456788/10/a%2fb/21/S%2B1?s=a.b&x#y, a/b, S+1",
        "https://x.cn/01/09520123456788/22/V/10/L1/21/S1?17=251231&3103=001250, L1, S1",
        "https://x.cn/01/09520123456788/235/T?10=L1, L1, -",
      })
  void takesProductLotAndSerialOfALink(String uri, String lot, String serial) {
    assertEquals(
        new DigitalLink(GTIN, Optional.ofNullable(lot), Optional.ofNullable(serial)),
        DigitalLink.of(Gs1DigitalLink.parse(uri)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.cn/00/952012345678912345",
        "https://x.cn/8004/9520614141234567?01=09520123456788"
      })
  void refusesLinksOfOtherThings(String uri) {
    Gs1DigitalLink link = Gs1DigitalLink.parse(uri);
    assertThrows(IllegalArgumentException.class, () -> DigitalLink.of(link));
  }

  @Test
  void readsBackWhateverItWrites() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      DigitalLink link =
          new DigitalLink(
              Gtin.withCheckDigit("%013d".formatted(random.nextLong(10_000_000_000_000L))),
              Optional.of(randomValue(random)).filter(lot -> random.nextInt(4) > 0),
              Optional.of(randomValue(random)).filter(serial -> random.nextInt(4) > 0));
      assertEquals(link, DigitalLink.of(Gs1DigitalLink.parse(link.on("https://x.cn/t/"))));
      assertEquals(link, DigitalLink.of(Gs1DigitalLink.parseUnder("https://x.cn/t/", link.path())));
    }
  }

  @Test
  void writesThePathInNormalForm() {
    assertEquals("/01/" + GTIN, DigitalLink.ofGtin(GTIN).path());
    assertEquals("/01/" + GTIN + "/10/A-._%2F", DigitalLink.ofLot(GTIN, "A-._/").path());
    assertEquals(
        "/01/" + GTIN + "/10/L/21/%3C%25%2B", DigitalLink.ofSerial(GTIN, "L", "<%+").path());
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.cn, https://x.cn",
    "https://x.cn/, https://x.cn",
    "https://x.cn:8443/t, https://x.cn:8443/t",
    "HTTPS://X.CN/T/, https://x.cn/T"
  })
  void standsUnderABaseWithOrWithoutSlash(String base, String stem) {
    assertEquals(stem + "/01/" + GTIN + "/10/L", DigitalLink.ofLot(GTIN, "L").on(base));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x.cn", "ftp://x.cn", "Https://x.cn", "https://x.cn?a=b", "https://x.cn/#a"})
  void refusesABaseThatIsNone(String base) {
    DigitalLink link = DigitalLink.ofGtin(GTIN);
    assertThrows(InvalidGs1Data.class, () -> link.on(base));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789012345678901", "a b", "批", ".", "..", "a~"})
  void refusesToMakeALinkOfAValueThatCannotBeRead(String value) {
    assertEquals(
        "10", assertThrows(InvalidGs1Data.class, () -> DigitalLink.ofLot(GTIN, value)).ai());
    assertEquals(
        "21",
        assertThrows(InvalidGs1Data.class, () -> DigitalLink.ofSerial(GTIN, "L", value)).ai());
  }

  @Test
  void upperAndLowerCaseDiffer() {
    assertNotEquals(DigitalLink.ofLot(GTIN, "a"), DigitalLink.ofLot(GTIN, "A"));
  }

  private static String randomValue(Random random) {
    StringBuilder value = new StringBuilder();
    for (int length = 1 + random.nextInt(20); length > 0; length--) {
      value.append(CSET_82.charAt(random.nextInt(CSET_82.length())));
    }
    return value.chars().allMatch(c -> c == '.') ? "x" : value.toString();
  }
}
