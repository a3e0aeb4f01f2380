package org.xiangpin.traceability.gs1;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Elements in the order in which they stand in a bar code, such as {@code
 * (01)09520123456788(10)ABC}.
 *
 * <p>An identifier may stand again with the same value. Element strings are equal when their
 * elements and their order are.
 */
public final class ElementString {
  /** Stands for FNC1 in what a scanner sends: the separator GS of ASCII, 29. */
  public static final char SEPARATOR = '\u001d';

  private final List<Element> elements;

  /** For elements that were checked. */
  ElementString(List<Element> elements) {
    this.elements = elements;
  }

  /**
   * Makes an element string.
   *
   * @param elements at least one
   * @return the element string
   * @throws InvalidGs1Data when an identifier stands twice with two values, or identifiers require
   *     or exclude each other; without positions
   */
  public static ElementString of(List<Element> elements) {
    List<Element> copy = List.copyOf(elements);
    if (copy.isEmpty()) {
      throw new InvalidGs1Data(Gs1Rule.ELEMENT_STRING, "", -1, "there are no elements");
    }
    ElementStringParser.checkTogether(copy, null);
    return new ElementString(copy);
  }

  /**
   * Reads the bracketed form, strictly: {@code (AI)value}, again and again. A left bracket within a
   * value is written with a backslash before it.
   *
   * @param text the text
   * @return the elements
   * @throws InvalidGs1Data naming rule, identifier and position in {@code text}
   */
  public static ElementString parseBracketed(String text) {
    return parseBracketed(text, Set.of());
  }

  /**
   * As {@link #parseBracketed(String)}, with options.
   *
   * @param text the text
   * @param options what is allowed beyond; {@link Gs1Option#UNKNOWN_AI} counts here
   * @return the elements
   * @throws InvalidGs1Data naming rule, identifier and position in {@code text}
   */
  public static ElementString parseBracketed(String text, Set<Gs1Option> options) {
    return new ElementStringParser(text, options).bracketed();
  }

  /**
   * Reads what a scanner sends, strictly: identifiers and values, {@link #SEPARATOR} after each
   * value whose length is not predefined, none at the end. A symbology identifier ({@code ]C1},
   * {@code ]e0}, {@code ]d2}, {@code ]Q3}, {@code ]J1}) or a separator may stand at the beginning,
   * and a separator may follow a value of predefined length (General Specifications §7.8).
   *
   * @param text the text
   * @return the elements
   * @throws InvalidGs1Data naming rule, identifier and position in {@code text}
   */
  public static ElementString parseFnc1(String text) {
    return parseFnc1(text, Set.of());
  }

  /**
   * As {@link #parseFnc1(String)}, with options.
   *
   * @param text the text
   * @param options what is allowed beyond; {@link Gs1Option#UNKNOWN_AI} counts here, for
   *     identifiers whose first two digits are those of a known one
   * @return the elements
   * @throws InvalidGs1Data naming rule, identifier and position in {@code text}
   */
  public static ElementString parseFnc1(String text, Set<Gs1Option> options) {
    return new ElementStringParser(text, options).fnc1();
  }

  /**
   * Returns the elements.
   *
   * @return in their order, at least one
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * Writes the bracketed form.
   *
   * @return such as {@code (01)09520123456788(10)ABC}; {@link #parseBracketed(String)} gives back
   *     an equal element string
   */
  public String bracketed() {
    StringBuilder text = new StringBuilder();
    for (Element element : elements) {
      text.append('(').append(element.ai()).append(')');
      text.append(element.value().replace("(", "\\("));
    }
    return text.toString();
  }

  /**
   * Writes the form with FNC1, as {@link #SEPARATOR}, after values whose length is not predefined;
   * none at either end.
   *
   * @return such as {@code 010952012345678810ABC}; {@link #parseFnc1(String)} gives back an equal
   *     element string
   */
  public String fnc1() {
    StringBuilder text = new StringBuilder();
    boolean separate = false;
    for (Element element : elements) {
      if (separate) {
        text.append(SEPARATOR);
      }
      text.append(element.ai()).append(element.value());
      separate = !ElementStringParser.isPredefined(element.ai());
    }
    return text.toString();
  }

  /**
   * Makes a link: the first primary key with as many of its qualifiers as one alternative allows,
   * all else as attributes in their order.
   *
   * @param stem scheme and host, perhaps with a path, such as {@code https://id.gs1.org}
   * @return the link
   * @throws InvalidGs1Data without a primary key, or when an element may be no attribute
   */
  public Gs1DigitalLink toDigitalLink(String stem) {
    return Gs1DigitalLink.of(stem, List.copyOf(new LinkedHashSet<>(elements)), List.of());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ElementString string && elements.equals(string.elements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(elements);
  }

  /**
   * Returns the bracketed form.
   *
   * @return as {@link #bracketed()}
   */
  @Override
  public String toString() {
    return bracketed();
  }
}
