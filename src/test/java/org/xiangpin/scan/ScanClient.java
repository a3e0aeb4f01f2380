package org.xiangpin.scan;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A phone that opens links; each is a device of its own. It keeps no cookie. */
final class ScanClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final HttpClient HTTP_2 =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  private static final AtomicInteger DEVICES = new AtomicInteger();

  private final String userAgent;

  ScanClient() {
    this("Mozilla/5.0 (Linux; Android 14; Phone " + DEVICES.incrementAndGet() + ") Mobile");
  }

  ScanClient(String userAgent) {
    this.userAgent = userAgent;
  }

  /**
   * What came back.
   *
   * @param wire the body's bytes as they were sent
   */
  record Answer(HttpResponse<byte[]> response, byte[] wire) {

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** The body, unpacked. */
    String text() {
      byte[] plain = wire;
      if ("gzip".equals(header("Content-Encoding"))) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
          plain = in.readAllBytes();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new String(plain, StandardCharsets.UTF_8);
    }

    /** The page's words without its style and drawings. */
    String words() {
      return text()
          .replaceAll("(?s)<style>.*?</style>|<svg.*?</svg>", "")
          .replaceAll("<wbr>", "")
          .replaceAll("<[^>]*>", "\n")
          .replaceAll("\\n+", "\n");
    }

    /** The page's one headline. */
    String headline() {
      return text().replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1").replace("<wbr>", "");
    }
  }

  /** As browsers ask. */
  Answer get(String path) {
    return send("GET", path, "Accept", "text/html,*/*;q=0.8", "Accept-Encoding", "gzip, br");
  }

  Answer json(String path) {
    return send("GET", path, "Accept", "application/json");
  }

  /** Sends a form. */
  Answer post(String path, Map<String, String> fields) {
    return postFrom("127.0.0.1", path, fields);
  }

  /** Sends a form from an address. */
  Answer postFrom(String address, String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HTTP,
        "POST",
        path,
        HttpRequest.BodyPublishers.ofString(body),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "X-Forwarded-For",
        address);
  }

  /** As browsers ask over HTTP/2. */
  Answer getByHttp2(String path) {
    return send(HTTP_2, "GET", path, "Accept", "text/html", "Accept-Encoding", "gzip, br");
  }

  /**
   * @param headers names and values in turn
   */
  Answer send(String method, String path, String... headers) {
    return send(HTTP, method, path, headers);
  }

  private Answer send(HttpClient http, String method, String path, String... headers) {
    return send(http, method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  private Answer send(
      HttpClient http,
      String method,
      String path,
      HttpRequest.BodyPublisher body,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .method(method, body);
    Optional.ofNullable(userAgent).ifPresent(agent -> request.header("User-Agent", agent));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
