package org.xiangpin.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random tokens, and what is kept of them: a hash, so that a stolen table opens nothing. */
public final class Tokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Crockford's base 32: no I, L, O, U, so it survives being read aloud. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private Tokens() {}

  /** Five random bits a character. */
  public static String token(int characters) {
    StringBuilder token = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      token.append(ALPHABET.charAt(RANDOM.nextInt(32)));
    }
    return token.toString();
  }

  /** 64 hex digits. The tokens are long and random, so a fast hash is enough. */
  public static String sha256(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
