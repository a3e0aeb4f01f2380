package org.xiangpin.traceability.log;

/**
 * Says what is wrong with a proof, note, checkpoint, tile or key of a log: what, where, which rule.
 */
public final class InvalidLogData extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that was broken. */
  public enum Reason {
    /** Not laid out as the format says. */
    FORMAT,
    /** Not UTF-8, or a control character. */
    ENCODING,
    /** Not a decimal number without leading zeroes, or one beyond 2^63 - 1. */
    NUMBER,
    /** Not base64 (RFC 4648 §4) in its only right spelling. */
    BASE64,
    /** Too many or too few bytes, hashes or lines. */
    LENGTH,
    /** An index or a size outside the tree, or an empty name. */
    RANGE,
    /** The hashes do not lead to the root that was given. */
    HASH,
    /** A signature of a known key is not that of this text. */
    SIGNATURE,
    /** No signature of a known key, or a key of a kind that this library does not know. */
    KEY,
    /** The checkpoint is another log's. */
    ORIGIN,
    /** Fewer witnesses than were asked for. */
    QUORUM
  }

  /** The rule that was broken. */
  private final Reason reason;

  /** The part concerned. */
  private final String element;

  /** Where, or -1. */
  private final int position;

  /** The message without element and position. */
  private final String rule;

  InvalidLogData(Reason reason, String element, int position, String rule) {
    super(rule + " (" + element + ")" + (position < 0 ? "" : " at position " + position));
    this.reason = reason;
    this.element = element;
    this.position = position;
    this.rule = rule;
  }

  InvalidLogData(Reason reason, String element, String rule) {
    this(reason, element, -1, rule);
  }

  /** Returns the same fault in a text before which this many characters stand. */
  InvalidLogData after(int characters) {
    return new InvalidLogData(reason, element, Math.max(position, 0) + characters, rule);
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
   * Returns the part concerned.
   *
   * @return for example {@code checkpoint size} or {@code signature}
   */
  public String element() {
    return element;
  }

  /**
   * Returns the place of the fault.
   *
   * @return the index, counted from 0, of the first offending character or byte in what was read,
   *     or -1 where none can be named
   */
  public int position() {
    return position;
  }
}
