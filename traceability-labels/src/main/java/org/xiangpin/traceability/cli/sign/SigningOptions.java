package org.xiangpin.traceability.cli.sign;

import java.io.IOException;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.sign.InvalidKeySet;
import org.xiangpin.traceability.sign.LabelSigner;
import picocli.CommandLine.Option;

/** The key with which links are signed; its options stand together or not at all. */
public final class SigningOptions {
  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = "The secret key of Ed25519 (PEM), as \"keys new\" or openssl write it.")
  private String secret;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "The key's name in the key set.")
  private String id;

  /** Made by picocli. */
  public SigningOptions() {}

  String id() {
    return id;
  }

  /**
   * Reads the key.
   *
   * @param terminal gives standard input
   * @return what signs with it
   * @throws IOException when the file cannot be read
   * @throws Refused for a file that is no secret key, and a name that is none
   */
  public LabelSigner signer(Terminal terminal) throws IOException {
    try {
      return new LabelSigner(id, SecretKeyFile.read(terminal, secret));
    } catch (InvalidKeySet e) {
      throw Refused.in("--id " + id, e);
    }
  }
}
