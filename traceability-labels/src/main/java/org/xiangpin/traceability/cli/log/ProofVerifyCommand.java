package org.xiangpin.traceability.cli.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.traceability.cli.command.Fault;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.Cosignature;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.InclusionProof;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.TreeHash;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code proof verify}: checks offline that an entry is in a log. */
@Command(
    name = "verify",
    description = "Checks offline that an entry is in a public log: a file .tlog-proof.",
    footer = {
      "",
      "Example:",
      "  proof verify lot.tlog-proof --entry lot.json --key trace.example.cn/log+3f…+AX…"
    })
final class ProofVerifyCommand extends ReportingCommand {
  private static final int MAX_BYTES = 1_200_000;

  @Parameters(paramLabel = "FILE", description = "The proof.")
  private String file;

  @ArgGroup(multiplicity = "1")
  private TrustOptions trust;

  @Option(
      names = "--entry",
      paramLabel = "FILE",
      description =
          "The entry, byte for byte (default: what the proof carries as extra data, which is then"
              + " proved like any entry).")
  private String entryFile;

  @Override
  protected Report report() throws IOException {
    Trust believed = trust.trust(terminal());
    LogProof proof = proof();
    byte[] entry = entry(proof);
    try {
      LogPolicy.Verified verified = believed.verify(proof.checkpoint());
      Checkpoint state = verified.checkpoint();
      new InclusionProof(proof.index(), state.size(), proof.hashes())
          .verify(TreeHash.ofLeaf(entry), state.root());
      return report(proof, entry, verified);
    } catch (IllegalArgumentException e) {
      return notProved(e);
    }
  }

  private static Report notProved(IllegalArgumentException e) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", Fault.of(e).message());
    members.putAll(Fault.of(e).details());
    return new Report(false, "NOT PROVED: " + Fault.of(e).message(), members);
  }

  private LogProof proof() throws IOException {
    byte[] bytes = InputFile.bytes(terminal(), file, MAX_BYTES);
    try {
      return LogProof.parse(bytes);
    } catch (InvalidLogData e) {
      throw Refused.in(file, e);
    }
  }

  private byte[] entry(LogProof proof) throws IOException {
    if (entryFile != null) {
      return InputFile.bytes(terminal(), entryFile, EntryBundle.MAX_ENTRY);
    }
    return Base64.getDecoder()
        .decode(
            proof
                .extra()
                .orElseThrow(
                    () -> new WrongUsage(file + " does not carry its entry; name it by --entry.")));
  }

  private Report report(LogProof proof, byte[] entry, LogPolicy.Verified verified) {
    Checkpoint state = verified.checkpoint();
    List<Cosignature> witnesses = verified.cosignatures();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("origin", state.origin());
    members.put("index", proof.index());
    members.put("size", state.size());
    members.put("root", state.root());
    members.put("cosignatures", witnesses.stream().map(ProofVerifyCommand::members).toList());
    StringBuilder text = new StringBuilder();
    text.append(
        "PROVED: entry %d is in the log %s, in its state of %d entries."
            .formatted(proof.index(), state.origin(), state.size()));
    witnesses.forEach(
        w -> text.append("\nSeen by the witness %s at %s.".formatted(w.key().name(), time(w))));
    if (entryFile == null) {
      String carried = new String(entry, StandardCharsets.UTF_8);
      members.put("entry", carried);
      text.append("\nThe entry: ").append(carried);
    }
    return Report.done(text.toString(), members);
  }

  static Map<String, Object> members(Cosignature witness) {
    return Map.of("name", witness.key().name(), "time", time(witness));
  }

  /** A witness may write any number of seconds. */
  private static String time(Cosignature witness) {
    return witness.seconds() > Instant.MAX.getEpochSecond()
        ? witness.seconds() + " s after 1970"
        : Instant.ofEpochSecond(witness.seconds()).toString();
  }
}
