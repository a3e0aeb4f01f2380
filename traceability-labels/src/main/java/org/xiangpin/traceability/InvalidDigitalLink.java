package org.xiangpin.traceability;

/**
 * Says what is wrong with a link, a GTIN, a lot or a serial: which key, where, and which rule.
 *
 * <p>The message is for logs; a page for people should choose its words by {@link #reason()}.
 */
public final class InvalidDigitalLink extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that was broken. */
  public enum Reason {
    /** Not of the form scheme, host, path; or a GTIN that is not 14 digits. */
    FORMAT,
    /** The GTIN's last digit is not its check digit (GS1 General Specifications §7.9). */
    CHECK_DIGIT,
    /**
     * A character outside GS1's character set 82, or one that a URI path may not hold unescaped.
     */
    CHARACTER,
    /** A percent sign that is not followed by two hexadecimal digits. */
    ENCODING,
    /** A lot or serial of more than 20 characters. */
    LENGTH,
    /** Keys in another order than 01, 10, 21. */
    ORDER,
    /** The same key twice. */
    DUPLICATE,
    /** A key other than 01, 10, 21, or no key 01 at all. */
    UNKNOWN_KEY,
    /** A key without a value, an empty path segment or a trailing slash. */
    EMPTY,
    /** An all-numeric key stands in the query, where no key of ours belongs. */
    QUERY
  }

  /** The rule that was broken. */
  private final Reason reason;

  /** The key concerned. */
  private final String ai;

  /** Where, or -1. */
  private final int position;

  InvalidDigitalLink(Reason reason, String ai, int position, String message) {
    super(
        message
            + (ai.isEmpty() ? "" : " (key " + ai + ")")
            + (position < 0 ? "" : " at position " + position));
    this.reason = reason;
    this.ai = ai;
    this.position = position;
  }

  /**
   * Returns the rule that was broken.
   *
   * @return the reason, never null
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns the application identifier concerned.
   *
   * @return {@code "01"}, {@code "10"}, {@code "21"}, or an empty string where no single one is
   *     concerned
   */
  public String ai() {
    return ai;
  }

  /**
   * Returns the place of the fault.
   *
   * @return the index, counted from 0, of the first offending character in the text that was given,
   *     or -1 where none can be named
   */
  public int position() {
    return position;
  }
}
