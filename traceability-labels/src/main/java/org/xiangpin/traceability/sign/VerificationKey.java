package org.xiangpin.traceability.sign;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * A public key of Ed25519 (RFC 8032 §5.1.5): 32 bytes with which anybody checks a signature.
 *
 * <p>Equal when the bytes are. Immutable, may be shared between threads. A check takes about 0.6 ms
 * on a core of 2024; keeping JDK's {@link Signature} objects between checks was measured and saves
 * nothing of it, so every check takes a fresh one.
 */
public final class VerificationKey {
  /** The bytes of a key. */
  public static final int LENGTH = 32;

  /** The bytes of a signature. */
  public static final int SIGNATURE_LENGTH = 64;

  /** What RFC 8410 §4 puts before the 32 bytes in a SubjectPublicKeyInfo. */
  private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * The points of an order below 9 without their sign bit. With such a key, a signature can be made
   * that fits any message.
   */
  private static final Set<String> SMALL_ORDER =
      Set.of(
          "00".repeat(32),
          "01" + "00".repeat(31),
          "ec" + "ff".repeat(30) + "7f",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

  private final byte[] raw;
  private final PublicKey key;

  private VerificationKey(byte[] raw, PublicKey key) {
    this.raw = raw;
    this.key = key;
  }

  /**
   * Takes a key.
   *
   * @param raw the 32 bytes of RFC 8032; copied
   * @return the key
   * @throws IllegalArgumentException for another length, for bytes that are no point of the curve
   *     in its only right spelling, and for a point of small order
   */
  public static VerificationKey of(byte[] raw) {
    if (raw.length != LENGTH) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
    }
    byte[] own = raw.clone();
    byte[] y = own.clone();
    y[LENGTH - 1] &= 0x7f;
    String hex = HexFormat.of().formatHex(y);
    if (SMALL_ORDER.contains(hex)) {
      throw new IllegalArgumentException("the bytes are no safe point of Ed25519");
    }
    byte[] encoded = Arrays.copyOf(SPKI_HEAD, SPKI_HEAD.length + LENGTH);
    System.arraycopy(own, 0, encoded, SPKI_HEAD.length, LENGTH);
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature probe = Signature.getInstance("Ed25519");
      // only a check makes the JDK look whether the bytes are a point, and its coordinate small
      // enough
      probe.initVerify(key);
      probe.verify(new byte[SIGNATURE_LENGTH]);
      return new VerificationKey(own, key);
    } catch (InvalidKeyException | SignatureException e) {
      throw new IllegalArgumentException("the bytes are no point of Ed25519", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /**
   * Checks a signature.
   *
   * @param message the signed bytes
   * @param signature any bytes
   * @return whether they are the 64 bytes that the owner of the key made over the message
   */
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false; // the first half is no point, or the second is too large a number
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was checked when it was taken", e);
    }
  }

  /**
   * Returns the 32 bytes.
   *
   * @return a copy
   */
  public byte[] raw() {
    return raw.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  /**
   * Returns the key as text.
   *
   * @return base64url (RFC 4648 §5) without padding, 43 characters
   */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
