package org.xiangpin.traceability.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.xiangpin.traceability.sign.VerificationKey;

/** What exactly is signed, and how a signature is checked against it. */
final class NoteSignatures {
  private NoteSignatures() {}

  static byte[] logMessage(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** C2SP tlog-cosignature, "Ed25519 signed message". */
  static byte[] witnessMessage(String text, long seconds) {
    return logMessage("cosignature/v1\ntime " + seconds + "\n" + text);
  }

  static byte[] timeBytes(long seconds) {
    return ByteBuffer.allocate(Long.BYTES).putLong(seconds).array();
  }

  /**
   * Checks a signature that names the key.
   *
   * @return the witness's time, 0 for a log's signature, or empty when it is not that of the text
   */
  static OptionalLong check(NoteKey key, String text, byte[] signature) {
    if (key.kind() == NoteKey.Kind.LOG) {
      return found(key.key().verify(logMessage(text), signature), 0);
    }
    if (signature.length != Long.BYTES + VerificationKey.SIGNATURE_LENGTH) {
      return OptionalLong.empty();
    }
    long seconds = ByteBuffer.wrap(signature).getLong();
    byte[] made = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    return found(seconds >= 0 && key.key().verify(witnessMessage(text, seconds), made), seconds);
  }

  private static OptionalLong found(boolean right, long seconds) {
    return right ? OptionalLong.of(seconds) : OptionalLong.empty();
  }
}
