package org.xiangpin.traceability.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * One signature line of a {@link SignedNote}, believed or not: who says to have signed, and the
 * bytes.
 *
 * <p>Equal when name, key id and bytes are. Immutable, may be shared between threads.
 */
public final class NoteSignature {
  static final String DASH = "\u2014 ";
  private static final int ID_BYTES = 4;

  private final String name;
  private final int keyId;
  private final byte[] signature;

  NoteSignature(String name, int keyId, byte[] signature) {
    this.name = name;
    this.keyId = keyId;
    this.signature = signature;
  }

  /** Reads a line without its break: em dash, space, name, space, base64 of key id and bytes. */
  static NoteSignature parse(String line, int position) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new InvalidLogData(Reason.FORMAT, "signature line", position, "not a signature line");
    }
    String name = line.substring(DASH.length(), space);
    NoteKey.checkName(name, position + DASH.length());
    int at = position + space + 1;
    byte[] bytes = LogText.base64("signature", line.substring(space + 1), at);
    if (bytes.length <= ID_BYTES) {
      throw new InvalidLogData(Reason.LENGTH, "signature", at, "signature is empty");
    }
    int keyId = ByteBuffer.wrap(bytes).getInt();
    return new NoteSignature(name, keyId, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
  }

  /**
   * Returns who says to have signed.
   *
   * @return the key's name
   */
  public String name() {
    return name;
  }

  /**
   * Returns which key of that name is meant.
   *
   * @return the first four bytes of a hash of name, kind and key
   */
  public int keyId() {
    return keyId;
  }

  /**
   * Returns what the key made of the text.
   *
   * @return a copy of the bytes after the key id
   */
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && keyId == that.keyId
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature) * 31 + keyId;
  }

  /**
   * Returns the line.
   *
   * @return the text in the note, without a line break
   */
  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(ID_BYTES + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
  }
}
