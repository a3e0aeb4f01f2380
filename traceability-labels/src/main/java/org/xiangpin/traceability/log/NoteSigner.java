package org.xiangpin.traceability.log;

import java.util.Arrays;
import org.xiangpin.traceability.log.InvalidLogData.Reason;
import org.xiangpin.traceability.log.NoteKey.Kind;
import org.xiangpin.traceability.sign.SigningKey;

/**
 * A secret key that signs notes, for a log or for a witness. Immutable, may be shared between
 * threads.
 */
public final class NoteSigner {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final NoteKey publicKey;
  private final SigningKey key;

  /**
   * Takes a key.
   *
   * @param name who signs, without spaces and plus signs
   * @param kind what it signs; a secret is used for one name and kind only
   * @param key the secret
   * @throws InvalidLogData for a name that cannot be one
   */
  public NoteSigner(String name, Kind kind, SigningKey key) {
    this.publicKey = new NoteKey(name, kind, key.publicKey());
    this.key = key;
  }

  /**
   * Reads a secret.
   *
   * @param text {@code PRIVATE+KEY+name+id+base64} as Go's package sumdb/note and its kin write it
   * @return the signer
   * @throws InvalidLogData for any other text; the message never repeats it
   */
  public static NoteSigner parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new InvalidLogData(Reason.FORMAT, "secret key", 0, "does not begin with " + PREFIX);
    }
    String[] parts = NoteKey.split(text.substring(PREFIX.length()), PREFIX.length());
    byte[] bytes = LogText.base64("secret key", parts[2], 0);
    Kind kind = NoteKey.kindOf(bytes);
    if (bytes.length != 1 + 32) {
      throw new InvalidLogData(Reason.LENGTH, "secret key", 0, "a secret has 32 bytes");
    }
    SigningKey key = SigningKey.ofSeed(Arrays.copyOfRange(bytes, 1, bytes.length));
    NoteSigner signer = new NoteSigner(parts[0], kind, key);
    if (!signer.publicKey.idHex().equals(parts[1])) {
      throw new InvalidLogData(Reason.KEY, "key id", 0, "id is not that of name and key");
    }
    return signer;
  }

  /**
   * Returns the secret's text, to be kept where no log and no page shows it.
   *
   * @return {@code PRIVATE+KEY+name+id+base64}, read again by {@link #parse}
   */
  public String secretText() {
    return PREFIX
        + publicKey.name()
        + "+"
        + publicKey.idHex()
        + "+"
        + NoteKey.encode(publicKey.kind(), key.seed());
  }

  /**
   * Returns the key that checks what this one signs.
   *
   * @return the public key
   */
  public NoteKey publicKey() {
    return publicKey;
  }

  /**
   * Signs a text as the log itself.
   *
   * @param text a note's text, ending with a line break
   * @return the signature
   * @throws IllegalStateException for a witness's key, which signs under a time only
   */
  public NoteSignature sign(String text) {
    return signature(Kind.LOG, NoteSignatures.logMessage(text), new byte[0]);
  }

  /**
   * Cosigns a checkpoint as a witness: "at this time, this is the largest tree of this log that I
   * have seen, and it goes on from all that I saw before". To check that is the caller's duty.
   *
   * @param text a checkpoint's text
   * @param seconds the time, seconds since 1970-01-01T00:00:00Z, 0 or more
   * @return the signature
   * @throws InvalidLogData for a negative time
   * @throws IllegalStateException for a log's key
   */
  public NoteSignature cosign(String text, long seconds) {
    if (seconds < 0) {
      throw new InvalidLogData(Reason.RANGE, "cosignature time", "time is before 1970");
    }
    byte[] head = NoteSignatures.timeBytes(seconds);
    return signature(Kind.WITNESS, NoteSignatures.witnessMessage(text, seconds), head);
  }

  private NoteSignature signature(Kind kind, byte[] message, byte[] head) {
    if (publicKey.kind() != kind) {
      throw new IllegalStateException("this is the key of a " + publicKey.kind());
    }
    byte[] made = key.sign(message);
    byte[] bytes = Arrays.copyOf(head, head.length + made.length);
    System.arraycopy(made, 0, bytes, head.length, made.length);
    return new NoteSignature(publicKey.name(), publicKey.id(), bytes);
  }

  /** Names the public key alone: the secret shall not slip into a log. */
  @Override
  public String toString() {
    return "NoteSigner of " + publicKey;
  }
}
