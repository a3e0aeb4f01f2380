package org.xiangpin.traceability;

import java.util.Arrays;

/**
 * Numbers in the alphabet of lot codes and serials: digits and capitals without I, L, O and U.
 *
 * <p>The four are left out because people mistake them for 1, 0 and V (Crockford's base 32); the
 * rest lies inside what GB/T 33993 allows in a lot or serial and needs no escape in a link. Unlike
 * Crockford's, this reading is strict: lower case and the four letters are refused, so that a
 * serial has one spelling only.
 */
public final class Base32 {
  /** The 32 characters; the index of each is its value. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS = 5;

  /**
   * 13 characters hold 65 bits, two more than a positive long; {@link #decode} refuses the rest.
   */
  private static final int MAX_LENGTH = 13;

  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private Base32() {}

  /**
   * Tells whether a text is written in this alphabet.
   *
   * @param s any text
   * @return true when {@code s} has at least one character and all are of {@link #ALPHABET}
   */
  public static boolean isValid(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (valueOf(s.charAt(i)) < 0) {
        return false;
      }
    }
    return !s.isEmpty();
  }

  /**
   * Writes a number with leading zeros.
   *
   * @param value 0 or more
   * @param length the characters wanted, 1 to 13
   * @return exactly {@code length} characters, the highest first
   * @throws IllegalArgumentException when value or length is out of range, or the value does not
   *     fit
   */
  public static String encode(long value, int length) {
    if (length < 1 || length > MAX_LENGTH || value < 0) {
      throw new IllegalArgumentException("cannot write " + value + " in " + length + " characters");
    }
    char[] out = new char[length];
    long rest = value;
    for (int i = length - 1; i >= 0; i--) {
      out[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>>= BITS;
    }
    if (rest != 0) {
      throw new IllegalArgumentException(value + " does not fit " + length + " characters");
    }
    return new String(out);
  }

  /**
   * Reads a number.
   *
   * @param s 1 to 13 characters of {@link #ALPHABET}
   * @return 0 or more
   * @throws IllegalArgumentException for another character or length, or a number beyond {@link
   *     Long#MAX_VALUE}
   */
  public static long decode(String s) {
    if (!isValid(s) || s.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("not a base 32 number: " + s);
    }
    long value = 0;
    for (int i = 0; i < s.length(); i++) {
      if (value >>> (Long.SIZE - 1 - BITS) != 0) {
        throw new IllegalArgumentException("number is too large: " + s);
      }
      value = value << BITS | valueOf(s.charAt(i));
    }
    return value;
  }

  /** Returns 0 to 31, or -1 for a character outside the alphabet. */
  static int valueOf(char c) {
    return c < VALUES.length ? VALUES[c] : -1;
  }
}
