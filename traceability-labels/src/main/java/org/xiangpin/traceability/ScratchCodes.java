package org.xiangpin.traceability;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one-time codes of labels, printed under a layer to scratch off, without a list of them.
 *
 * <p>A code has 8 characters of {@link Base32}: the first 40 bits of HMAC-SHA-256 (RFC 2104) over
 * the US-ASCII text {@code xpc1|gtin|lot|roll|index}, under the key of {@link LabelSerials}. Who
 * copies the visible label does not learn it. A guess succeeds once in 2<sup>40</sup>; whoever
 * checks codes must limit the guesses for a label, and remember that one was used.
 *
 * <p>Immutable; thread-safe.
 */
public final class ScratchCodes {
  /** The characters of a code. */
  public static final int LENGTH = 8;

  private static final int MIN_KEY_BYTES = 32;

  private final byte[] key;

  /**
   * Takes the key, which is the county's secret.
   *
   * @param key at least 32 bytes from a cryptographic random source; copied
   * @throws IllegalArgumentException for a shorter key
   */
  public ScratchCodes(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("the key of codes needs 32 bytes, not " + key.length);
    }
    this.key = key.clone();
  }

  /**
   * Makes the code of a label. The same arguments always give the same code.
   *
   * @param gtin the product
   * @param lot the lot, 1 to 20 characters of GS1's character set 82
   * @param label its roll and index
   * @return 8 characters of {@link Base32#ALPHABET}
   */
  public String code(Gtin gtin, String lot, LabelPosition label) {
    DigitalLink.LOT.check(lot);
    String text = "xpc1|" + gtin + "|" + lot + "|" + label.roll() + "|" + label.index();
    byte[] mac = mac(text.getBytes(StandardCharsets.US_ASCII));
    long bits = 0;
    for (int i = 0; i < LENGTH * 5 / 8; i++) {
      bits = bits << 8 | mac[i] & 0xFF;
    }
    return Base32.encode(bits, LENGTH);
  }

  /**
   * Compares in time that does not tell how much of a wrong code was right.
   *
   * @param typed any text; only the exact capitals and digits are taken
   * @return whether it is the label's code
   */
  public boolean isCodeOf(Gtin gtin, String lot, LabelPosition label, String typed) {
    return MessageDigest.isEqual(
        code(gtin, lot, label).getBytes(StandardCharsets.US_ASCII),
        typed.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
