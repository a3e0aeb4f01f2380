package org.xiangpin.traceability.cli.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.traceability.cli.command.OutputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.sign.InvalidKeySet;
import org.xiangpin.traceability.sign.KeySet;
import org.xiangpin.traceability.sign.LabelKey;
import org.xiangpin.traceability.sign.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code keys new}: makes a key for labels. */
@Command(
    name = "new",
    description = {
      "Makes a new key for labels: the secret into a file of its own, the public key into the",
      "key set, which is made if it is not there."
    },
    footer = {"", "Example:", "  keys new --id a --secret a.pem --keys keys.json"})
final class KeysNewCommand extends ReportingCommand {
  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "The key's name on labels: one or two letters or digits.")
  private String id;

  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = "Where the secret goes (PEM); refused when the file is there.")
  private Path secret;

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "FILE",
      description = "The key set, to be published (JSON).")
  private Path keys;

  @Option(
      names = "--valid-from",
      paramLabel = "TIME",
      description = "From when labels are believed, such as 2026-11-21T08:00:00Z (default: now).")
  private Instant validFrom;

  @Option(
      names = "--valid-to",
      paramLabel = "TIME",
      description = "Until when labels are believed (default: no end).")
  private Instant validTo;

  @Override
  protected Report report() throws IOException {
    KeySet before =
        Files.exists(keys) ? KeySetFile.read(terminal(), keys.toString()) : new KeySet(List.of());
    Instant from = validFrom == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : validFrom;
    SigningKey key = SigningKey.generate(new SecureRandom());
    KeySet after = with(before, key, from);
    SecretKeyFile.write(secret, key);
    OutputFile.write(keys, out -> out.write(after.toJson().getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("publicKey", key.publicKey().toString());
    members.put("validFrom", from.toString());
    members.put("validTo", Optional.ofNullable(validTo).map(Instant::toString));
    members.put("secret", secret.toString());
    members.put("keys", keys.toString());
    return Report.done(
        """
        The key %s is in %s; publish that file.
        Its secret is in %s: whoever has it can make labels in your name."""
            .formatted(id, keys, secret),
        members);
  }

  private KeySet with(KeySet before, SigningKey key, Instant from) {
    try {
      return before.with(
          new LabelKey(id, key.publicKey(), from, Optional.ofNullable(validTo), Optional.empty()));
    } catch (InvalidKeySet e) {
      throw Refused.in("The new key", e);
    }
  }
}
