package org.xiangpin.scan;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.xiangpin.resolver.LinkHeaders;

/** An answer with headers and bytes as they go out, to be sent any number of times. */
final class Reply {

  static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
  static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json");

  static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
  private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
  static final CharSequence VARY =
      HttpHeaders.createOptimized("Accept, Accept-Language, Accept-Encoding");
  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence SECONDS_TO_WAIT = HttpHeaders.createOptimized("5");

  private final int status;
  private final CharSequence type;
  private final CharSequence policy;
  private final Buffer gzip;
  private final CharSequence gzipLength;

  /**
   * @param policy what the page may load and run
   */
  Reply(int status, CharSequence type, CharSequence policy, String body) {
    this.status = status;
    this.type = type;
    this.policy = policy;
    this.gzip = Buffer.buffer(compressed(body));
    this.gzipLength = HttpHeaders.createOptimized(Integer.toString(gzip.length()));
  }

  /** Bytes of memory. */
  int weight() {
    return gzip.length();
  }

  /**
   * Nearly everybody takes gzip; for the others it is unpacked again, which saves the memory. Over
   * HTTP/2 Netty would compress a second time what says to be gzip (its
   * CompressorHttp2ConnectionEncoder takes the header for a wish).
   */
  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response().setStatusCode(status);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE)
        .putHeader(HttpHeaders.VARY, VARY)
        .putHeader(POLICY, policy);
    LinkHeaders.open(response);
    LinkHeaders.toLinkset(response);
    Buffer body = gzip;
    if (request.version() != HttpVersion.HTTP_2
        && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
      response
          .putHeader(HttpHeaders.CONTENT_ENCODING, GZIP)
          .putHeader(HttpHeaders.CONTENT_LENGTH, gzipLength);
    } else {
      body = Buffer.buffer(unpacked(gzip.getBytes()));
      response
          .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
          .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    }
    if (status == 503) {
      response.putHeader("Retry-After", SECONDS_TO_WAIT);
    }
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean takesGzip(String accepted) {
    int at = accepted == null ? -1 : accepted.indexOf("gzip");
    return at >= 0 && !accepted.startsWith(";q=0", at + 4);
  }

  private static byte[] compressed(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] unpacked(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
