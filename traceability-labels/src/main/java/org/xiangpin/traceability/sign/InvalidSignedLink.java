package org.xiangpin.traceability.sign;

/** Says why a link can be neither signed nor checked: which key, where, and which rule. */
public final class InvalidSignedLink extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that was broken. */
  public enum Reason {
    /** The part before the query is no GS1 Digital Link; the cause says which rule. */
    LINK,
    /** A link without host, or with a port that is none. */
    HOST,
    /** A percent sign in the query that is not followed by two hexadecimal digits. */
    ENCODING,
    /** An attribute without value, or with a character outside {@code !} to {@code ~} or a bar. */
    VALUE,
    /** An all-numeric query key that is no AI, or one that belongs into the path. */
    KEY,
    /** The same attribute twice, or two signatures. */
    DUPLICATE,
    /** A link to be signed that has a signature or a fragment. */
    NOT_PLAIN
  }

  /** The rule that was broken. */
  private final Reason reason;

  /** The key concerned. */
  private final String ai;

  /** Where, or -1. */
  private final int position;

  InvalidSignedLink(Reason reason, String ai, int position, String message, Throwable cause) {
    super(
        message
            + (ai.isEmpty() ? "" : " (key " + ai + ")")
            + (position < 0 ? "" : " at position " + position),
        cause);
    this.reason = reason;
    this.ai = ai;
    this.position = position;
  }

  InvalidSignedLink(Reason reason, String ai, int position, String message) {
    this(reason, ai, position, message, null);
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
   * Returns the application identifier or query key concerned.
   *
   * @return the key, or an empty string where no single one is concerned
   */
  public String ai() {
    return ai;
  }

  /**
   * Returns the place of the fault.
   *
   * @return the index, counted from 0, of the first offending character in the link, or -1 where
   *     there is no link
   */
  public int position() {
    return position;
  }
}
