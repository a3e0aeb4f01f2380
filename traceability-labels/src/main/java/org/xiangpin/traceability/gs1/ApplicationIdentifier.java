package org.xiangpin.traceability.gs1;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * An application identifier (AI): two to four digits that say what the value after them means.
 *
 * <p>Identifiers are equal when their digits are. {@link ApplicationIdentifiers} holds all of them.
 */
public final class ApplicationIdentifier {
  private static final int LONGEST_UNKNOWN = 90;

  private final String code;
  private final String title;
  private final String format;
  private final Component[] components;
  private final int minLength;
  private final int maxLength;
  private final AiTraits traits;

  /** Place in the table, by which combinations are checked; -1 when not in it. */
  final int index;

  ApplicationIdentifier(int index, String code, String title, String format, AiTraits traits) {
    this.index = index;
    this.code = code;
    this.title = title;
    this.components =
        Arrays.stream(format.split(" ")).map(Component::parse).toArray(Component[]::new);
    this.format = format.replaceAll(":\\w+", "");
    this.minLength =
        Arrays.stream(components).filter(part -> !part.optional).mapToInt(part -> part.min).sum();
    this.maxLength = Arrays.stream(components).mapToInt(part -> part.max).sum();
    this.traits = traits;
  }

  /** Makes an identifier for digits that the table does not hold. */
  static ApplicationIdentifier unknown(String code) {
    return new ApplicationIdentifier(
        -1, code, "", "X.." + LONGEST_UNKNOWN, AiTraits.UNKNOWN_ATTRIBUTE);
  }

  /**
   * Returns the digits.
   *
   * @return two to four digits, such as {@code 01}
   */
  public String code() {
    return code;
  }

  /**
   * Returns GS1's data title.
   *
   * @return such as {@code BATCH/LOT}; {@code -} or empty where there is none
   */
  public String title() {
    return title;
  }

  /**
   * Returns the format of the value, in the notation of the General Specifications.
   *
   * @return components parted by spaces: N digits, X character set 82, Y set 39, Z set 64; {@code
   *     N6} exactly six, {@code N..20} one to twenty, {@code [X..17]} may be absent
   */
  public String format() {
    return format;
  }

  /**
   * Returns whether GS1's table holds this identifier.
   *
   * @return false only for what was read with {@link Gs1Option#UNKNOWN_AI}
   */
  public boolean isKnown() {
    return index >= 0;
  }

  /**
   * Returns whether no separator follows the value in an element string.
   *
   * @return true for the identifiers of predefined length (General Specifications §7.8.5)
   */
  public boolean isPredefinedLength() {
    return traits.predefinedLength();
  }

  /**
   * Returns whether this may be an attribute, in the query of a link.
   *
   * @return true for data attributes
   */
  public boolean isAttribute() {
    return traits.attribute();
  }

  /**
   * Returns whether a link may be about this.
   *
   * @return true for primary keys
   */
  public boolean isPrimaryKey() {
    return traits.primaryKey();
  }

  /**
   * Returns the qualifiers that may follow this primary key in the path.
   *
   * @return alternatives, each in its order; empty where there are none
   */
  public List<List<String>> qualifiers() {
    return traits.qualifiers();
  }

  /**
   * Returns how many digits of the value stand after the decimal point.
   *
   * @return the last digit of the identifier in the families with a decimal point (310n to 395n)
   */
  public OptionalInt decimalPlaces() {
    return traits.decimals()
        ? OptionalInt.of(code.charAt(code.length() - 1) - '0')
        : OptionalInt.empty();
  }

  /**
   * Checks a value alone, without regard to what stands beside it.
   *
   * @param value the value, without any escapes
   * @throws InvalidGs1Data for a value that breaks a rule; positions count within the value
   */
  public void check(String value) {
    Fault fault = fault(value);
    if (fault != null) {
      throw fault.at(code, fault.index());
    }
  }

  /** Returns what is wrong with a value, or null. */
  Fault fault(String value) {
    int length = value.length();
    if (length < minLength || length > maxLength) {
      return lengthFault(length);
    }
    int from = 0;
    for (Component part : components) {
      if (from == length) {
        break; // What is left is optional, since the whole is long enough.
      }
      int to = Math.min(length, from + part.max);
      if (to - from < part.min) {
        return new Fault(Gs1Rule.LENGTH, from, "last part should have " + part.min + " characters");
      }
      Fault fault = part.fault(value, from, to);
      if (fault != null) {
        return fault;
      }
      from = to;
    }
    return null;
  }

  private Fault lengthFault(int length) {
    if (length == 0) {
      return new Fault(Gs1Rule.EMPTY_VALUE, 0, "value is empty");
    }
    String expected = minLength == maxLength ? "" + maxLength : minLength + " to " + maxLength;
    return new Fault(
        Gs1Rule.LENGTH,
        length > maxLength ? maxLength : 0,
        "value has " + length + " characters where " + expected + " are expected");
  }

  Component[] components() {
    return components;
  }

  int maxLength() {
    return maxLength;
  }

  AiTraits traits() {
    return traits;
  }

  /** Of known digits there is one identifier only. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || index < 0 && other instanceof ApplicationIdentifier ai && code.equals(ai.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /**
   * Returns the digits.
   *
   * @return as {@link #code()}
   */
  @Override
  public String toString() {
    return code;
  }
}
