package org.xiangpin.traceability.sign;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.xiangpin.traceability.sign.InvalidKeySet.Reason;

/**
 * A public key with which labels are checked, its name and its time.
 *
 * <p>A label does not say when it was made. So the time of a key is the time in which its labels
 * are believed: from the first printing until the last goods are eaten. Keys are changed by
 * overlap: the new one is valid before the printers use it, the old one stays valid while its
 * labels are about.
 *
 * @param id one or two letters or digits of ASCII; stands on every label
 * @param key the key
 * @param validFrom first moment of validity, whole seconds
 * @param validTo first moment after the validity, later than {@code validFrom}, whole seconds;
 *     empty for no end
 * @param revocation when and why the key was taken back, 吊销; empty for a good key
 */
public record LabelKey(
    String id,
    VerificationKey key,
    Instant validFrom,
    Optional<Instant> validTo,
    Optional<Revocation> revocation) {

  /**
   * The taking back of a key. From then on none of its labels is believed, since a thief would
   * print older ones too.
   *
   * @param at the moment, whole seconds
   * @param reason one sentence for people, not blank
   */
  public record Revocation(Instant at, String reason) {
    /**
     * Checks time and reason.
     *
     * @throws InvalidKeySet for a time that is not in whole seconds, and for a reason that is blank
     *     or no Unicode text
     */
    public Revocation {
      checkSeconds("revokedAt", at);
      if (reason.isBlank() || !JsonText.isWellFormed(reason)) {
        throw new InvalidKeySet(Reason.MEMBER, "reason", -1, "a revocation needs its reason");
      }
    }
  }

  /**
   * Checks name and times.
   *
   * @throws InvalidKeySet naming the component
   */
  public LabelKey {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(revocation, "revocation");
    checkId(id);
    checkSeconds("validFrom", validFrom);
    validTo.ifPresent(end -> checkSeconds("validTo", end));
    if (validTo.isPresent() && !validFrom.isBefore(validTo.get())) {
      throw new InvalidKeySet(Reason.TIME, "validTo", -1, "the end is not after the beginning");
    }
  }

  static boolean isId(String id) {
    return id.matches("[A-Za-z0-9]{1,2}");
  }

  static void checkId(String id) {
    if (!isId(id)) {
      throw new InvalidKeySet(Reason.ID, "id", -1, "a key's name is one or two letters or digits");
    }
  }

  /** A time of the years 0 to 9999 in whole seconds is written in exactly 20 characters. */
  private static void checkSeconds(String element, Instant time) {
    if (time.toString().length() != "2026-11-21T08:00:00Z".length()) {
      throw new InvalidKeySet(Reason.TIME, element, -1, "time is not in whole seconds");
    }
  }

  /**
   * Says whether labels of this key are believed at a time.
   *
   * @param time any time
   * @return whether it is within the validity and before a revocation
   */
  public boolean isValidAt(Instant time) {
    return !time.isBefore(validFrom)
        && validTo.map(time::isBefore).orElse(true)
        && !isRevokedAt(time);
  }

  /**
   * Says whether the key was taken back by a time.
   *
   * @param time any time
   * @return whether the revocation is then or earlier
   */
  public boolean isRevokedAt(Instant time) {
    return revocation.map(taken -> !time.isBefore(taken.at())).orElse(false);
  }
}
