package org.xiangpin.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Secrets;

/**
 * Plays a payment provider, without money. Its callback is a real HTTP request to this service with
 * a real signature. Hints: {@code outcome} (succeed, fail, silent), {@code delayMillis}, {@code
 * duplicates}. What it has in mind does not survive a restart; the order then lapses unpaid.
 */
@ApplicationScoped
public class SimulatedPayments implements PaymentProvider {

  public static final String NAME = "simulator";

  /** As real providers do, it repeats a callback that was not answered by 2xx. */
  private static final int TRIES = 6;

  @Inject Clock clock;
  @Inject Secrets secrets;
  @Inject ObjectMapper json;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "payment-simulator");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start(Payment payment, Map<String, Object> hints) {
    Object outcome = hints.getOrDefault("outcome", "succeed");
    if (outcome.equals("silent")) {
      return;
    }
    long delay = number(hints, "delayMillis");
    String body =
        body(payment.id(), outcome.equals("fail") ? "failed" : "succeeded", payment.amountFen());
    for (long i = 0; i <= number(hints, "duplicates"); i++) {
      later.schedule(() -> call(body, 1), delay, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void refund(Payment payment) {
    Log.infof("simulated refund of payment %s", Ids.toText(payment.id()));
  }

  @Override
  public Settlement read(UnaryOperator<String> header, String body) {
    signature()
        .require(
            header.apply(CallbackSignature.TIMESTAMP),
            header.apply(CallbackSignature.SIGNATURE),
            body,
            clock.instant());
    try {
      JsonNode said = json.readTree(body);
      if (!said.path("fen").isIntegralNumber()) {
        throw unreadable();
      }
      return new Settlement(
          Ids.parse(said.path("payment").asText()).orElseThrow(SimulatedPayments::unreadable),
          said.path("outcome").asText().equals("succeeded"),
          said.path("fen").asLong(),
          said.path("currency").asText());
    } catch (JsonProcessingException e) {
      throw unreadable();
    }
  }

  private static InvalidInput unreadable() {
    return new InvalidInput("/payment", "内容读不懂。", "The content could not be read.");
  }

  private String body(long paymentId, String outcome, long fen) {
    return json.createObjectNode()
        .put("payment", Ids.toText(paymentId))
        .put("outcome", outcome)
        .put("fen", fen)
        .put("currency", "CNY")
        .toString();
  }

  private void call(String body, int attempt) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address()))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header(CallbackSignature.TIMESTAMP, timestamp)
            .header(CallbackSignature.SIGNATURE, signature().sign(timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) -> {
              boolean again = failure != null || answer.statusCode() >= 500;
              if (again && attempt < TRIES && !later.isShutdown()) {
                later.schedule(() -> call(body, attempt + 1), 1L << attempt, TimeUnit.SECONDS);
              }
            });
  }

  /** This very service, by the loop that never leaves the machine. */
  private static String address() {
    String port = LaunchMode.current() == LaunchMode.TEST ? "test-port" : "port";
    return "http://127.0.0.1:"
        + ConfigProvider.getConfig().getValue("quarkus.http." + port, Integer.class)
        + "/api/payments/"
        + NAME
        + "/callback";
  }

  private CallbackSignature signature() {
    return new CallbackSignature(secrets.derive("payment-simulator"));
  }

  private static long number(Map<String, Object> hints, String name) {
    return hints.get(name) instanceof Number n ? n.longValue() : 0;
  }

  void stop(@Observes ShutdownEvent event) {
    later.shutdownNow();
  }
}
