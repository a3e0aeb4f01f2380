package org.xiangpin.payment;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Duration;
import org.xiangpin.shared.Secrets;

/** Speaks as the payment simulator would. */
public final class CallbackFixture {

  private CallbackFixture() {}

  /** What the simulator says when the money has come, or not. */
  public static Response say(String payment, String outcome, long fen) {
    return signed(body(payment, outcome, fen, "CNY"), Duration.ZERO);
  }

  public static String body(String payment, String outcome, long fen, String currency) {
    return "{\"payment\":\"%s\",\"outcome\":\"%s\",\"fen\":%d,\"currency\":\"%s\"}"
        .formatted(payment, outcome, fen, currency);
  }

  /** With the right signature, made some time ago. */
  public static Response signed(String body, Duration ago) {
    String timestamp = Long.toString(clock().instant().minus(ago).getEpochSecond());
    return post(body, timestamp, signature(timestamp, body));
  }

  public static Response post(String body, String timestamp, String signature) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .header(CallbackSignature.TIMESTAMP, timestamp)
        .header(CallbackSignature.SIGNATURE, signature)
        .body(body)
        .post("/api/payments/simulator/callback");
  }

  public static String signature(String timestamp, String body) {
    Secrets secrets = CDI.current().select(Secrets.class).get();
    return new CallbackSignature(secrets.derive("payment-simulator")).sign(timestamp, body);
  }

  private static Clock clock() {
    return CDI.current().select(Clock.class).get();
  }
}
