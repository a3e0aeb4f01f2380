package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables G stands for a right GTIN, S for an SSCC, and a tilde for the separator. */
class ElementStringTest {
  private static final Set<Gs1Option> UNKNOWN = EnumSet.of(Gs1Option.UNKNOWN_AI);

  private static String full(String text) {
    return text.replace("G", "09520123456788")
        .replace("S", "952012345678912345")
        .replace('~', ElementString.SEPARATOR);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "(01)G,01G",
        "(01)G(10)AB,01G10AB",
        "(10)AB(01)G,10AB~01G",
        "(01)G(10)AB(21)C,01G10AB~21C",
        "(01)G(17)251231(10)AB,01G1725123110AB",
        "(01)G(3103)000195(3922)0299(17)201225,01G310300019539220299~17201225",
        "(01)G(422)156(10)A,01G422156~10A",
        "(00)S(02)G(37)25(10)A,00S02G3725~10A",
        "(414)9520123456788(254)X,4149520123456788254X",
        "(01)G(7003)2512312359(99)Z,01G70032512312359~99Z",
        "(99)01,9901",
      })
  void bothFormsSayTheSame(String bracketed, String fnc1) {
    ElementString string = ElementString.parseBracketed(full(bracketed));
    assertEquals(full(fnc1), string.fnc1());
    assertEquals(string, ElementString.parseFnc1(full(fnc1)));
    assertEquals(full(bracketed), ElementString.parseFnc1(full(fnc1)).bracketed());
  }

  @ParameterizedTest
  @CsvSource({
    "]C101G10A",
    "]e001G10A",
    "]d201G10A",
    "]Q301G10A",
    "]J101G10A",
    "~01G10A",
    "01G~10A"
  })
  void scannersMayAddTheirMarks(String scanned) {
    assertEquals(full("(01)G(10)A"), ElementString.parseFnc1(full(scanned)).bracketed());
  }

  @Test
  void leftBracketsInValuesAreWrittenWithABackslash() {
    ElementString string = ElementString.of(List.of(Element.of("99", "(01)(a)(")));
    assertEquals("(99)\\(01)\\(a)\\(", string.bracketed());
    assertEquals(string, ElementString.parseBracketed(string.bracketed()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "^,ELEMENT_STRING,-",
        "^01G,ELEMENT_STRING,-",
        "^(01G,ELEMENT_STRING,-",
        "^ (01)G,ELEMENT_STRING,-",
        "(01)G(10)A^(,ELEMENT_STRING,-",
        "(^),UNKNOWN_AI,-",
        "(^1)G,UNKNOWN_AI,1",
        "(^89)A,UNKNOWN_AI,89",
        "(^01a)G,UNKNOWN_AI,01a",
        "(01)^,EMPTY_VALUE,01",
        "(01)G(10)A^\\B,CHARACTER_SET,10",
        "(01)G(10)A\\(^ B,CHARACTER_SET,10",
        "(01)0952012345678^9,CHECK_DIGIT,01",
        "(01)G(10)A(^10)B,DUPLICATE,10",
        "(^10)A,REQUIRED,10",
        "(^21)A(99)B,REQUIRED,21",
        "(^01)G(37)5,EXCLUDED,01",
        "(00)S(01)G(^3103)000195(3102)000195,EXCLUDED,3103",
      })
  void bracketedFaultsAreNamedWithTheirPlace(String marked, Gs1Rule rule, String ai) {
    String text = full(marked);
    InvalidGs1Data e =
        assertThrows(
            InvalidGs1Data.class, () -> ElementString.parseBracketed(text.replace("^", "")));
    assertEquals(rule, e.rule(), e.getMessage());
    assertEquals(ai, e.ai().isEmpty() ? "-" : e.ai());
    assertEquals(text.indexOf('^'), e.position(), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "^,ELEMENT_STRING,-",
        "^0,UNKNOWN_AI,0",
        "^31,UNKNOWN_AI,31",
        "^3106000001,UNKNOWN_AI,3106",
        "^8912,UNKNOWN_AI,89",
        "01^,EMPTY_VALUE,01",
        "01^0952,LENGTH,01",
        "01G10A^~,ELEMENT_STRING,-",
        "01G10A~^~21B,UNKNOWN_AI,`~2`",
        "01G422156^10A,LENGTH,422",
        "01G17^2512~10A,LENGTH,17",
        "01G10A~^10B,DUPLICATE,10",
        "01^(01)G,CHARACTER_SET,01",
        "]^XX01G,UNKNOWN_AI,-",
        "^1725123110A,REQUIRED,17",
      })
  void scannedFaultsAreNamedWithTheirPlace(String marked, Gs1Rule rule, String ai) {
    String text = full(marked.startsWith("]^") ? "^]XX01G" : marked);
    InvalidGs1Data e =
        assertThrows(InvalidGs1Data.class, () -> ElementString.parseFnc1(text.replace("^", "")));
    assertEquals(rule, e.rule(), e.getMessage());
    assertEquals(text.indexOf('^'), e.position(), e.getMessage());
    if (!ai.equals("-")) {
      assertEquals(full(ai), e.ai());
    }
  }

  @Test
  void anIdentifierMayStandAgainWithTheSameValue() {
    ElementString string = ElementString.parseBracketed(full("(01)G(99)A(99)A"));
    assertEquals(3, string.elements().size());
    assertEquals(full("(01)G(99)A(99)A"), string.bracketed());
  }

  @Test
  void theOrderOfElementsIsKept() {
    assertNotEquals(
        ElementString.parseBracketed(full("(01)G(99)A")),
        ElementString.parseBracketed(full("(99)A(01)G")));
  }

  @ParameterizedTest
  @CsvSource({
    "(01)G(89)AB,01G89AB,no",
    "(01)G(3106)000001(10)A,01G310600000110A,yes",
    "(01)G(8999)AB(99)C,01G8999AB~99C,no",
    "(01)G(8050)AB(99)C,01G8050AB~99C,yes"
  })
  void unknownIdentifiersAreReadWhenAskedFor(String bracketed, String fnc1, String readable) {
    ElementString string = ElementString.parseBracketed(full(bracketed), UNKNOWN);
    assertEquals(full(fnc1), string.fnc1());
    assertThrows(InvalidGs1Data.class, () -> ElementString.parseBracketed(full(bracketed)));
    if (readable.equals("yes")) {
      assertEquals(string, ElementString.parseFnc1(full(fnc1), UNKNOWN));
    } else {
      assertThrows(InvalidGs1Data.class, () -> ElementString.parseFnc1(full(fnc1), UNKNOWN));
    }
  }

  @Test
  void elementsAreCheckedTogetherWhenMadeByHand() {
    assertEquals(
        Gs1Rule.ELEMENT_STRING,
        assertThrows(InvalidGs1Data.class, () -> ElementString.of(List.of())).rule());
    assertEquals(
        Gs1Rule.REQUIRED,
        assertThrows(InvalidGs1Data.class, () -> ElementString.of(List.of(Element.of("10", "A"))))
            .rule());
  }
}
