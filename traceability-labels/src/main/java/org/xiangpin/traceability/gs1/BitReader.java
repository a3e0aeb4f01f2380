package org.xiangpin.traceability.gs1;

import java.math.BigInteger;

/**
 * Reads bits from base64url text, six a character, the highest first. Not shared between threads.
 */
final class BitReader {
  private static final int BITS = 6;

  private final String text;
  private int at;

  /**
   * Begins at the first bit.
   *
   * @param text characters of set 64 only
   */
  BitReader(String text) {
    this.text = text;
  }

  int remaining() {
    return text.length() * BITS - at;
  }

  /** Reads up to 30 bits. */
  int read(int bits) {
    require(bits);
    int value = 0;
    for (int i = 0; i < bits; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  /** Reads a decimal number of so many digits. */
  String decimal(int digits) {
    if (digits == 0) {
      return "";
    }
    int bits = decimalBits(digits);
    require(bits);
    BigInteger value = BigInteger.ZERO;
    for (int left = bits; left > 0; ) {
      int step = Math.min(left, 30);
      value = value.shiftLeft(step).or(BigInteger.valueOf(read(step)));
      left -= step;
    }
    String decimal = value.toString();
    if (decimal.length() > digits) {
      throw fault("number has more than " + digits + " digits");
    }
    return "0".repeat(digits - decimal.length()) + decimal;
  }

  /**
   * Returns the bits of a number of so many digits. The hundredth is part of the formula that
   * writers use; it counts for 59 digits.
   */
  static int decimalBits(int digits) {
    return (int) Math.ceil(digits * Math.log(10) / Math.log(2) + 0.01);
  }

  /** Returns the bits of a length from 0 to a maximum. */
  static int lengthBits(int max) {
    return (int) Math.ceil(Math.log(max) / Math.log(2) + 0.01);
  }

  private int bit() {
    int six = CharacterSet.Z.characters().indexOf(text.charAt(at / BITS));
    int bit = six >> (BITS - 1 - at % BITS) & 1;
    at++;
    return bit;
  }

  private void require(int bits) {
    if (remaining() < bits) {
      throw fault("compressed text ends too early");
    }
  }

  /** Positions are relative to the text of this reader. */
  InvalidGs1Data fault(String what) {
    return new InvalidGs1Data(Gs1Rule.COMPRESSION, "", Math.min(at / BITS, text.length()), what);
  }
}
