package org.xiangpin.traceability.sign;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;

/**
 * Checks the signatures of labels offline: with a key set, a link and a time.
 *
 * @param keys the issuer's keys, got on a way that the label's maker does not control
 */
public record LabelVerifier(KeySet keys) {
  /** Of Ed25519 (RFC 8032 §5.1.6). */
  private static final int SIGNATURE_BYTES = 64;

  /**
   * Checks that there is a set.
   *
   * @throws NullPointerException when there is none
   */
  public LabelVerifier {
    Objects.requireNonNull(keys, "keys");
  }

  /**
   * Checks a link. A wrong signature is told before anything about the time of its key, since it
   * says nothing about that key.
   *
   * @param url the link as scanned
   * @param now the time at which the label is to be believed or not
   * @return the finding, also for a signature that is no signature at all
   * @throws InvalidSignedLink when the link around the signature cannot be read
   */
  public SignatureVerdict verify(String url, Instant now) {
    SignedLink link = SignedLink.parse(url);
    if (link.signature().isEmpty()) {
      return verdict(Outcome.UNSIGNED, null, "The label carries no signature.");
    }
    String[] halves = link.signature().get().split("\\.", 2);
    if (halves.length < 2 || !LabelKey.isId(halves[0])) {
      return verdict(
          Outcome.SIGNATURE_GARBLED, null, "The signature is not of the form {key}.{signature}.");
    }
    Optional<LabelKey> found = keys.find(halves[0]);
    if (found.isEmpty()) {
      return verdict(
          Outcome.KEY_UNKNOWN, null, "No key of the set has the name " + halves[0] + ".");
    }
    LabelKey key = found.get();
    byte[] signature = decode(halves[1]);
    if (signature.length != SIGNATURE_BYTES) {
      return verdict(Outcome.SIGNATURE_GARBLED, key, "The signature is not 64 bytes in base64url.");
    }
    return key.key().verify(link.statement().bytes(key.id()), signature)
        ? atTime(key, now)
        : verdict(Outcome.SIGNATURE_WRONG, key, "The signature is not that of this link.");
  }

  private static SignatureVerdict atTime(LabelKey key, Instant now) {
    String name = "the key " + key.id();
    if (key.isRevokedAt(now)) {
      LabelKey.Revocation taken = key.revocation().orElseThrow();
      return verdict(
          Outcome.KEY_REVOKED,
          key,
          "Rightly signed, but " + name + " was revoked at " + taken.at() + ": " + taken.reason());
    }
    if (now.isBefore(key.validFrom())) {
      return verdict(
          Outcome.KEY_NOT_YET_VALID,
          key,
          "Rightly signed, but " + name + " is not valid before " + key.validFrom() + ".");
    }
    if (!key.isValidAt(now)) {
      return verdict(
          Outcome.KEY_NO_LONGER_VALID,
          key,
          "Rightly signed, but " + name + " was valid until " + key.validTo().orElseThrow() + ".");
    }
    return verdict(Outcome.VALID, key, "Rightly signed by " + name + ".");
  }

  /** Returns no bytes for whatever is not the one right spelling of some bytes. */
  private static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String right = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return right.equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static SignatureVerdict verdict(Outcome outcome, LabelKey key, String message) {
    return new SignatureVerdict(outcome, Optional.ofNullable(key), message);
  }
}
