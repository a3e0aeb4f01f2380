package org.xiangpin.traceability.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.xiangpin.traceability.log.InvalidLogData.Reason;
import org.xiangpin.traceability.sign.VerificationKey;

/**
 * A public key that is known to sign notes (C2SP signed-note, "verifier key").
 *
 * <p>Its text is {@code name+id+key}: the id in eight hexadecimal digits, and base64 of the kind's
 * byte and the 32 bytes of the key.
 *
 * @param name who signs; a host and path by custom, without spaces and plus signs
 * @param kind what it signs
 * @param key the key
 */
public record NoteKey(String name, Kind kind, VerificationKey key) {

  /** What a key signs. */
  public enum Kind {
    /** The note's text as it is: the log's own signature. */
    LOG(1),
    /** The text under a time, {@code cosignature/v1} (C2SP tlog-cosignature): a witness. */
    WITNESS(4);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }
  }

  private static final int ID_DIGITS = 8;

  /**
   * Checks the name.
   *
   * @throws InvalidLogData for an empty name and one with spaces, control characters or plus signs
   */
  public NoteKey {
    checkName(name, -1);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
  }

  /** Spaces are those of Unicode; U+0085 is one of them that Java does not count. */
  static void checkName(String name, int position) {
    boolean wrong =
        name.codePoints()
            .anyMatch(
                c ->
                    c == '+'
                        || c < ' '
                        || c == 0x85
                        || Character.isSpaceChar(c)
                        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (name.isEmpty() || wrong) {
      throw new InvalidLogData(
          Reason.FORMAT, "key name", position, "name is empty or has a space or plus sign");
    }
  }

  /**
   * Reads a key.
   *
   * @param text the key's text
   * @return the key
   * @throws InvalidLogData for any other text, among them one whose id is not that of its key, and
   *     a kind of key that this library does not know
   */
  public static NoteKey parse(String text) {
    String[] parts = split(text, 0);
    byte[] bytes = LogText.base64("key", parts[2], 0);
    try {
      Kind kind = kindOf(bytes);
      byte[] raw = Arrays.copyOfRange(bytes, 1, bytes.length);
      NoteKey key = new NoteKey(parts[0], kind, VerificationKey.of(raw));
      if (!key.idHex().equals(parts[1])) {
        throw new InvalidLogData(Reason.KEY, "key id", 0, "id is not that of name and key");
      }
      return key;
    } catch (InvalidLogData e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidLogData(Reason.KEY, "key", 0, e.getMessage());
    }
  }

  /** Splits name, id and base64, which may itself hold plus signs. */
  static String[] split(String text, int position) {
    String[] parts = text.split("\\+", 3);
    if (parts.length < 3 || !parts[1].matches("[0-9a-f]{" + ID_DIGITS + "}")) {
      throw new InvalidLogData(Reason.FORMAT, "key", position, "not of the form name+id+key");
    }
    checkName(parts[0], position);
    return parts;
  }

  static Kind kindOf(byte[] bytes) {
    for (Kind kind : Kind.values()) {
      if (bytes.length > 0 && bytes[0] == kind.code) {
        return kind;
      }
    }
    throw new InvalidLogData(Reason.KEY, "key", 0, "kind of key is neither 1 nor 4");
  }

  /**
   * Returns the id that stands before this key's signatures.
   *
   * @return the first four bytes of SHA-256 over name, line break, the kind's byte and the key
   */
  public int id() {
    MessageDigest sha = TreeDigest.sha256();
    sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    sha.update(kind.code);
    return ByteBuffer.wrap(sha.digest(key.raw())).getInt();
  }

  String idHex() {
    return HexFormat.of().toHexDigits(id()).toLowerCase(Locale.ROOT);
  }

  /** Says whether a signature claims to be of this key: other ones are nobody's business here. */
  boolean isNamedBy(NoteSignature signature) {
    return signature.keyId() == id() && signature.name().equals(name);
  }

  /** Returns base64 of the kind's byte and 32 bytes, public or secret. */
  static String encode(Kind kind, byte[] raw) {
    byte[] bytes = ByteBuffer.allocate(1 + raw.length).put(kind.code).put(raw).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Returns the key's text.
   *
   * @return {@code name+id+key}, read again by {@link #parse}
   */
  @Override
  public String toString() {
    return name + "+" + idHex() + "+" + encode(kind, key.raw());
  }
}
