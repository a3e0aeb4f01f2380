package org.xiangpin.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser and no shop means, written byte by byte. */
@QuarkusTest
class HostileRequestTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @TestHTTPResource("/")
  URL service;

  @Test
  void leadsOnByAPathWhateverHostTheCallerNames() throws IOException {
    String answer = send("GET", "/console/people?q=a", "Host: evil.example", "");
    assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    assertTrue(answer.contains("ocation: /console/sign-in?next=%2Fconsole%2Fpeople%3Fq%3Da"));
    assertFalse(answer.contains("evil.example"), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        FORM + "|phone=%zz%|400",
        FORM + "; charset=nonsense|phone=1|400",
        "multipart/form-data; boundary=|--x--|400",
        "multipart/form-data; boundary=x|cut off|400",
        "''|phone=1|415",
        ";;|phone=1|415",
        "text/plain|phone=1|415"
      })
  void aFormThatCannotBeReadIsTheSendersMistake(String type, String body, int status)
      throws IOException {
    for (String page : new String[] {"/console/sign-in", "/console/branches/import"}) {
      String answer = send("POST", page, "Host: localhost\r\nContent-Type: " + type, body);
      assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
      if (status == 415) {
        assertTrue(answer.startsWith("HTTP/1.1 415"), answer);
        assertTrue(answer.contains("请用规定的格式发送"), answer);
      }
    }
  }

  @Test
  void anApiCallWithoutATypeIsTheSendersMistake() throws IOException {
    String answer =
        send(
            "POST",
            "/api/payments/simulator/callback",
            "Host: localhost\r\nContent-Type: \r\nAccept: */*",
            "{}");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("invalid-input"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/storefront/v1/products", "/api/storefront/v1/orders"})
  void tellsTheMethodsOfTheApiWithoutFailing(String path) {
    assertEquals(200, RestAssured.options(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api;x=y/storefront/v1/products",
        "/api/storefront;x/v1/products",
        "/api/storefront/v1;x/orders/0"
      })
  void anAddressWrittenInAnotherWayAsksForTheKeyAllTheSame(String path) throws IOException {
    String answer = send("GET", path, "Host: localhost", "");
    assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/producers/import", "/api/storefront/v1/orders"})
  void aBodyThatNobodyReadsIsRefusedInWords(String path) throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n".formatted(path);
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains("内容太大了"), answer);
    }
  }

  @Test
  void pagesOutsideTheConsoleRunNoScriptEither() {
    RestAssured.given()
        .header("Accept", "text/html")
        .get("/no-such-page")
        .then()
        .statusCode(404)
        .header("Content-Security-Policy", equalTo(ConsoleFilter.POLICY))
        .body(containsString("没有这一页"));
  }

  private String send(String method, String path, String headers, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, headers, content.length);
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(content);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
