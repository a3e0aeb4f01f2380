package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.InvalidDigitalLink.Reason;

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
        InvalidDigitalLink refusal =
            assertThrows(InvalidDigitalLink.class, () -> Gtin.parse(digits));
        assertEquals(Reason.CHECK_DIGIT, refusal.reason());
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
    InvalidDigitalLink refusal = assertThrows(InvalidDigitalLink.class, () -> Gtin.parse(digits));
    assertEquals(Reason.FORMAT, refusal.reason());
  }

  @Test
  void namesThePlaceOfANonDigit() {
    assertEquals(
        3, assertThrows(InvalidDigitalLink.class, () -> Gtin.parse("095O0123456788")).position());
  }

  @Test
  void refusesTwelveDigitsWhereThirteenAreAsked() {
    assertThrows(InvalidDigitalLink.class, () -> Gtin.withCheckDigit("952012345678"));
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
