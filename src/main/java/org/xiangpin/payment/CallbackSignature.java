package org.xiangpin.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over {@code timestamp.body}, written {@code v1=hex}. The timestamp (seconds since
 * 1970) is signed too, so that a callback that was overheard is of no use later.
 */
final class CallbackSignature {

  static final String TIMESTAMP = "Payment-Timestamp";
  static final String SIGNATURE = "Payment-Signature";

  /** How far apart the two clocks may stand. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final byte[] key;

  CallbackSignature(byte[] key) {
    this.key = key.clone();
  }

  String sign(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] code = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws ForgedCallback unless the signature is right and its time within the window
   */
  void require(String timestamp, String signature, String body, Instant now) {
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
      throw new ForgedCallback();
    }
    Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
    boolean right =
        MessageDigest.isEqual(
            sign(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
    if (!right || apart.abs().compareTo(WINDOW) > 0) {
      throw new ForgedCallback();
    }
  }
}
