package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressedLinkTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Links that other writers compressed, GS1's toolkit and its ports among them. */
  static final List<String[]> EXAMPLES =
      List.of(
          new String[] {"https://id.gs1.org/ARHKVAdpQg", "https://id.gs1.org/01/09780345418913"},
          new String[] {
            "http://example.org/AQnYUc1gmiERBhQ0ytiyZuAGOLc1TXgpNWCv1",
            "http://example.org/01/05412345000013/10/ABC%26%2B123?7003=1903061658&k1=v1"
          },
          new String[] {
            "https://id.gs1.org/ABeRcNWtKMPA", "https://id.gs1.org/00/106141412345678908"
          },
          new String[] {"https://id.gs1.org/QUCO_anbfA", "https://id.gs1.org/414/0614141123452"},
          new String[] {
            "https://id.gs1.org/AREjalurbiAUO-cgohCz45Z67b8A",
            "https://id.gs1.org/01/09421902960055/10/2010005828/21/xyz1234"
          },
          new String[] {
            "https://id.gs1.org/AQEd-1O2-GIGAD6A",
            "https://id.gs1.org/01/00614141123452?3103=000500"
          },
          new String[] {
            "https://id.gs1.org/AQnYUc1gmiCNV4JGYgYAF6ckaEPg",
            "https://id.gs1.org/01/05412345000013/10/ABC123?3103=000189&3923=2172"
          });

  @Test
  void linksOfOtherWritersAreExpanded() {
    for (String[] example : EXAMPLES) {
      String expected = Gs1DigitalLink.parse(example[1]).canonical().uri();
      Gs1DigitalLink link = CompressedLink.decompress(example[0]);
      assertEquals(expected, link.canonical().uri());
      assertEquals(Gs1DigitalLink.parse(example[1]).extensions(), link.extensions());
    }
  }

  @Test
  void theStemAndTheQueryAreKept() {
    assertEquals(
        "https://a/b/01/09780345418913?s=1.x",
        CompressedLink.decompress("https://a/b/ARHKVAdpQg?s=1.x#f").uri());
  }

  /** Bits laid down by hand: a sequence's byte, then its values. */
  @ParameterizedTest
  @CsvSource({"1A,01 10 21 17", "1A,01 10 17 21"})
  void bothOrdersOfASequenceAreUnderstood(String sequence, String order) {
    StringBuilder bits = new StringBuilder(bits(Integer.parseInt(sequence, 16), 8));
    for (String ai : order.split(" ")) {
      switch (ai) {
        case "01" -> bits.append(number("09520123456788"));
        case "10" -> bits.append("011").append(bits(4, 5)).append(safe("Lot-"));
        case "21" -> bits.append("100").append(bits(3, 5)).append(ascii("S/1"));
        default -> bits.append(number("251231"));
      }
    }
    assertEquals(
        "https://a/01/09520123456788/10/Lot-/21/S%2F1?17=251231",
        CompressedLink.decompress("https://a/" + base64(bits)).uri());
  }

  @Test
  void aPrimaryKeyMayStandInPlain() {
    StringBuilder bits = new StringBuilder(bits(0x10, 8));
    bits.append("010").append(bits(3, 5)).append("101010111100"); // upper-case hexadecimal ABC
    assertEquals(
        "https://a/x/01/09520123456788/10/ABC",
        CompressedLink.decompress("https://a/x/01/09520123456788/" + base64(bits)).uri());
  }

  @Test
  void leadingZerosOfNumbersAreKept() {
    StringBuilder bits = new StringBuilder(bits(0x0B, 8)).append(number("09520123456788"));
    bits.append("000").append(bits(6, 5)).append(bits(42, 20)); // six digits
    assertEquals(
        "https://a/01/09520123456788/10/000042",
        CompressedLink.decompress("https://a/" + base64(bits)).uri());
  }

  /** Digits of the identifier, then its value: a number, or text of seven bits a character. */
  @ParameterizedTest
  @CsvSource({
    "01/09520123456788, 235, TPX-1, 28",
    "01/09520123456788, 715, 12345-A, 20",
    "01/09520123456788/21/S, 8030, c2lnbmF0dXJl, 90",
    "00/952012345678912345, 4309, 02790858483015297971, 0",
    "415/9520123456788/8020/R, 8007, GB98MIDL07009312345678, 34",
    "8017/952012345678901233, 7241, 01, 0",
    "8017/952012345678901233, 7242, V1, 25",
    "8018/952012345678901233, 7250, 19990101, 0",
    "8018/952012345678901233, 7251, 199901011200, 0",
    "8018/952012345678901233, 7252, 2, 0",
    "8017/952012345678901233, 7253, Li, 40",
    "8017/952012345678901233, 7254, Hua, 40",
    "8017/952012345678901233, 7255, Jr, 10",
    "8018/952012345678901233, 7256, Li+Hua, 90",
    "8018/952012345678901233, 7257, Shiban, 70",
    "8018/952012345678901233, 7259, Baby, 40",
  })
  void youngIdentifiersAreLaidDownAsTheirFormatSays(String key, String ai, String value, int max) {
    StringBuilder bits = new StringBuilder();
    ai.chars().forEach(digit -> bits.append(bits(digit - '0', 4)));
    if (max == 0) {
      bits.append(bits(new BigInteger(value), (int) Math.ceil(value.length() * 3.3219281 + 0.01)));
    } else {
      int lengthBits = (int) Math.ceil(Math.log(max) / Math.log(2) + 0.01);
      bits.append("100").append(bits(value.length(), lengthBits)).append(ascii(value));
    }
    String plain = key.replaceFirst("/(21|8020)/.*", "");
    String qualifier = key.substring(plain.length());
    StringBuilder all = new StringBuilder();
    if (!qualifier.isEmpty()) {
      String[] halves = qualifier.substring(1).split("/");
      halves[0].chars().forEach(digit -> all.append(bits(digit - '0', 4)));
      all.append("100").append(bits(1, 5)).append(ascii(halves[1]));
    }
    Gs1DigitalLink link =
        CompressedLink.decompress("https://a/" + plain + "/" + base64(all.append(bits)));
    assertEquals(value, link.value(ai).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "https://a,COMPRESSION",
    "https://a/,COMPRESSION",
    "https://a/ARHKVAdpQg/,COMPRESSION",
    "https://a/AR+KVAdpQg,COMPRESSION",
    "https://a/A,COMPRESSION",
    "https://a/ARHKVAdpQgA,COMPRESSION",
    "https://a/ARHKVAdpQ,COMPRESSION",
    "https://a/ARHKVAdpQh,COMPRESSION",
    "https://a/ARHKVAdpRA,CHECK_DIGIT",
    "https://a/zzzzzzzzzz,COMPRESSION",
    "https://a/cEDDDDDDDDD,COMPRESSION",
    "https://a/ARHKVAdpQg?10=A,QUALIFIER_IN_QUERY",
    "https://a/ARHKVAdpQg?999=A,UNKNOWN_AI",
    "https://a/%/ARHKVAdpQg,ESCAPE",
    "ftp://a/ARHKVAdpQg,SCHEME",
    // (8003)09421012301014f9804dbf(240)qwe390023, which other writers took for valid
    "https://a/JAaasHt_dNNt4ADESMALumsUfMAm34,REQUIRED"
  })
  void whatCannotBeExpandedIsRefused(String uri, Gs1Rule rule) {
    InvalidGs1Data e = assertThrows(InvalidGs1Data.class, () -> CompressedLink.decompress(uri));
    assertEquals(rule, e.rule(), e.getMessage());
  }

  private static String number(String digits) {
    BigInteger value = new BigInteger(digits);
    return bits(value, BigInteger.TEN.pow(digits.length()).bitLength());
  }

  private static String bits(int value, int count) {
    return bits(BigInteger.valueOf(value), count);
  }

  private static String bits(BigInteger value, int count) {
    String bits = value.toString(2);
    return "0".repeat(count - bits.length()) + bits;
  }

  private static String safe(String text) {
    StringBuilder bits = new StringBuilder();
    text.chars().forEach(c -> bits.append(bits(ALPHABET.indexOf(c), 6)));
    return bits.toString();
  }

  private static String ascii(String text) {
    StringBuilder bits = new StringBuilder();
    text.chars().forEach(c -> bits.append(bits(c, 7)));
    return bits.toString();
  }

  private static String base64(StringBuilder bits) {
    bits.append("0".repeat((6 - bits.length() % 6) % 6));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 6) {
      text.append(ALPHABET.charAt(Integer.parseInt(bits.substring(i, i + 6), 2)));
    }
    return text.toString();
  }
}
