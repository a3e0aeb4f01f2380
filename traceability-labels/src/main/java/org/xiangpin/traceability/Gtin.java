package org.xiangpin.traceability;

import java.util.Objects;
import org.xiangpin.traceability.InvalidDigitalLink.Reason;

/**
 * A GTIN-14 (global trade item number) whose check digit is right.
 *
 * <p>GTINs are equal when their digits are, and sort by their value. Shorter GTINs (8, 12, 13
 * digits) are written with leading zeros, as GS1 Digital Link URI Syntax asks since 1.4.
 */
public final class Gtin implements Comparable<Gtin> {
  private static final int LENGTH = 14;

  private final String digits;

  private Gtin(String digits) {
    this.digits = digits;
  }

  /**
   * Reads a GTIN of 14 digits.
   *
   * @param digits14 exactly 14 ASCII digits, the last being the check digit (GS1 General
   *     Specifications §7.9)
   * @return the GTIN
   * @throws InvalidDigitalLink with reason {@code FORMAT} for anything but 14 digits, {@code
   *     CHECK_DIGIT} for a wrong last digit
   */
  public static Gtin parse(String digits14) {
    return parse(digits14, 0);
  }

  /** As {@link #parse(String)}, for digits that begin at {@code offset} of the user's text. */
  static Gtin parse(String digits14, int offset) {
    requireDigits(digits14, LENGTH, offset);
    char expected = checkDigit(digits14);
    if (digits14.charAt(LENGTH - 1) != expected) {
      throw new InvalidDigitalLink(
          Reason.CHECK_DIGIT, "01", offset + LENGTH - 1, "check digit should be " + expected);
    }
    return new Gtin(digits14);
  }

  /**
   * Makes a GTIN of the 13 digits before the check digit.
   *
   * @param digits13 exactly 13 ASCII digits
   * @return the GTIN with its check digit appended
   * @throws InvalidDigitalLink with reason {@code FORMAT} for anything but 13 digits
   */
  public static Gtin withCheckDigit(String digits13) {
    requireDigits(digits13, LENGTH - 1, 0);
    return new Gtin(digits13 + checkDigit(digits13));
  }

  /**
   * Returns the GTIN as a number, check digit included.
   *
   * @return 0 to 99,999,999,999,999
   */
  public long value() {
    return Long.parseLong(digits);
  }

  @Override
  public int compareTo(Gtin other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gtin gtin && digits.equals(gtin.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /**
   * Returns the 14 digits.
   *
   * @return 14 ASCII digits with leading zeros
   */
  @Override
  public String toString() {
    return digits;
  }

  private static void requireDigits(String text, int length, int offset) {
    Objects.requireNonNull(text, "GTIN");
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new InvalidDigitalLink(Reason.FORMAT, "01", offset + i, "GTIN holds a non-digit");
      }
    }
    if (text.length() != length) {
      throw new InvalidDigitalLink(
          Reason.FORMAT, "01", offset, "GTIN should have " + length + " digits");
    }
  }

  /** Modulo 10 with weights 3, 1, 3 … over the first 13 digits; in a GTIN-14 the first weighs 3. */
  private static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
