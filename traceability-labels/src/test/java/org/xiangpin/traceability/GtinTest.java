package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.gs1.Gs1Rule;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

class GtinTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "09520123456788",
        "06901234567892",
        "00614141123452",
        "10614141543219",
        "00000000000000"
      })
  void acceptsRightCheckDigit(String digits) {
    assertEquals(digits, Gtin.parse(digits).toString());
    assertEquals(Gtin.parse(digits), Gtin.withCheckDigit(digits.substring(0, 13)));
  }

  @Test
  void refusesEveryWrongCheckDigit() {
    for (char last = '0'; last <= '9'; last++) {
      if (last != '8') {
        String digits = "0952012345678" + last;
        InvalidGs1Data refusal = assertThrows(InvalidGs1Data.class, () -> Gtin.parse(digits));
        assertEquals(Gs1Rule.CHECK_DIGIT, refusal.rule());
        assertEquals("01", refusal.ai());
        assertEquals(13, refusal.position());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9520123456788",
        "009520123456788",
        "0952012345678x",
        " 9520123456788",
        "０９５２０１２３４５６７８８"
      })
  void refusesAnythingButFourteenDigits(String digits) {
    assertThrows(InvalidGs1Data.class, () -> Gtin.parse(digits));
  }

  @Test
  void namesThePlaceOfANonDigit() {
    assertEquals(
        3, assertThrows(InvalidGs1Data.class, () -> Gtin.parse("095O0123456788")).position());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "952012345678", "09520123456788", "095201234567x", "０952012345678"})
  void refusesToCompleteAnythingButThirteenDigits(String digits) {
    assertThrows(InvalidGs1Data.class, () -> Gtin.withCheckDigit(digits));
  }

  @Test
  void comparesByValue() {
    Gtin small = Gtin.parse("00614141123452");
    Gtin large = Gtin.parse("09520123456788");
    assertTrue(small.compareTo(large) < 0);
    assertEquals(9520123456788L, large.value());
    assertEquals(large, Gtin.parse("09520123456788"));
    assertEquals(large.hashCode(), Gtin.parse("09520123456788").hashCode());
    assertNotEquals(small, large);
  }
}
