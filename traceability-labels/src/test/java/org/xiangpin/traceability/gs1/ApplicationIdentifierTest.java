package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationIdentifierTest {
  @Test
  void theTableHoldsAllIdentifiersOfTheGeneralSpecifications() {
    List<ApplicationIdentifier> all = ApplicationIdentifiers.all();
    // Counted in GS1's dictionary of 2026, the ranges spread out.
    assertEquals(541, all.size());
    for (ApplicationIdentifier ai : all) {
      assertTrue(ai.isKnown());
      assertEquals(Optional.of(ai), ApplicationIdentifiers.find(ai.code()));
    }
  }

  @Test
  void identifiersSayWhatTheyAre() {
    ApplicationIdentifier gtin = ApplicationIdentifiers.of("01");
    assertEquals("GTIN", gtin.title());
    assertEquals("N14", gtin.format());
    assertTrue(gtin.isPredefinedLength() && gtin.isPrimaryKey() && gtin.isAttribute());
    assertEquals(List.of(List.of("22", "10", "21"), List.of("235")), gtin.qualifiers());
    assertEquals(OptionalInt.empty(), gtin.decimalPlaces());

    ApplicationIdentifier gdti = ApplicationIdentifiers.of("253");
    assertEquals("N13 [X..17]", gdti.format());
    assertFalse(gdti.isPredefinedLength());
    assertTrue(gdti.isPrimaryKey());
    assertEquals(List.of(), gdti.qualifiers());

    ApplicationIdentifier serial = ApplicationIdentifiers.of("21");
    assertFalse(serial.isPrimaryKey() || serial.isAttribute());
  }

  @Test
  void identifiersOfPredefinedLengthAreThoseOfTheGeneralSpecifications() {
    // General Specifications, figure "Element strings with predefined length".
    Set<String> prefixes =
        ApplicationIdentifiers.all().stream()
            .filter(ApplicationIdentifier::isPredefinedLength)
            .map(ai -> ai.code().substring(0, 2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "00", "01", "02", "03", "11", "12", "13", "15", "16", "17", "20", "31", "32", "33",
                "34", "35", "36", "41")),
        prefixes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "04", "89", "100", "3106", "012", "12345", "a1", "０１", "-1", "1 "})
  void otherDigitsAreNoIdentifiers(String code) {
    assertEquals(Optional.empty(), ApplicationIdentifiers.find(code));
    InvalidGs1Data e = assertThrows(InvalidGs1Data.class, () -> ApplicationIdentifiers.of(code));
    assertEquals(Gs1Rule.UNKNOWN_AI, e.rule());
  }

  @ParameterizedTest
  @CsvSource({
    "3100,001250,1250",
    "3103,001250,1.250",
    "3105,001250,0.01250",
    "3920,5,5",
    "3922,0299,2.99",
    "3929,1,0.000000001",
    "3932,1560299,2.99",
    "3912,84010000,100.00",
    "3941,0155,15.5",
    "3952,001234,12.34",
    "3669,000001,",
  })
  void decimalPointsStandWhereTheIdentifierSays(String ai, String value, BigDecimal expected) {
    if (expected == null) {
      assertThrows(InvalidGs1Data.class, () -> Element.of(ai, value));
      return;
    }
    assertEquals(Optional.of(expected), Element.of(ai, value).decimalValue());
  }

  @Test
  void onlyAmountsHaveACurrency() {
    assertEquals(Optional.of("156"), Element.of("3932", "1560299").currency());
    assertEquals(Optional.empty(), Element.of("3922", "0299").currency());
    assertEquals(Optional.empty(), Element.of("421", "156416000").currency());
    assertEquals(Optional.empty(), Element.of("99", "12").decimalValue());
  }

  /** What no link may hold, and so is not in the table of links. */
  @ParameterizedTest
  @CsvSource({
    "7041,PX,",
    "7041,APE,",
    "7041,XX,PACKAGE_TYPE",
    "7041,px,PACKAGE_TYPE",
    "7041,ABCDE,LENGTH",
    "8014,1987654Ad4X4bL5ttr2310c2K,",
    "8014,12345678901234567890123NT,",
    "8014,1234567890126Q,CHECK_CHARACTERS",
    "8040,123456789012345,",
    "8040,12345678901234,LENGTH",
    "8043,123456789012345678,",
    "8043,12345678901234567890,",
    "8043,123456789012345678901,LENGTH",
    "8200,http://a/,",
    "03,09520123456788,",
    "03,09520123456789,CHECK_DIGIT"
  })
  void valuesAreCheckedAlone(String ai, String value, Gs1Rule rule) {
    if (rule == null) {
      assertEquals(value, Element.of(ai, value).value());
    } else {
      InvalidGs1Data e = assertThrows(InvalidGs1Data.class, () -> Element.of(ai, value));
      assertEquals(rule, e.rule());
      assertEquals(ai, e.ai());
    }
  }

  @Test
  void aModelIdentifierNeedsALetter() {
    // The set of check characters holds the digits 2 to 9, so that some numbers are all digits.
    String digits = allDigitModelNumber();
    assertEquals(
        Gs1Rule.NON_DIGIT,
        assertThrows(InvalidGs1Data.class, () -> Element.of("8014", digits)).rule());
    assertEquals(digits, Element.of("8013", digits).value());
  }

  /** Looks for digits whose check characters are digits too. */
  private static String allDigitModelNumber() {
    for (long number = 9_520_123_000L; number < 9_520_124_000L; number++) {
      for (char first = '2'; first <= '9'; first++) {
        for (char second = '2'; second <= '9'; second++) {
          String value = "" + number + first + second;
          if (CheckRules.characters(value, 0, value.length()) < 0) {
            return value;
          }
        }
      }
    }
    throw new AssertionError("none");
  }
}
