package org.xiangpin.traceability.cli.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteKey.Kind;
import org.xiangpin.traceability.log.NoteSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code witness serve}: answers logs until it is ended. */
@Command(
    name = "serve",
    description = {
      "Answers POST /add-checkpoint of C2SP tlog-witness until it is ended: signs a log's checkpoint",
      "if the log signed it and it goes on from the last one that was signed here."
    },
    footer = {
      "",
      "The folder is the witness's memory: back it up with care, as an older copy of it would sign",
      "what goes on from the older state.",
      "",
      "Example:",
      "  witness serve --secret witness.key --log log.pub --state memory --port 8765"
    })
final class WitnessServeCommand extends ReportingCommand {
  private static final int MAX_BYTES = 10_000;

  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = "The witness's secret, as \"witness new\" wrote it.")
  private String secret;

  @Option(
      names = "--log",
      required = true,
      paramLabel = "FILE",
      description = "The public key of a log that is watched; may be given more than once.")
  private List<String> logs;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the witness remembers what it signed; made if it is not there.")
  private Path state;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Where it listens (default: ${DEFAULT-VALUE}, for a proxy beside it).",
      defaultValue = "127.0.0.1")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "0 for any free one (default: ${DEFAULT-VALUE}).",
      defaultValue = "8765")
  private int port;

  @Override
  protected Report report() throws IOException, InterruptedException {
    InetSocketAddress address = address();
    NoteSigner signer = signer();
    List<NoteKey> watched = new ArrayList<>();
    for (String log : logs) {
      watched.add(key(log));
    }
    try (WitnessState memory = WitnessState.open(state, signer.publicKey());
        WitnessServer server =
            new WitnessServer(witness(signer, memory, watched), address, terminal())) {
      server.start();
      terminal().print(started(signer, server.port()));
      terminal().flush();
      new CountDownLatch(1).await();
    }
    throw new IllegalStateException("nothing ends the wait but the end of the process");
  }

  private static LogWitness witness(NoteSigner signer, WitnessState memory, List<NoteKey> watched)
      throws IOException {
    for (NoteKey log : watched) {
      memory.last(log); // what can't be read is found out now, not when a log comes
    }
    return new LogWitness(signer, memory, watched, Clock.systemUTC());
  }

  private InetSocketAddress address() {
    if (port < 0 || port > 65_535) {
      throw new WrongUsage("--port should be 0 to 65535.");
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new WrongUsage("--host is not an address of this machine: " + host + ".");
    }
    return address;
  }

  private String started(NoteSigner signer, int boundPort) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("key", signer.publicKey().toString());
    members.put("address", "http://" + host + ":" + boundPort + "/");
    members.put("logs", logs.size());
    Report report =
        Report.done(
            "Witness %s\nListens at http://%s:%d/ for %d log(s)."
                .formatted(signer.publicKey(), host, boundPort, logs.size()),
            members);
    return isJson() ? report.json() : report.text();
  }

  private NoteSigner signer() throws IOException {
    String text = InputFile.text(terminal(), secret, MAX_BYTES).strip();
    try {
      NoteSigner signer = NoteSigner.parse(text);
      if (signer.publicKey().kind() != Kind.WITNESS) {
        throw new Refused(secret + ": is the secret of a log, not of a witness.");
      }
      return signer;
    } catch (InvalidLogData e) {
      throw Refused.in(secret, e);
    }
  }

  private NoteKey key(String file) throws IOException {
    try {
      NoteKey key = NoteKey.parse(InputFile.text(terminal(), file, MAX_BYTES).strip());
      if (key.kind() != Kind.LOG) {
        throw new Refused(file + ": is the key of a witness, not of a log.");
      }
      return key;
    } catch (InvalidLogData e) {
      throw Refused.in(file, e);
    }
  }
}
