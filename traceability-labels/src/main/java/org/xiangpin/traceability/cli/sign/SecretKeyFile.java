package org.xiangpin.traceability.cli.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.OutputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.sign.SigningKey;

/**
 * A secret key in PEM (RFC 7468 §10, RFC 8410 §7), as {@code openssl genpkey -algorithm ed25519}
 * writes it too.
 */
final class SecretKeyFile {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final int MAX_BYTES = 10_000;

  /** What RFC 8410 §7 puts before the 32 bytes. */
  private static final byte[] HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private SecretKeyFile() {}

  /**
   * Reads a secret.
   *
   * @throws Refused for whatever is no such key; the message never repeats it
   */
  static SigningKey read(Terminal terminal, String name) throws IOException {
    String text = InputFile.text(terminal, name, MAX_BYTES);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new Refused(name + ": no line \"" + BEGIN + "\" with an end to it.");
    }
    byte[] der;
    try {
      String base64 = text.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
      der = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refused(name + ": what stands between its first and last line is not base64.");
    }
    boolean ed25519 =
        der.length == HEAD.length + 32 && Arrays.equals(HEAD, 0, HEAD.length, der, 0, HEAD.length);
    if (!ed25519) {
      throw new Refused(name + ": is a private key, but none of Ed25519 (PKCS #8, RFC 8410).");
    }
    return SigningKey.ofSeed(Arrays.copyOfRange(der, HEAD.length, der.length));
  }

  /** Writes a secret that only its owner may read; never over another one. */
  static void write(Path path, SigningKey key) throws IOException {
    byte[] der = Arrays.copyOf(HEAD, HEAD.length + 32);
    System.arraycopy(key.seed(), 0, der, HEAD.length, 32);
    String pem = BEGIN + "\n" + Base64.getEncoder().encodeToString(der) + "\n" + END + "\n";
    OutputFile.writeSecret(path, pem.getBytes(StandardCharsets.US_ASCII));
  }
}
