package org.xiangpin.traceability.cli.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xiangpin.traceability.cli.command.OutputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.NoteKey.Kind;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.sign.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code witness new}: makes a witness's key. */
@Command(
    name = "new",
    description = {
      "Makes a witness's key: the secret into a file of its own, the public key as the answer, to be",
      "given to the logs that ask the witness and to whoever shall believe it."
    },
    footer = {"", "Example:", "  witness new school.example.cn/witness --secret witness.key"})
final class WitnessNewCommand extends ReportingCommand {
  @Parameters(
      paramLabel = "NAME",
      description = "Who signs: a host and path by custom, without spaces and plus signs.")
  private String name;

  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = "Where the secret goes; refused when the file is there.")
  private Path secret;

  @Override
  protected Report report() throws IOException {
    NoteSigner signer = signer();
    OutputFile.writeSecret(secret, (signer.secretText() + "\n").getBytes(StandardCharsets.UTF_8));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("key", signer.publicKey().toString());
    members.put("secret", secret.toString());
    return Report.done(signer.publicKey().toString(), members);
  }

  private NoteSigner signer() {
    try {
      return new NoteSigner(name, Kind.WITNESS, SigningKey.generate(new SecureRandom()));
    } catch (InvalidLogData e) {
      throw Refused.in("The witness's name", e);
    }
  }
}
