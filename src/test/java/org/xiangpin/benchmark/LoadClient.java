package org.xiangpin.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * So many clients that each send a request, wait for the answer, and send the next one, over one
 * HTTP/1.1 connection each. Blocking raw sockets: the load costs the machine as little as it can.
 */
public final class LoadClient {

  private static final int READ_TIMEOUT_MILLIS = 60_000;

  private final String host;
  private final int port;
  private final int clients;

  /**
   * @param byStatus answers by their status
   * @param wrong answers that the check did not accept
   * @param micros latencies of all answers
   */
  public record Result(Map<Integer, Long> byStatus, long wrong, double seconds, Histogram micros) {

    public long answers() {
      return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    public long with(int status) {
      return byStatus.getOrDefault(status, 0L);
    }

    /** Answers of this status in a second. */
    public double rate(int status) {
      return with(status) / seconds;
    }
  }

  /**
   * @param status of the answer
   * @param body as bytes; of no interest after the check
   */
  public record Answer(int status, byte[] body) {}

  /** The bytes of a client's next request, head and body. */
  @FunctionalInterface
  public interface Requests {
    byte[] next(int client, long number);
  }

  public LoadClient(URI service, int clients) {
    this.host = service.getHost();
    this.port = service.getPort() < 0 ? 80 : service.getPort();
    this.clients = clients;
  }

  /**
   * Runs for this time.
   *
   * @param check whether an answer is right; looked at for every answer
   */
  public Result run(Duration time, Requests requests, Predicate<Answer> check) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CyclicBarrier together = new CyclicBarrier(clients);
    try {
      List<Callable<Result>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int client = i;
        all.add(() -> one(client, time, requests, check, together));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> each : threads.invokeAll(all)) {
        results.add(each.get());
      }
      return sum(results);
    } finally {
      threads.shutdownNow();
    }
  }

  private Result one(
      int client, Duration time, Requests requests, Predicate<Answer> check, CyclicBarrier together)
      throws Exception {
    Map<Integer, Long> byStatus = new TreeMap<>();
    Histogram micros = new Histogram(3);
    long wrong = 0;
    try (Socket socket = new Socket(host, port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
      together.await();
      long start = System.nanoTime();
      long end = start + time.toNanos();
      long sent = start;
      for (long number = 0; sent < end; number++) {
        socket.getOutputStream().write(requests.next(client, number));
        Answer answer = read(in);
        long now = System.nanoTime();
        micros.recordValue((now - sent) / 1_000);
        byStatus.merge(answer.status(), 1L, Long::sum);
        wrong += check.test(answer) ? 0 : 1;
        sent = now;
      }
      return new Result(byStatus, wrong, (sent - start) / 1e9, micros);
    }
  }

  private static Answer read(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("this client reads answers with a length only");
      }
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return new Answer(status, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the service closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static Result sum(List<Result> results) {
    Map<Integer, Long> byStatus = new TreeMap<>();
    Histogram micros = new Histogram(3);
    long wrong = 0;
    double seconds = 0;
    for (Result one : results) {
      one.byStatus().forEach((status, n) -> byStatus.merge(status, n, Long::sum));
      micros.add(one.micros());
      wrong += one.wrong();
      seconds += one.seconds();
    }
    return new Result(byStatus, wrong, seconds / results.size(), micros);
  }

  /** Head of a request; the connection stays open. */
  public static byte[] request(String method, String path, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        (method
                + " "
                + path
                + " HTTP/1.1\r\nHost: benchmark\r\n"
                + headers
                + (content.length == 0 ? "" : "Content-Length: " + content.length + "\r\n")
                + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + content.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    return whole;
  }
}
