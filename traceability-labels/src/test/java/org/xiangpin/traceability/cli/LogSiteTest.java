package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.cli.LogFixture.Tampering;
import org.xiangpin.traceability.cli.command.ExitCode;

/** Audits a log over HTTP, from servers that are good, broken or hostile. */
class LogSiteTest {
  private static final String KEY = LogFixture.LOG.publicKey().toString();

  @TempDir Path folder;
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private LogFixture log;
  private String checkpoint;
  private HttpServer server;

  @BeforeEach
  void publish() throws IOException {
    log = LogFixture.publish(folder.resolve("log"), LogFixture.entries(600));
    LogFixture older = LogFixture.publish(folder.resolve("older"), LogFixture.entries(300));
    checkpoint = older.folder().resolve("checkpoint").toString();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private String serve(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/log/", handler);
    server.setExecutor(threads);
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/log/";
  }

  private Path file(HttpExchange exchange) {
    return log.folder().resolve(exchange.getRequestURI().getPath().substring("/log/".length()));
  }

  /** Answers as a good server does. */
  private void answer(HttpExchange exchange) throws IOException {
    Path file = file(exchange);
    boolean there = Files.isRegularFile(file);
    send(exchange, there ? 200 : 404, there ? Files.readAllBytes(file) : new byte[0]);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private Run audit(String url, String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of("log", "audit", url, "--key", KEY, "--against", checkpoint));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private boolean is(HttpExchange exchange, String path) {
    return exchange.getRequestURI().getPath().equals("/log/" + path);
  }

  @Test
  void aWholeLogIsProved() throws IOException {
    String url = serve(this::answer);
    Run run = audit(url);
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    assertTrue(run.out().startsWith("WHOLE: "), run.out());
    String withoutSlash = url.substring(0, url.length() - 1);
    assertEquals(ExitCode.OK, audit(withoutSlash).code());
  }

  @Test
  void aTamperedLogIsCaught() throws IOException {
    List<byte[]> entries = LogFixture.entries(600);
    Tampering.REORDER.apply(entries, 270);
    log.writeBundles(entries, 600);
    Run run = audit(serve(this::answer));
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.out().contains("First bad index: 270 (proved)."), run.out());
  }

  @Test
  void aCompressedAnswerIsRead() throws IOException {
    String url =
        serve(
            exchange -> {
              ByteArrayOutputStream zipped = new ByteArrayOutputStream();
              try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
                Files.copy(file(exchange), out);
              }
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              send(exchange, 200, zipped.toByteArray());
            });
    Run run = audit(url);
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
  }

  @Test
  void aZipBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1_000_000]);
      }
    }
    String url =
        serve(
            exchange -> {
              if (is(exchange, "tile/0/000")) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, zipped.toByteArray());
              } else {
                answer(exchange);
              }
            });
    Run run = audit(url);
    assertEquals(ExitCode.REFUSED, run.code(), run.err());
    assertTrue(run.out().contains("The tile tile/0/000 has another length"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkpoint", "tile/0/000", "tile/entries/000"})
  void anEndlessAnswerIsCutOff(String path) throws IOException {
    String url =
        serve(
            exchange -> {
              if (!is(exchange, path)) {
                answer(exchange);
                return;
              }
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream out = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                  out.write(new byte[65_536]);
                }
              }
            });
    Run run = audit(url);
    assertEquals(ExitCode.REFUSED, run.code(), run.out() + run.err());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerThatDoesNotComeEndsTheAudit(boolean headersCome) throws IOException {
    String url =
        serve(
            exchange -> {
              if (headersCome) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
              }
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Run run = audit(url, "--timeout", "1");
    assertEquals(ExitCode.UNREADABLE, run.code());
    assertEquals(url + "checkpoint: did not answer within 1 s.\n", run.err());
  }

  @Test
  void aPassingFaultOfTheServerIsOvercome() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    String url =
        serve(
            exchange -> {
              if (asked.incrementAndGet() % 3 == 1 && is(exchange, "tile/0/001")) {
                send(exchange, 503, new byte[] {1});
              } else {
                answer(exchange);
              }
            });
    assertEquals(ExitCode.OK, audit(url).code());
  }

  @Test
  void aLastingFaultOfTheServerEndsTheAudit() throws IOException {
    String url = serve(exchange -> send(exchange, 500, new byte[100_000]));
    Run run = audit(url, "--json");
    assertEquals(ExitCode.UNREADABLE, run.code());
    assertTrue(run.out().contains("checkpoint: answered with status 500."), run.out());
  }

  @Test
  void aMissingBundleIsAFindingAndNotAFault() throws IOException {
    log.delete("tile/entries/001");
    Run run = audit(serve(this::answer), "--json");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.out().contains("\"firstBadIndex\": 256"), run.out());
    assertTrue(run.out().contains("there is no file tile/entries/001"), run.out());
  }

  @Test
  void whereNoLogIsTheAuditEnds() throws IOException {
    String url = serve(exchange -> send(exchange, 404, new byte[0]));
    assertEquals(ExitCode.UNREADABLE, audit(url).code());
    String closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = "http://127.0.0.1:" + socket.getLocalPort() + "/log/";
    }
    Run refused = audit(closed);
    assertEquals(ExitCode.UNREADABLE, refused.code());
    assertEquals(closed + "checkpoint: cannot be reached.\n", refused.err());
    for (String none : List.of("http://", "https://a b/", "http://x/log?y", "http://x/#f")) {
      assertEquals(ExitCode.USAGE, audit(none).code(), none);
    }
    assertEquals(ExitCode.USAGE, audit(url, "--timeout", "0").code());
  }
}
