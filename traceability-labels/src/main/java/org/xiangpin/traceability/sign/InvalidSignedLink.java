package org.xiangpin.traceability.sign;

import org.xiangpin.traceability.gs1.InvalidGs1Data;

/** Says why a link can be neither signed nor checked: which key, where, and which rule. */
public final class InvalidSignedLink extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that was broken. */
  public enum Reason {
    /** No GS1 Digital Link; the cause says which rule. */
    LINK,
    /** A host that is no name, or with a port that is none. */
    HOST,
    /** Another primary key than 01, or a qualifier besides 10 and 21. */
    KEY,
    /** Two signatures. */
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

  InvalidSignedLink(Reason reason, String ai, int position, String message) {
    super(
        message
            + (ai.isEmpty() ? "" : " (key " + ai + ")")
            + (position < 0 ? "" : " at position " + position));
    this.reason = reason;
    this.ai = ai;
    this.position = position;
  }

  InvalidSignedLink(InvalidGs1Data cause) {
    super(cause.getMessage(), cause);
    this.reason = Reason.LINK;
    this.ai = cause.ai();
    this.position = cause.position();
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
   *     none can be named
   */
  public int position() {
    return position;
  }
}
