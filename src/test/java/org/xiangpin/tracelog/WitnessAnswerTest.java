package org.xiangpin.tracelog;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.ConsistencyProof;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.TreeHash;
import org.xiangpin.traceability.sign.SigningKey;

/** A witness whose answer does not end holds the log up for seconds only. */
class WitnessAnswerTest {

  private static final long PROMISED = 10_000_000;

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdown();
  }

  @Test
  void anAnswerThatIsTooLongIsNotReadToItsEnd() {
    assertTrue(refused(20_000).contains("too much"));
  }

  @Test
  void anAnswerThatBreaksOffIsNotWaitedFor() {
    assertTrue(refused(20).contains("breaks off"));
  }

  /** Answers with so many bytes of many more that it promised, and then waits. */
  private String refused(int sent) {
    server.createContext(
        "/add-checkpoint",
        exchange -> {
          exchange.sendResponseHeaders(200, PROMISED);
          exchange.getResponseBody().write(new byte[sent]);
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    NoteSigner log = signer("log.example.cn", NoteKey.Kind.LOG);
    Witness witness =
        new Witness(
            signer("school.example.cn", NoteKey.Kind.WITNESS).publicKey(),
            URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
    SignedNote note =
        SignedNote.sign(Checkpoint.of("log.example.cn", 0, TreeHash.EMPTY).text(), log);
    return assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () ->
                assertThrows(
                    IOException.class,
                    () ->
                        witness.show(
                            HttpClient.newHttpClient(),
                            0,
                            new ConsistencyProof(0, 0, List.of()),
                            note)))
        .getMessage();
  }

  private static NoteSigner signer(String name, NoteKey.Kind kind) {
    return new NoteSigner(name, kind, SigningKey.generate(new SecureRandom()));
  }
}
