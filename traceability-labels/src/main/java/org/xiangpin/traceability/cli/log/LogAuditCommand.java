package org.xiangpin.traceability.cli.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.AuditReport;
import org.xiangpin.traceability.cli.audit.LogAudit;
import org.xiangpin.traceability.cli.audit.LogFiles;
import org.xiangpin.traceability.cli.audit.LogFolder;
import org.xiangpin.traceability.cli.audit.LogSite;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.OutputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.Cosignature;
import org.xiangpin.traceability.log.SignedNote;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code log audit}: proves a whole log again. */
@Command(
    name = "audit",
    description = {
      "Reads every entry of a public log, recomputes all tiles and the root, and compares them with",
      "the signed checkpoint and with an older one that you kept."
    },
    footer = {
      "",
      "Without --against, only today's state is proved, not that nothing was changed before.",
      "",
      "Examples:",
      "  log audit https://trace.example.cn/log/ --key log.pub --keep checkpoint.txt",
      "  log audit https://trace.example.cn/log/ --key log.pub --against checkpoint.txt"
    })
final class LogAuditCommand extends ReportingCommand {
  @Parameters(
      paramLabel = "URL|FOLDER",
      description = "What stands before \"checkpoint\" and \"tile\".")
  private String log;

  @ArgGroup(multiplicity = "1")
  private TrustOptions trust;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "The checkpoint as you kept it earlier.")
  private String against;

  @Option(
      names = "--tiles",
      paramLabel = "FOLDER",
      description = "The tiles as you kept them with it, to name the first bad entry.")
  private Path tiles;

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description = "Where to keep today's checkpoint for the next audit, if the log is whole.")
  private Path keep;

  @Option(
      names = "--keep-tiles",
      paramLabel = "FOLDER",
      description = "Where to keep the tiles for --tiles, 32 bytes an entry; a new folder.")
  private Path keepTiles;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long a file of a URL may take, 1 to 3600 (default: ${DEFAULT-VALUE}).",
      defaultValue = "30")
  private int timeout;

  @Option(
      names = "--max-size",
      paramLabel = "ENTRIES",
      description = "Refuse a larger log (default: ${DEFAULT-VALUE}).",
      defaultValue = "100000000")
  private long maxSize;

  @Override
  protected Report report() throws IOException {
    if (tiles != null && against == null) {
      throw new WrongUsage("--tiles needs --against, the checkpoint to which they belong.");
    }
    Trust believed = trust.trust(terminal());
    LogFiles files = files();
    Optional<Checkpoint> older =
        against == null
            ? Optional.empty()
            : Optional.of(CheckpointFile.kept(terminal(), against, believed));
    SignedNote note = CheckpointFile.today(files, log);
    Checkpoint now = Checkpoint.parse(note.text());
    if (now.size() > maxSize) {
      throw new Refused(
          "The log has %d entries, more than --max-size %d.".formatted(now.size(), maxSize));
    }
    LogAudit audit = new LogAudit(files, now, older);
    List<Cosignature> witnesses = verify(note, believed, audit);
    if (tiles != null) {
      audit.useOlderTiles(new LogFolder(folder(tiles)));
    }
    if (keepTiles != null) {
      audit.keepTiles(keepTiles);
    }
    AuditReport report = audit.run();
    if (keep != null && report.isWhole()) {
      byte[] bytes = note.toString().getBytes(StandardCharsets.UTF_8);
      OutputFile.write(keep, out -> out.write(bytes));
    }
    return AuditAnswer.of(report, witnesses);
  }

  private LogFiles files() throws IOException {
    if (!log.matches("(?i)https?://.*")) {
      return new LogFolder(folder(InputFile.path(log)));
    }
    if (timeout < 1 || timeout > 3600) {
      throw new WrongUsage("--timeout should be 1 to 3600 seconds.");
    }
    try {
      return new LogSite(log, Duration.ofSeconds(timeout));
    } catch (IllegalArgumentException e) {
      throw new WrongUsage("Not the address of a log: " + log + ".");
    }
  }

  private static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return folder;
  }

  /** A wrong signature does not end the audit: the older checkpoint may show what was done. */
  private static List<Cosignature> verify(SignedNote note, Trust believed, LogAudit audit) {
    try {
      return believed.verify(note).cosignatures();
    } catch (IllegalArgumentException e) {
      Refused refused = Refused.in("The log's checkpoint is not to be believed", e);
      audit.addSignatureFault(refused.getMessage());
      return List.of();
    }
  }
}
