package org.xiangpin.traceability;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * Issues and recognises the serials of labels with a secret key, without keeping a list of them.
 *
 * <p>A serial has 20 characters of {@link Base32}: 3 for the roll, 4 for the index in it, 13 (65
 * bits) for a MAC. The MAC is the first 65 bits of HMAC-SHA-256 (RFC 2104) over the US-ASCII text
 * {@code xps1|gtin|lot|} followed by the first 7 characters. So the place of a label is read from
 * the serial itself, and a serial that was not issued is refused with one hash and no database: a
 * guess succeeds once in 2<sup>65</sup>. A copied label is not detected by this; that is the work
 * of scan history.
 *
 * <p>What is printed stays printed: the construction never changes. A new one gets a new prefix
 * instead of {@code xps1} and is recognised beside this one.
 */
public final class LabelSerials {
  /** The highest number of a roll; the lowest is 0. */
  public static final int MAX_ROLL = 32767;

  /** The highest index of a label in its roll; the lowest is 1. */
  public static final int MAX_INDEX = 1_000_000;

  /** The characters of a serial. */
  public static final int LENGTH = 20;

  private static final int MIN_KEY_BYTES = 32;
  private static final int ROLL_LENGTH = 3;
  private static final int INDEX_LENGTH = 4;
  private static final int HEAD_LENGTH = ROLL_LENGTH + INDEX_LENGTH;

  /**
   * Holds the key and the prefix already hashed. It is only ever cloned, which reads without
   * writing: cheaper than a new Mac, and needs neither lock nor thread-local.
   */
  private final Mac prepared;

  /**
   * Takes the key, which is the county's secret: who knows it can make labels.
   *
   * @param key at least 32 bytes from a cryptographic random source; copied
   * @throws IllegalArgumentException for a shorter key
   */
  public LabelSerials(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("the key of serials needs 32 bytes, not " + key.length);
    }
    try {
      prepared = Mac.getInstance("HmacSHA256");
      prepared.init(new SecretKeySpec(key, "HmacSHA256"));
      prepared.update("xps1|".getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /**
   * Issues the serial of one label. The same arguments always give the same serial.
   *
   * @param gtin the product
   * @param lot the lot, 1 to 20 characters of GS1's character set 82
   * @param roll 0 to {@link #MAX_ROLL}
   * @param index 1 to {@link #MAX_INDEX}
   * @return 20 characters of {@link Base32#ALPHABET}
   * @throws InvalidGs1Data for any other lot
   * @throws IllegalArgumentException when roll or index is out of range
   */
  public String serial(Gtin gtin, String lot, int roll, int index) {
    DigitalLink.LOT.check(lot);
    LabelPosition position = new LabelPosition(roll, index);
    String head =
        Base32.encode(position.roll(), ROLL_LENGTH) + Base32.encode(position.index(), INDEX_LENGTH);
    byte[] mac = mac(gtin, lot, head);
    StringBuilder serial = new StringBuilder(LENGTH).append(head);
    for (int i = 0; i < LENGTH - HEAD_LENGTH; i++) {
      serial.append(Base32.ALPHABET.charAt(fiveBits(mac, i)));
    }
    return serial.toString();
  }

  /**
   * Recognises a serial, in time that does not tell how much of a wrong one was right.
   *
   * @param gtin the product it was found with
   * @param lot the lot it was found with; any text
   * @param serial any text
   * @return the place of the label, or empty for whatever was not issued with this key for this
   *     product and lot
   */
  public Optional<LabelPosition> verify(Gtin gtin, String lot, String serial) {
    Objects.requireNonNull(lot, "lot");
    if (serial.length() != LENGTH || !Base32.isValid(serial) || !isAscii(lot)) {
      return Optional.empty();
    }
    byte[] mac = mac(gtin, lot, serial.substring(0, HEAD_LENGTH));
    int difference = 0;
    for (int i = 0; i < LENGTH - HEAD_LENGTH; i++) {
      difference |= fiveBits(mac, i) ^ Base32.valueOf(serial.charAt(HEAD_LENGTH + i));
    }
    int roll = (int) Base32.decode(serial.substring(0, ROLL_LENGTH));
    int index = (int) Base32.decode(serial.substring(ROLL_LENGTH, HEAD_LENGTH));
    return difference != 0 || index < 1 || index > MAX_INDEX
        ? Optional.empty()
        : Optional.of(new LabelPosition(roll, index));
  }

  /** No lot or GTIN holds a bar and the head's length is fixed, so no two texts run together. */
  private byte[] mac(Gtin gtin, String lot, String head) {
    Mac mac;
    try {
      mac = (Mac) prepared.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's HmacSHA256 can be cloned", e);
    }
    return mac.doFinal((gtin + "|" + lot + "|" + head).getBytes(StandardCharsets.US_ASCII));
  }

  /** Any other character would be hashed as a question mark, and so pass for one. */
  private static boolean isAscii(String lot) {
    for (int i = 0; i < lot.length(); i++) {
      if (lot.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Returns the bits 5i to 5i+4 of a hash, the first bit being the highest of byte 0. */
  private static int fiveBits(byte[] hash, int i) {
    int bit = i * 5;
    int two = (hash[bit >> 3] & 0xFF) << 8 | hash[(bit >> 3) + 1] & 0xFF;
    return two >> (11 - (bit & 7)) & 31;
  }
}
