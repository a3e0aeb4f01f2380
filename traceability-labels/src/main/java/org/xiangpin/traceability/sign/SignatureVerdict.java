package org.xiangpin.traceability.sign;

import java.util.Optional;

/**
 * What a check of a label's signature came to.
 *
 * @param outcome the finding
 * @param key the key that the label names, if the set has it
 * @param message one English sentence for a log or a terminal; a page chooses its words by the
 *     outcome
 */
public record SignatureVerdict(Outcome outcome, Optional<LabelKey> key, String message) {

  /** The findings, of which only {@link #VALID} proves anything. */
  public enum Outcome {
    /** The owner of the key signed this very link, and the key is believed at the time. */
    VALID,
    /** The link has no signature, like every label of 20 mm. */
    UNSIGNED,
    /** The signature is none: cut short, or mistyped. */
    SIGNATURE_GARBLED,
    /** The signature belongs to another link, or to another key. */
    SIGNATURE_WRONG,
    /** The key set has no key of the label's name. */
    KEY_UNKNOWN,
    /** The signature is right, but the key's validity begins later. */
    KEY_NOT_YET_VALID,
    /** The signature is right, but the key's validity is over. */
    KEY_NO_LONGER_VALID,
    /** The signature is right, but the key was taken back. */
    KEY_REVOKED
  }

  /**
   * Says whether the label is proved to be its issuer's.
   *
   * @return whether the outcome is {@link Outcome#VALID}
   */
  public boolean isValid() {
    return outcome == Outcome.VALID;
  }
}
