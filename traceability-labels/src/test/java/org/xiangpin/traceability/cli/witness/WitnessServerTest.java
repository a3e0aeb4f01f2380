package org.xiangpin.traceability.cli.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiangpin.traceability.cli.TraceabilityLabels;
import org.xiangpin.traceability.cli.command.ExitCode;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;

/** A witness over HTTP, and the command that makes its key. */
class WitnessServerTest {
  private static final NoteSigner WITNESS =
      WatchedLog.signer("school.example.cn", NoteKey.Kind.WITNESS, 2);

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final WatchedLog log = WatchedLog.create();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new ByteArrayInputStream(new byte[0]), new PrintStream(out), new PrintStream(err));
  private WitnessState state;
  private WitnessServer server;

  @BeforeEach
  void start() throws IOException {
    state = WitnessState.open(folder.resolve("memory"), WITNESS.publicKey());
    LogWitness witness =
        new LogWitness(WITNESS, state, List.of(log.signer.publicKey()), Clock.systemUTC());
    server = new WitnessServer(witness, new InetSocketAddress("127.0.0.1", 0), terminal);
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    state.close();
  }

  private HttpResponse<String> post(String path, byte[] body) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return http.send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void aStateThatIsPostedIsSigned() throws Exception {
    HttpResponse<String> answer = post("/add-checkpoint", log.request(0, 3).getBytes("UTF-8"));
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().startsWith("\u2014 school.example.cn "), answer.body());
    HttpResponse<String> again = post("/add-checkpoint", log.request(0, 4).getBytes("UTF-8"));
    assertEquals(409, again.statusCode());
    assertEquals("text/x.tlog.size", again.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("3\n", again.body());
  }

  @Test
  void otherRequestsAreRefusedInASentence() throws Exception {
    assertEquals(404, post("/", new byte[0]).statusCode());
    assertEquals(413, post("/add-checkpoint", new byte[70_000]).statusCode());
    assertEquals(400, post("/add-checkpoint", new byte[] {(byte) 0xff}).statusCode());
    HttpRequest get =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
            .build();
    assertEquals(405, http.send(get, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void whatNoLogSendsIsRefusedAndTheNextIsServed() throws Exception {
    for (String line :
        new String[] {
          "POST mailto:x HTTP/1.1",
          "POST * HTTP/1.1",
          "HEAD /add-checkpoint HTTP/1.1",
          "POST /%zz HTTP/1.1",
          "POST /../add-checkpoint HTTP/1.1",
          "\u0000"
        }) {
      try (Socket socket = new Socket("127.0.0.1", server.port())) {
        socket.setSoTimeout(15_000);
        socket
            .getOutputStream()
            .write((line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes("UTF-8"));
        String answer = new String(socket.getInputStream().readAllBytes(), "UTF-8");
        // the JDK's server hangs up on what is no request line, before anything of ours runs
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), line + ": " + answer);
      }
    }
    assertEquals(200, post("/add-checkpoint", log.request(0, 3).getBytes("UTF-8")).statusCode());
  }

  @Test
  void aStateThatCannotBeRememberedIsNotSigned() throws Exception {
    Path memory = folder.resolve("memory");
    // where the new file should go lies a folder, which no program can write over
    post("/add-checkpoint", log.request(0, 3).getBytes("UTF-8"));
    Path file;
    try (var files = Files.list(memory)) {
      file = files.filter(f -> f.toString().endsWith(".checkpoint")).findFirst().orElseThrow();
    }
    Files.createDirectory(memory.resolve(file.getFileName() + ".unfinished"));
    HttpResponse<String> answer = post("/add-checkpoint", log.request(3, 4).getBytes("UTF-8"));
    assertEquals(500, answer.statusCode(), answer.body());
    assertTrue(err.size() > 0, "the operator is told");
  }

  @Test
  void theCommandMakesAKeyAndNeverWritesOverOne() throws Exception {
    String file = folder.resolve("witness.key").toString();
    String[] command = {"witness", "new", "school.example.cn/w", "--secret", file};
    assertEquals(ExitCode.OK, TraceabilityLabels.run(terminal, command), err::toString);
    NoteKey key = NoteKey.parse(out.toString("UTF-8").strip());
    assertEquals(NoteKey.Kind.WITNESS, key.kind());
    assertEquals(key, NoteSigner.parse(Files.readString(Path.of(file)).strip()).publicKey());
    assertEquals(ExitCode.UNREADABLE, TraceabilityLabels.run(terminal, command));
    command[2] = "a name";
    assertEquals(ExitCode.REFUSED, TraceabilityLabels.run(terminal, command));
  }

  @Test
  void theCommandRefusesFilesThatAreNotItsKeys() throws Exception {
    Path secret = Files.writeString(folder.resolve("log.key"), log.signer.secretText());
    Path own = Files.writeString(folder.resolve("w.key"), WITNESS.secretText());
    Path pub = Files.writeString(folder.resolve("log.pub"), log.signer.publicKey().toString());
    String memory = folder.resolve("memory2").toString();
    assertEquals(ExitCode.REFUSED, serve(secret, pub, memory));
    assertEquals(ExitCode.REFUSED, serve(own, own, memory));
    assertEquals(ExitCode.UNREADABLE, serve(folder.resolve("none"), pub, memory));
    assertEquals(ExitCode.UNREADABLE, serve(own, pub, folder.resolve("memory").toString()));
    assertTrue(err.toString("UTF-8").contains("another witness is at work"), err::toString);
  }

  private int serve(Path secret, Path log, String memory) {
    return TraceabilityLabels.run(
        terminal,
        "witness",
        "serve",
        "--secret",
        secret.toString(),
        "--log",
        log.toString(),
        "--state",
        memory,
        "--port",
        "0");
  }
}
