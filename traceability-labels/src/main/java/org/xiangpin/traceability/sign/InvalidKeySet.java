package org.xiangpin.traceability.sign;

/** Says what is wrong with a file of keys: which member, where, and which rule. */
public final class InvalidKeySet extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that was broken. */
  public enum Reason {
    /** Not JSON (RFC 8259), or nested or long beyond what a key file can be. */
    SYNTAX,
    /** A member is missing, unknown, twice there or of another type. */
    MEMBER,
    /** A key's name is not one or two letters or digits. */
    ID,
    /** Not the base64url of an Ed25519 key. */
    KEY,
    /** Not a time of the form {@code 2026-11-21T08:00:00Z}, or times in the wrong order. */
    TIME,
    /** The same name or the same key twice. */
    DUPLICATE
  }

  /** The rule that was broken. */
  private final Reason reason;

  /** The member concerned. */
  private final String element;

  /** Where, or -1. */
  private final int position;

  InvalidKeySet(Reason reason, String element, int position, String message) {
    super(
        message
            + (element.isEmpty() ? "" : " (" + element + ")")
            + (position < 0 ? "" : " at position " + position));
    this.reason = reason;
    this.element = element;
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
   * Returns the member concerned.
   *
   * @return a path such as {@code keys[2].validTo}, or an empty string where no member is concerned
   */
  public String element() {
    return element;
  }

  /**
   * Returns the place of the fault.
   *
   * @return the index, counted from 0, of the first offending character of the file, or -1 where
   *     there is no file
   */
  public int position() {
    return position;
  }
}
