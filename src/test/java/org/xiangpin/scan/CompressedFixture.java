package org.xiangpin.scan;

import java.math.BigInteger;

/** Compressed links (GS1 Digital Link 1.1, chapter 10), laid down bit by bit. */
final class CompressedFixture {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private CompressedFixture() {}

  /** Keys 01 and 10, each with its own identifier. */
  static String of(String gtin, String lot) {
    String number = new BigInteger(gtin).toString(2);
    return base64(bits(0x01, 8) + "0".repeat(47 - number.length()) + number + lotBits(lot));
  }

  /** To stand after a GTIN in plain. */
  static String lotOnly(String lot) {
    return base64(lotBits(lot));
  }

  /** Encoding 3 of 3 bits, the length in 5, six bits a character. */
  private static String lotBits(String lot) {
    StringBuilder bits =
        new StringBuilder(bits(0x10, 8)).append("011").append(bits(lot.length(), 5));
    lot.chars().forEach(c -> bits.append(bits(ALPHABET.indexOf(c), 6)));
    return bits.toString();
  }

  private static String bits(int value, int width) {
    String plain = Integer.toBinaryString(value);
    return "0".repeat(width - plain.length()) + plain;
  }

  private static String base64(String bits) {
    String whole = bits + "0".repeat((6 - bits.length() % 6) % 6);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < whole.length(); i += 6) {
      text.append(ALPHABET.charAt(Integer.parseInt(whole.substring(i, i + 6), 2)));
    }
    return text.toString();
  }
}
