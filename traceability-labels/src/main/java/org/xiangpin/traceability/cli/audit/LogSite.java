package org.xiangpin.traceability.cli.audit;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A log on a web server. Every answer is bounded in bytes, also after gzip, and in time, body
 * included; what fails is asked for three times, what is too slow once.
 */
public final class LogSite implements LogFiles {
  private static final int ATTEMPTS = 3;
  private static final int OK = 200;

  private final String base;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * Takes the address.
   *
   * @param base http or https URL under which {@code checkpoint} and {@code tile} lie, with or
   *     without a slash at the end
   * @param timeout the time that each file may take
   * @throws IllegalArgumentException for an address that is no such URL
   */
  public LogSite(String base, Duration timeout) {
    URI uri = URI.create(base);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("not the address of a log: " + base);
    }
    this.base = base.endsWith("/") ? base : base + "/";
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            // without TLS the client would offer HTTP/2 anew with each request
            .version(base.startsWith("https") ? Version.HTTP_2 : Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public int readersAtOnce() {
    return 8;
  }

  @Override
  public Optional<byte[]> read(String path, int maxBytes) throws IOException {
    URI uri = URI.create(base + path);
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<byte[]> response = get(uri, maxBytes);
        int status = response.statusCode();
        if (status == OK) {
          return Optional.of(unzipped(response, maxBytes));
        } else if (status == 404 || status == 410) {
          return Optional.empty();
        }
        throw new IOException("answered with status " + status);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || e instanceof InterruptedIOException) {
          throw new IOException(uri + ": " + words(e), e);
        }
      }
    }
  }

  /** The client's own timeout ends with the headers; a slow body must not hold the audit up. */
  private HttpResponse<byte[]> get(URI uri, int maxBytes) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip, identity").build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new BoundedBody(bound(head, maxBytes)));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new SocketTimeoutException("did not answer within " + timeout.toSeconds() + " s");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  /** Gzip makes what it cannot compress a little longer. Of an error's page nothing is read. */
  private static int bound(HttpResponse.ResponseInfo head, int maxBytes) {
    boolean zipped = encoding(head.headers()).equals("gzip");
    return head.statusCode() != OK ? 0 : zipped ? maxBytes + maxBytes / 100 + 1000 : maxBytes;
  }

  private static String encoding(HttpHeaders headers) {
    return headers.firstValue("Content-Encoding").orElse("identity");
  }

  private static byte[] unzipped(HttpResponse<byte[]> response, int maxBytes) throws IOException {
    byte[] body = response.body();
    String encoding = encoding(response.headers());
    if (encoding.equals("identity")) {
      return body;
    }
    if (!encoding.equals("gzip")) {
      throw new IOException("answered in an encoding that was not asked for");
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(maxBytes + 1);
    } catch (ZipException | EOFException e) {
      throw new IOException("answered with gzip that is broken or too long", e);
    }
  }

  /** The client names a refused connection by its class alone. */
  private static String words(IOException e) {
    return e.getMessage() == null ? "cannot be reached" : e.getMessage();
  }
}
