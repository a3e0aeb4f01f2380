package org.xiangpin.traceability.gs1;

/**
 * Says why GS1 data is refused: which application identifier, where, and which rule.
 *
 * <p>The message is one English sentence for logs; a page for people should choose its words by
 * {@link #rule()}.
 */
public final class InvalidGs1Data extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The application identifier concerned. */
  private final String ai;

  /** Where, or -1. */
  private final int position;

  /** The rule that was broken. */
  private final Gs1Rule rule;

  /** The fault in words, without a full stop. */
  private final String what;

  InvalidGs1Data(Gs1Rule rule, String ai, int position, String what) {
    super(
        (ai.isEmpty() ? "GS1 data" : "AI (" + ai + ")")
            + (position < 0 ? "" : " at position " + position)
            + ": "
            + what
            + ".");
    this.rule = rule;
    this.ai = ai;
    this.position = position;
    this.what = what;
  }

  /** As this, for data that stands so much further on in the text that was given. */
  InvalidGs1Data movedBy(int offset) {
    return new InvalidGs1Data(rule, ai, Math.max(Math.max(position, 0) + offset, 0), what);
  }

  /**
   * Returns the application identifier concerned.
   *
   * @return two to four digits as a rule; for an unknown identifier what stands in its place (at
   *     most 20 characters of it); an empty string where no single one is concerned
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

  /**
   * Returns the rule that was broken.
   *
   * @return the rule, never null
   */
  public Gs1Rule rule() {
    return rule;
  }
}
