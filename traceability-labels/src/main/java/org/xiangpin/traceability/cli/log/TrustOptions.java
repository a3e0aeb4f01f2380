package org.xiangpin.traceability.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.NoteKey;
import picocli.CommandLine.Option;

/** Whom the user believes: one of the two. */
final class TrustOptions {
  private static final int MAX_BYTES = 100_000;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "The log's public key, name+id+key, or a file that holds it.")
  private String key;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Keys of logs and witnesses, and the quorum (C2SP tlog-policy).")
  private String policy;

  Trust trust(Terminal terminal) throws IOException {
    if (policy != null) {
      return PolicyFile.parse(policy, InputFile.text(terminal, policy, MAX_BYTES));
    }
    boolean file = !key.contains("+") || Files.exists(InputFile.path(key));
    try {
      String text = file ? InputFile.text(terminal, key, MAX_BYTES).strip() : key;
      return Trust.of(NoteKey.parse(text));
    } catch (InvalidLogData e) {
      throw Refused.in(file ? key : "--key", e);
    }
  }
}
