package org.xiangpin.traceability;

import org.xiangpin.traceability.gs1.ApplicationIdentifier;
import org.xiangpin.traceability.gs1.ApplicationIdentifiers;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * A GTIN-14 (global trade item number) whose check digit is right.
 *
 * <p>GTINs are equal when their digits are, and sort by their value. Shorter GTINs (8, 12, 13
 * digits) are written with leading zeros, as GS1 Digital Link URI Syntax asks since 1.4.
 */
public final class Gtin implements Comparable<Gtin> {
  private static final ApplicationIdentifier AI = ApplicationIdentifiers.of("01");

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
   * @throws InvalidGs1Data for anything but 14 digits, and with rule {@code CHECK_DIGIT} for a
   *     wrong last one; positions count within the digits
   */
  public static Gtin parse(String digits14) {
    AI.check(digits14);
    return new Gtin(digits14);
  }

  /**
   * Makes a GTIN of the 13 digits before the check digit.
   *
   * @param digits13 exactly 13 ASCII digits
   * @return the GTIN with its check digit appended
   * @throws InvalidGs1Data for anything but 13 digits
   */
  public static Gtin withCheckDigit(String digits13) {
    return parse(digits13 + checkDigit(digits13));
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

  /** Modulo 10 with weights 3, 1, 3 … from the right; what is no digit gives some digit. */
  private static char checkDigit(String digits) {
    int sum = 0;
    int weight = 3;
    for (int i = digits.length() - 1; i >= 0; i--) {
      sum += (digits.charAt(i) & 15) * weight;
      weight = 4 - weight;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
