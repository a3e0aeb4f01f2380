package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gs1DigitalLinkTest {
  private static final String G = "09520123456788";

  /** The caret stands before the character that is at fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "^ftp://a/01/G SCHEME",
        "https://a^_b/01/G HOST",
        "https://^ HOST",
        "https://a^/01x/G NO_PRIMARY_KEY",
        "https://a/01/0952012345678^9 CHECK_DIGIT",
        "https://a/01/^952012345678 LENGTH",
        "https://a/01/09520123456788^0 LENGTH",
        "https://a/01/09520^X23456788 CHARACTER_SET",
        "https://a/01/%30%39520^%5823456788 CHARACTER_SET",
        "https://a/01/G/10/%41^%20 CHARACTER_SET",
        "https://a/01/G/10/A^%2 ESCAPE",
        "https://a/01/G/10/A^\" URI_CHARACTER",
        "https://a/01/G/10/12345678901234567890^1 LENGTH",
        "https://a/01/G/10/A/^22/B QUALIFIER",
        "https://a/01/G/10/A/^10/A DUPLICATE",
        "https://a/01/G/10/^ EMPTY_VALUE",
        "https://a/01/G^/ TRAILING_SLASH",
        "https://a/01/G/^89/A UNKNOWN_AI",
        "https://a/01/G?k=v&^89=A UNKNOWN_AI",
        "https://a/01/G?k=v;^10=A QUALIFIER_IN_QUERY",
        "https://a/01/G?^8200=A NOT_AN_ATTRIBUTE",
        "https://a/01/G?99=A&^99=A DUPLICATE",
        "https://a/01/G?99=A^+B CHARACTER_SET",
        "https://a/01/G?17=25^1301 DATE",
        "https://a/01/G?99=x&^427=A REQUIRED",
        "https://a/01/G?^422=156&426=156 EXCLUDED",
        "https://a/^01/G?37=1 EXCLUDED",
      })
  void faultsAreNamedWithTheirPlace(String marked, String rule) {
    String text = marked.replace("G", G);
    String uri = text.replace("^", "");
    InvalidGs1Data e = assertThrows(InvalidGs1Data.class, () -> Gs1DigitalLink.parse(uri));
    assertEquals(rule, e.rule().name(), e.getMessage());
    assertEquals(text.indexOf('^'), e.position(), e.getMessage());
  }

  @Test
  void theMessageIsOneSentence() {
    InvalidGs1Data e =
        assertThrows(
            InvalidGs1Data.class,
            () -> Gs1DigitalLink.parse("https://a/01/" + G + "/10/123456789012345678901"));
    assertEquals(
        "AI (10) at position 51: value has 21 characters where 1 to 20 are expected.",
        e.getMessage());
  }

  @Test
  void partsAreGivenApart() {
    Gs1DigitalLink link =
        Gs1DigitalLink.parse(
            "HTTPS://Example.COM:80/Some/Stem/01/"
                + G
                + "/10/a%2fb/21/S?s=k1.x%2Fy&3103=001250&flag#f");
    assertEquals("https://example.com:80/Some/Stem", link.stem());
    assertEquals(Element.of("01", G), link.key());
    assertEquals(List.of(Element.of("10", "a/b"), Element.of("21", "S")), link.qualifiers());
    assertEquals(List.of(Element.of("3103", "001250")), link.attributes());
    assertEquals(
        List.of(LinkExtension.of("s", "k1.x%2Fy"), new LinkExtension("flag", Optional.empty())),
        link.extensions());
    assertEquals(Optional.of("a/b"), link.value("10"));
    assertEquals(Optional.empty(), link.value("22"));
    assertEquals(
        "https://example.com:80/Some/Stem/01/" + G + "/10/a%2Fb/21/S?3103=001250&s=k1.x%2Fy&flag",
        link.uri());
    assertEquals(
        "https://id.gs1.org/01/" + G + "/10/a%2Fb/21/S?3103=001250", link.canonical().uri());
    assertEquals(
        "http://b/c/01/" + G + "/10/a%2Fb/21/S?3103=001250&s=k1.x%2Fy&flag",
        link.on("http://b/c/").uri());
    assertEquals("(01)" + G + "(10)a/b(21)S(3103)001250", link.toElementString().bracketed());
  }

  @Test
  void everythingIsEscapedButUnreservedCharacters() {
    Gs1DigitalLink link =
        Gs1DigitalLink.of(
            "https://a",
            List.of(Element.of("01", G), Element.of("10", "!\"%&'()*+,-./:;<=>?_")),
            List.of());
    assertEquals(
        "https://a/01/" + G + "/10/%21%22%25%26%27%28%29%2A%2B%2C-.%2F%3A%3B%3C%3D%3E%3F_",
        link.uri());
  }

  @Test
  void canonicalLinksSortTheirAttributes() {
    assertEquals(
        "https://id.gs1.org/01/" + G + "?17=251231&3103=000195&98=B&99=A",
        Gs1DigitalLink.parse("http://x/y/01/" + G + "?99=A&3103=000195&z=1&17=251231&98=B")
            .canonical()
            .uri());
  }

  @Test
  void elementsInAnyOrderBecomeALink() {
    ElementString string =
        ElementString.parseBracketed("(17)251231(21)S(10)L(01)" + G + "(22)V(99)X(99)X");
    assertEquals(
        "https://a/01/" + G + "/22/V/10/L/21/S?17=251231&99=X",
        string.toDigitalLink("https://a/").uri());
  }

  @Test
  void theAlternativeWithMostQualifiersIsTaken() {
    assertEquals(
        "https://a/01/" + G + "/235/T",
        ElementString.parseBracketed("(01)" + G + "(235)T").toDigitalLink("https://a").uri());
    assertEquals(
        Gs1Rule.NOT_AN_ATTRIBUTE,
        assertThrows(
                InvalidGs1Data.class,
                () ->
                    ElementString.parseBracketed("(01)" + G + "(10)L(22)V(235)T")
                        .toDigitalLink("https://a"))
            .rule());
  }

  @ParameterizedTest
  @CsvSource({
    "(99)A,NO_PRIMARY_KEY",
    "(01)09520123456788(8200)http,NOT_AN_ATTRIBUTE",
    "(01)09520123456788(10).,DOT_SEGMENT"
  })
  void whatCannotBeALinkIsRefused(String text, Gs1Rule rule) {
    ElementString string = ElementString.parseBracketed(text);
    InvalidGs1Data e = assertThrows(InvalidGs1Data.class, () -> string.toDigitalLink("https://a"));
    assertEquals(rule, e.rule());
  }

  @Test
  void linksAreMadeOfElementsOnlyOnceEach() {
    List<Element> twice =
        List.of(Element.of("01", G), Element.of("99", "A"), Element.of("99", "A"));
    assertEquals(
        Gs1Rule.DUPLICATE,
        assertThrows(InvalidGs1Data.class, () -> Gs1DigitalLink.of("https://a", twice, List.of()))
            .rule());
  }

  @ParameterizedTest
  @CsvSource({
    "https://a?x,URI_CHARACTER",
    "https://a/b?x,URI_CHARACTER",
    "https://a/#,URI_CHARACTER",
    "https://a/b c,URI_CHARACTER",
    "https://a/%4,ESCAPE",
    "https://,HOST",
    "a,SCHEME"
  })
  void wrongStemsAreRefused(String stem, Gs1Rule rule) {
    Gs1DigitalLink link = Gs1DigitalLink.parse("https://a/01/" + G);
    assertEquals(rule, assertThrows(InvalidGs1Data.class, () -> link.on(stem)).rule());
  }

  @ParameterizedTest
  @CsvSource({
    "17,x,UNKNOWN_AI",
    "%31,x,UNKNOWN_AI",
    "a&b,x,URI_CHARACTER",
    "a,b&c,URI_CHARACTER",
    "a,b#c,URI_CHARACTER",
    "a,%4,ESCAPE",
    "a=b,c,URI_CHARACTER",
    "a,b c,URI_CHARACTER"
  })
  void wrongExtensionsAreRefused(String key, String value, Gs1Rule rule) {
    assertEquals(
        rule, assertThrows(InvalidGs1Data.class, () -> LinkExtension.of(key, value)).rule());
  }

  @Test
  void aServerReadsWhatItWasAskedForUnderItsOwnStem() {
    String asked = "/01/09520123456788/10/ABC?17=251231&s=1.x";
    assertEquals(
        Gs1DigitalLink.parse("https://a.cn/t" + asked),
        Gs1DigitalLink.parseUnder("HTTPS://A.cn/t/", asked));
  }

  @ParameterizedTest
  @CsvSource({
    "01/09520123456788, NO_PRIMARY_KEY, 0",
    "'', NO_PRIMARY_KEY, 0",
    "/, NO_PRIMARY_KEY, 0",
    "/x/01/09520123456788, NO_PRIMARY_KEY, 0",
    "/01/x/01/09520123456788, NO_PRIMARY_KEY, 0",
    "/01/09520123456789, CHECK_DIGIT, 17",
    "/01/09520123456788/, TRAILING_SLASH, 18",
    "/01/09520123456788/10/A|B, URI_CHARACTER, 23",
    "/01/09520123456788?17=251332, DATE, 24",
  })
  void placesCountWithinThePathThatAServerWasAskedFor(String path, Gs1Rule rule, int position) {
    InvalidGs1Data e =
        assertThrows(InvalidGs1Data.class, () -> Gs1DigitalLink.parseUnder("https://a.cn/t", path));
    assertEquals(rule, e.rule(), e.getMessage());
    assertEquals(position, e.position(), e.getMessage());
  }
}
