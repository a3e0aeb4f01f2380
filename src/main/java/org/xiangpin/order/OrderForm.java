package org.xiangpin.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What a storefront asks for.
 *
 * @param countyCodes the counties whose goods this storefront sees
 * @param idempotencyKey the client's name for this request; null when it sent none
 * @param note null or a word to the packer
 */
public record OrderForm(
    long storefrontId,
    Set<String> countyCodes,
    String idempotencyKey,
    List<Line> lines,
    Recipient recipient,
    String note) {

  /**
   * @param product the listing's id as the client wrote it
   * @param grams above 0
   */
  public record Line(String product, long grams) {}

  /** Tells requests apart: two with the same fingerprint ask for the same. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Line line : lines) {
        add(digest, line.product());
        add(digest, Long.toString(line.grams()));
      }
      add(digest, "to");
      add(digest, recipient.name());
      add(digest, recipient.phone());
      add(digest, recipient.address());
      add(digest, note == null ? "" : note);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each text with its length first, so that no two lists of texts look alike. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
