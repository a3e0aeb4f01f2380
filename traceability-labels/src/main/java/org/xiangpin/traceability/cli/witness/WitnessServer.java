package org.xiangpin.traceability.cli.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.cli.witness.LogWitness.Answer;

/** Answers {@code POST /add-checkpoint} over HTTP; a proxy in front of it speaks TLS. */
final class WitnessServer implements AutoCloseable {
  private static final int MOST_BYTES = 65_536;
  private static final int THREADS = 4;
  private static final int PATIENCE_SECONDS = 10;

  private final LogWitness witness;
  private final Terminal terminal;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * Opens the port.
   *
   * @param address where; port 0 for any free one
   * @throws IOException when it is taken
   */
  WitnessServer(LogWitness witness, InetSocketAddress address, Terminal terminal)
      throws IOException {
    this.witness = witness;
    this.terminal = terminal;
    // who sends a request by the byte must not hold a thread for ever; read by the server's class
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(PATIENCE_SECONDS));
    System.setProperty("sun.net.httpserver.maxRspTime", String.valueOf(PATIENCE_SECONDS));
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answerTo(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answerTo(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
      return Answer.refusal(404, "There is only /add-checkpoint here.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return Answer.refusal(405, "A checkpoint is posted.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return Answer.refusal(413, "The request is longer than 65,536 bytes.");
    }
    try {
      return witness.addCheckpoint(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Answer.refusal(400, "The request is not UTF-8.");
    } catch (IOException | RuntimeException e) {
      terminal.printError(e.toString());
      terminal.flush();
      return Answer.refusal(500, "The witness cannot remember this state, and so does not sign.");
    }
  }
}
