package org.xiangpin.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30000|15000000",
        "30,000|15000000",
        "３０，０００|15000000",
        "1,234.5|617250",
        "1.5|750",
        "１．５|750",
        " 2 |1000"
      })
  void readsWeightsAsPeopleTypeThem(String typed, long grams) {
    assertEquals(grams, Quantity.grams(typed, Quantity.Unit.JIN, "quantity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "1,50", "12,34", "3,0000", "1,234,5", "１，５", "0,5"})
  void doesNotGuessWhatACommaWithinDecimalsMeans(String typed) {
    InvalidInput refusal =
        assertThrows(
            InvalidInput.class, () -> Quantity.grams(typed, Quantity.Unit.JIN, "quantity"));
    assertTrue(refusal.in(Lang.ZH).contains("小数请用点"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "1e3",
        "1e400",
        "NaN",
        "∞",
        "abc",
        "三十",
        "+5",
        "0x10",
        ".5",
        "1000000000000",
        "0.0001",
        "99999999999999999999999999"
      })
  void refusesWhatIsNoWeight(String typed) {
    assertThrows(InvalidInput.class, () -> Quantity.grams(typed, Quantity.Unit.KG, "quantity"));
  }

  @Test
  void countsPiecesInWholeNumbersOnly() {
    assertEquals(1_000, Quantity.pieces("１,０００", "size", 1_000_000));
    for (String typed : new String[] {"0", "-3", "1.5", "1000001", "x", "1,5", "9".repeat(400)}) {
      assertThrows(InvalidInput.class, () -> Quantity.pieces(typed, "size", 1_000_000));
    }
  }
}
