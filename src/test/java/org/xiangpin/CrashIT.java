package org.xiangpin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service as a user starts it, killed with SIGKILL together with its database while
 * orders come in: on the next start all that was acknowledged is there, once.
 */
class CrashIT {

  private static final Path JAR =
      Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(4);
  private static final int ORDERS_BEFORE_THE_CRASH = 60;
  private static final int BUYERS = 4;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path data;

  private int port;
  private Process service;

  @BeforeEach
  void freePort() throws IOException {
    assumeTrue(
        System.getenv("XIANGPIN_DB_URL") == null, "the crash is that of the embedded database");
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (service != null && service.isAlive()) {
      service.destroy();
      assertTrue(service.waitFor(60, TimeUnit.SECONDS), "the service ends when it is told to");
    }
  }

  @Test
  void everyOrderThatWasAcknowledgedSurvivesTheKillOfServiceAndDatabase() throws Exception {
    start();
    String product = get("/api/storefront/v1/products").at("/items/0/id").asText();
    long step = get("/api/storefront/v1/products/" + product).at("/stepGrams").asLong();
    long before = get("/api/storefront/v1/products/" + product).at("/availableGrams").asLong();

    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
    for (int i = 0; i < BUYERS; i++) {
      buyers.submit(() -> orderUntilTheCrash(product, step, acknowledged));
    }
    long deadline = System.nanoTime() + START.toNanos();
    while (acknowledged.size() < ORDERS_BEFORE_THE_CRASH) {
      assertTrue(System.nanoTime() < deadline, "orders come in");
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    kill();
    buyers.shutdownNow();
    assertTrue(buyers.awaitTermination(60, TimeUnit.SECONDS));

    start();
    for (Map.Entry<String, String> order : acknowledged.entrySet()) {
      JsonNode found = get("/api/storefront/v1/orders/" + order.getValue());
      assertEquals("placed", found.at("/state").asText());
      // the retry of a client that missed the answer finds its order and makes no second one
      assertEquals(order.getValue(), place(product, step, order.getKey()).at("/id").asText());
    }
    long after = get("/api/storefront/v1/products/" + product).at("/availableGrams").asLong();
    long held = (before - after) / step;
    assertEquals(0, (before - after) % step);
    // an order may be stored whose answer was lost; never one acknowledged that is not stored
    assertTrue(
        held >= acknowledged.size() && held <= acknowledged.size() + BUYERS,
        held + " held, " + acknowledged.size() + " acknowledged");

    stop();
    assertEquals(143, service.exitValue());
    assertTrue(!log().contains("ERROR"), this::log);
    productionRefusesThisFolder();
  }

  /** A demo's accounts and keys are known to everyone. */
  private void productionRefusesThisFolder() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString());
    builder.environment().put("XIANGPIN_DATA", data.toString());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("XIANGPIN_SECRET", "a-secret-of-an-operator-0123456789abcdef");
    builder.environment().put("XIANGPIN_PUBLIC_URL", "https://trace.example.cn");
    Process production =
        builder
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("production.log").toFile())
            .start();
    assertTrue(production.waitFor(120, TimeUnit.SECONDS));
    assertEquals(78, production.exitValue());
    assertTrue(Files.readString(data.resolve("production.log")).contains("demo"));
  }

  private void orderUntilTheCrash(String product, long step, Map<String, String> acknowledged) {
    try {
      while (!Thread.interrupted()) {
        String key = UUID.randomUUID().toString();
        acknowledged.put(key, place(product, step, key).at("/id").asText());
      }
    } catch (IOException | InterruptedException e) {
      // the crash
    }
  }

  private JsonNode place(String product, long grams, String key)
      throws IOException, InterruptedException {
    String body =
        """
        {"lines":[{"product":"%s","grams":%d}],
         "recipient":{"name":"买家（演示）","phone":"19900000099","address":"长沙市演示路1号"}}
        """
            .formatted(product, grams);
    HttpResponse<String> answer =
        http.send(
            request("/api/storefront/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return json.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer xp_test_demo");
  }

  private void start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Dquarkus.profile=demo",
            "-jar",
            JAR.toString());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("XIANGPIN_DATA", data.toString());
    builder.redirectErrorStream(true).redirectOutput(data.resolve("service.log").toFile());
    service = builder.start();
    long deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      assertTrue(
          service.isAlive() && System.nanoTime() < deadline, () -> "the service starts:\n" + log());
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return http.send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + port + "/q/health/started"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** SIGKILL for both, as a power cut would. */
  private void kill() throws Exception {
    List<ProcessHandle> family =
        Stream.concat(service.descendants(), Stream.of(service.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    service.waitFor();
    for (ProcessHandle process : family) {
      process.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private String log() {
    try {
      return Files.readString(data.resolve("service.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
