package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.InvalidDigitalLink.Reason;

/** In the tables G stands for a right GTIN, H for another, and ␀ for no value. */
class DigitalLinkTest {
  private static final String G = "09520123456788";
  private static final String H = "06901234567892";
  private static final String CSET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      nullValues = "␀",
      value = {
        "/01/G ␀ ␀",
        "/01/G/10/L1 L1 ␀",
        "/01/G/21/S1 ␀ S1",
        "/01/G/10/L1/21/S1 L1 S1",
        "https://x.cn/01/G/10/L1/21/S1 L1 S1",
        "http://x.cn/01/G/10/L1/21/S1 L1 S1",
        "HTTPS://x.cn/01/G ␀ ␀",
        "HTTP://X.CN/01/G ␀ ␀",
        "https://x.cn:8443/01/G ␀ ␀",
        "https://127.0.0.1:8080/01/G ␀ ␀",
        "https://xn--fiqs8s.cn/01/G ␀ ␀",
        "https://x.cn/some/stem/01/G/10/L L ␀",
        "https://x.cn/s%20t~em/01/G/10/L L ␀",
        "/01/G/10/01 01 ␀",
        "/01/G/10/10/21/21 10 21",
        "/01/G/10/a a ␀",
        "/01/G/10/12345678901234567890 12345678901234567890 ␀",
        "/01/G/10/%31%32%33 123 ␀",
        "/01/G/10/a%2Fb a/b ␀",
        "/01/G/10/a%2fb a/b ␀",
        "/01/G/10/a%25b a%b ␀",
        "/01/G/10/a%2525b a%25b ␀",
        "/01/G/10/a+b a+b ␀",
        "/01/G/10/a%2Bb a+b ␀",
        "/01/G/10/a:b;c=d a:b;c=d ␀",
        "/01/G/10/!'()*,&. !'()*,&. ␀",
        "/01/G/10/%22%3C%3E%3F \"<>? ␀",
        "/01/G/10/... ... ␀",
        "/01/G?s=abc ␀ ␀",
        "/01/G/10/L?s=abc&utm_source=%E4%B9%A1 L ␀",
        "/01/G? ␀ ␀",
        "/01/G?&&x ␀ ␀",
        "/01/G?=10 ␀ ␀",
        "/01/G?a10=1&10a=2 ␀ ␀",
        "/01/G?x=/01/H ␀ ␀",
        "/01/G#10=L ␀ ␀",
        "/01/G/10/L#/21/S L ␀",
        "/01/G?x=1#?10=L ␀ ␀",
        "https://x.cn/01/G/21/S?linkType=all ␀ S",
      })
  void readsLink(String link, String lot, String serial) {
    assertEquals(
        new DigitalLink(Gtin.parse(G), Optional.ofNullable(lot), Optional.ofNullable(serial)),
        DigitalLink.parse(withGtins(link)));
  }

  /** Columns: link, reason, key, position; an underscore stands for a space in a link. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      emptyValue = "",
      value = {
        "`` FORMAT `` 0",
        "G FORMAT `` 0",
        "01/G FORMAT `` 0",
        "Https://x.cn/01/G FORMAT `` 0",
        "HTTPs://x.cn/01/G FORMAT `` 0",
        "HtTp://x.cn/01/G FORMAT `` 0",
        "ftp://x.cn/01/G FORMAT `` 0",
        "javascript:/01/G FORMAT `` 0",
        "//x.cn/01/G UNKNOWN_KEY 01 0",
        "https:///01/G FORMAT `` 8",
        "https://:80/01/G FORMAT `` 8",
        "https://u@x.cn/01/G FORMAT `` 9",
        "https://x.cn:8a/01/G FORMAT `` 14",
        "https://乡.cn/01/G FORMAT `` 8",
        "https://x.cn UNKNOWN_KEY 01 12",
        "https://x.cn/ UNKNOWN_KEY 01 12",
        "https://x.cn/01 UNKNOWN_KEY 01 12",
        "https://x.cn?/01/G UNKNOWN_KEY 01 12",
        "https://x.cn#/01/G UNKNOWN_KEY 01 12",
        "https://x.cn//01/G EMPTY `` 13",
        "https://x.cn/a//b/01/G EMPTY `` 15",
        "https://x.cn/a_b/01/G CHARACTER `` 14",
        "https://x.cn/%zz/01/G ENCODING `` 13",
        "/ UNKNOWN_KEY 01 0",
        "/01 UNKNOWN_KEY 01 0",
        "/stem/01/G UNKNOWN_KEY 01 0",
        "/gtin/G UNKNOWN_KEY 01 0",
        "/00/095201234567891235 UNKNOWN_KEY 01 0",
        "/01/ EMPTY 01 4",
        "/01//10/L EMPTY 01 4",
        "/01/9520123456788 FORMAT 01 4",
        "/01/009520123456788 FORMAT 01 4",
        "/01/0952012345678X FORMAT 01 17",
        "/01/%309520123456788 FORMAT 01 4",
        "/01/09520123456789 CHECK_DIGIT 01 17",
        "https://x.cn/01/09520123456789 CHECK_DIGIT 01 29",
        "/01/G/ EMPTY `` 19",
        "/01/G/10/L/ EMPTY `` 24",
        "/01/G/10/L/21/S/ EMPTY `` 29",
        "/01/G//10/L EMPTY `` 19",
        "/01/G/10 EMPTY 10 21",
        "/01/G/10/ EMPTY 10 22",
        "/01/G/10//21/S EMPTY 10 22",
        "/01/G/21 EMPTY 21 21",
        "/01/G/10/L/21 EMPTY 21 26",
        "/01/G/21/S/10/L ORDER 10 24",
        "/01/G/10/L/10/L DUPLICATE 10 24",
        "/01/G/21/S/21/S DUPLICATE 21 24",
        "/01/G/01/G DUPLICATE 01 19",
        "/01/G/10/L/01/G DUPLICATE 01 24",
        "/01/G/22/V UNKNOWN_KEY `` 19",
        "/01/G/235/V UNKNOWN_KEY `` 19",
        "/01/G/lot/L UNKNOWN_KEY `` 19",
        "/01/G/%310/L UNKNOWN_KEY `` 19",
        "/01/G/10/L/17/261231 UNKNOWN_KEY `` 24",
        "/01/G/10/123456789012345678901 LENGTH 10 42",
        "/01/G/21/1234567890123456789%30%31 LENGTH 21 44",
        "/01/G/10/a_b CHARACTER 10 23",
        "/01/G/10/a%20b CHARACTER 10 23",
        "/01/G/10/%00 CHARACTER 10 22",
        "/01/G/10/a%00 CHARACTER 10 23",
        "/01/G/10/a~b CHARACTER 10 23",
        "/01/G/10/a@b CHARACTER 10 23",
        "/01/G/10/a$b CHARACTER 10 23",
        "/01/G/10/a\"b CHARACTER 10 23",
        "/01/G/10/a<b CHARACTER 10 23",
        "/01/G/10/a%7Cb CHARACTER 10 23",
        "/01/G/10/%5C CHARACTER 10 22",
        "/01/G/10/批 CHARACTER 10 22",
        "/01/G/10/%E6%89%B9 CHARACTER 10 22",
        "/01/G/10/. CHARACTER 10 22",
        "/01/G/10/.. CHARACTER 10 22",
        "/01/G/10/%2E%2e CHARACTER 10 22",
        "/01/G/10/a% ENCODING 10 23",
        "/01/G/10/a%4 ENCODING 10 23",
        "/01/G/10/a%4/21/S ENCODING 10 23",
        "/01/G/10/a%G0 ENCODING 10 23",
        "/01/G/10/a%４1 ENCODING 10 23",
        "/01/G?10=L QUERY `` 19",
        "/01/G?21=S QUERY `` 19",
        "/01/G?01=G QUERY `` 19",
        "/01/G?17=261231 QUERY `` 19",
        "/01/G?999=x QUERY `` 19",
        "/01/G?s=a&10=L QUERY `` 23",
        "/01/G?s=a;10=L QUERY `` 23",
        "/01/G?s=a&10 QUERY `` 23",
        "/01/G?%31%30=L QUERY `` 19",
        "/01/G?s%=a ENCODING `` 20",
      })
  void refusesLink(String link, Reason reason, String ai, int position) {
    String text = withGtins(link).replace('_', ' ');
    InvalidDigitalLink refusal =
        assertThrows(InvalidDigitalLink.class, () -> DigitalLink.parse(text));
    assertEquals(
        reason + " '" + ai + "' " + position,
        refusal.reason() + " '" + refusal.ai() + "' " + refusal.position(),
        refusal.getMessage());
  }

  @Test
  void readsBackWhateverItWrites() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      DigitalLink link =
          new DigitalLink(
              Gtin.withCheckDigit("%013d".formatted(random.nextLong(10_000_000_000_000L))),
              Optional.of(randomValue(random)).filter(lot -> random.nextInt(4) > 0),
              Optional.of(randomValue(random)).filter(serial -> random.nextInt(4) > 0));
      assertEquals(link, DigitalLink.parse(link.path()));
      assertEquals(link.path(), DigitalLink.parse(link.path()).path());
      assertEquals(link, DigitalLink.parse(link.on("https://x.cn/t/")));
    }
  }

  @Test
  void refusesRandomDamageWithNothingButItsOwnException() {
    Random random = new Random(2);
    String link = "https://x.cn/s/01/" + G + "/10/L%2F1/21/S?x=1&y#z";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder damaged = new StringBuilder(link);
      for (int k = random.nextInt(3); k >= 0; k--) {
        damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(130));
      }
      damaged.setLength(random.nextInt(damaged.length() + 1));
      try {
        DigitalLink.parse(damaged.toString());
      } catch (InvalidDigitalLink expected) {
        assertEquals(true, expected.position() <= damaged.length(), damaged::toString);
      }
    }
  }

  @Test
  void writesCanonicalPath() {
    Gtin gtin = Gtin.parse(G);
    assertEquals("/01/" + G, DigitalLink.ofGtin(gtin).path());
    assertEquals("/01/" + G + "/10/A-._%2F", DigitalLink.ofLot(gtin, "A-._/").path());
    assertEquals("/01/" + G + "/10/L/21/%3C%25%2B", DigitalLink.ofSerial(gtin, "L", "<%+").path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://x.cn", "https://x.cn/", "https://x.cn/t", "HTTPS://X.CN/t/"})
  void standsUnderABaseWithOrWithoutSlash(String base) {
    DigitalLink link = DigitalLink.ofLot(Gtin.parse(G), "L");
    String stem = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    assertEquals(stem + "/01/" + G + "/10/L", link.on(base));
    assertEquals(link, DigitalLink.parse(link.on(base)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x.cn", "ftp://x.cn", "Https://x.cn", "https://x.cn?a=b", "https://x.cn/#a"})
  void refusesABaseThatIsNone(String base) {
    DigitalLink link = DigitalLink.ofGtin(Gtin.parse(G));
    assertThrows(IllegalArgumentException.class, () -> link.on(base));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789012345678901", "a b", "批", ".", "..", "a~"})
  void refusesToMakeALinkOfAValueThatCannotBeRead(String value) {
    Gtin gtin = Gtin.parse(G);
    assertEquals(
        "10", assertThrows(InvalidDigitalLink.class, () -> DigitalLink.ofLot(gtin, value)).ai());
    assertEquals(
        "21",
        assertThrows(InvalidDigitalLink.class, () -> DigitalLink.ofSerial(gtin, "L", value)).ai());
  }

  private static String randomValue(Random random) {
    StringBuilder value = new StringBuilder();
    for (int length = 1 + random.nextInt(20); length > 0; length--) {
      value.append(CSET_82.charAt(random.nextInt(CSET_82.length())));
    }
    return value.chars().allMatch(c -> c == '.') ? "x" : value.toString();
  }

  private static String withGtins(String link) {
    return link.replaceAll("(?<=01[/=])G", G).replaceAll("(?<=01[/=])H", H).replaceAll("^G$", G);
  }
}
