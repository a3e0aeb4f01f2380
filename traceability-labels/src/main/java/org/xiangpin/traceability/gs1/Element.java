package org.xiangpin.traceability.gs1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/** An application identifier with its value, the value being right for it. */
public final class Element {
  private static final int CURRENCY_DIGITS = 3;

  private final ApplicationIdentifier ai;
  private final String value;

  /** For values that were checked. */
  Element(ApplicationIdentifier ai, String value) {
    this.ai = ai;
    this.value = value;
  }

  /**
   * Makes an element.
   *
   * @param code two to four digits, such as {@code 10}
   * @param value the value, without any escapes
   * @return the element
   * @throws InvalidGs1Data for an unknown identifier or a value that breaks one of its rules;
   *     positions count within the value
   */
  public static Element of(String code, String value) {
    ApplicationIdentifier ai = ApplicationIdentifiers.of(code);
    ai.check(Objects.requireNonNull(value, "value"));
    return new Element(ai, value);
  }

  /**
   * Returns the application identifier.
   *
   * @return never null
   */
  public ApplicationIdentifier ai() {
    return ai;
  }

  /**
   * Returns the value.
   *
   * @return plain, without escapes
   */
  public String value() {
    return value;
  }

  /**
   * Returns the number that is meant, in the families with a decimal point (310n to 395n).
   *
   * @return such as 1.250 for {@code (3103)001250}, in the unit of the title; of an amount with a
   *     currency (391n, 393n) the amount alone; empty for other identifiers
   */
  public Optional<BigDecimal> decimalValue() {
    if (ai.decimalPlaces().isEmpty()) {
      return Optional.empty();
    }
    int from = hasCurrency() ? CURRENCY_DIGITS : 0;
    return Optional.of(
        new BigDecimal(new BigInteger(value.substring(from)), ai.decimalPlaces().getAsInt()));
  }

  /**
   * Returns the currency of an amount (391n, 393n).
   *
   * @return three digits of ISO 4217, such as 156 for the yuan; empty for other identifiers
   */
  public Optional<String> currency() {
    return hasCurrency() ? Optional.of(value.substring(0, CURRENCY_DIGITS)) : Optional.empty();
  }

  private boolean hasCurrency() {
    return ai.decimalPlaces().isPresent() && ai.components().length > 1;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Element element && ai.equals(element.ai) && value.equals(element.value);
  }

  @Override
  public int hashCode() {
    return 31 * ai.hashCode() + value.hashCode();
  }

  /**
   * Returns the element for logs.
   *
   * @return such as {@code (10)A1}
   */
  @Override
  public String toString() {
    return "(" + ai + ")" + value;
  }
}
