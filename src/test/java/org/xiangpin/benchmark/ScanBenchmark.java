package org.xiangpin.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import org.xiangpin.shared.SecretsFixture;

/**
 * The page after scanning, 10,000 labels from memory, against a bare route of the same server that
 * sends one of these pages. Needs a service with {@code xiangpin.benchmark.floor=true}. Arguments:
 * the service's URL, its secret, the JDBC URL of its database, user, password; then optionally
 * seconds of a run (8), runs (5), seconds to warm up each side (60), clients (64); the word {@code
 * signed} behind them for labels with a signature, which the service judges under its own address.
 */
public final class ScanBenchmark {

  private static final double MUST_REACH = 0.8;
  private static final int LABELS = 10_000;

  /** Devices are told apart for ten minutes; a later scan would count again and change the page. */
  private static final Duration LONGEST = Duration.ofMinutes(9);

  private static final Duration MOST_UNTIL_SHOWN = Duration.ofSeconds(1);

  private static final String AS_A_PHONE =
      "User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile\r\n"
          + "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n"
          + "Accept-Encoding: gzip, deflate\r\n"
          + "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n";

  private final URI service;
  private final Connection database;
  private final LoadClient phones;
  private final List<String> paths;
  private final byte[][] requests;
  private final long[] expected;
  private final ThreadLocal<int[]> asked = ThreadLocal.withInitial(() -> new int[1]);

  private ScanBenchmark(
      URI service, String secret, Connection database, int clients, boolean isSigned)
      throws SQLException {
    this.service = service;
    this.database = database;
    this.phones = new LoadClient(service, clients);
    this.paths =
        Labels.paths(
            database, SecretsFixture.of(secret), LABELS, isSigned ? service.toString() : "");
    this.requests =
        paths.stream()
            .map(path -> LoadClient.request("GET", path, AS_A_PHONE, ""))
            .toArray(byte[][]::new);
    this.expected = new long[paths.size()];
  }

  public static void main(String... args) throws Exception {
    try (Connection database =
        DriverManager.getConnection(HotRowFloor.url(args[2]), args[3], args[4])) {
      new ScanBenchmark(
              URI.create(args[0]),
              args[1],
              database,
              number(args, 8, 64),
              args[args.length - 1].equals("signed"))
          .run(
              Duration.ofSeconds(number(args, 5, 8)),
              number(args, 6, 5),
              Duration.ofSeconds(number(args, 7, 60)));
    }
  }

  private void run(Duration time, int runs, Duration warmUp) throws Exception {
    if (warmUp.multipliedBy(2).plus(time.multipliedBy(2L * runs)).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("all runs together must take less than " + LONGEST);
    }
    Thread.sleep(5_000); // a new key of a county is taken up
    learn();
    Thread.sleep(5_000); // the first scans are written and read back
    int bytes = learn();
    System.out.printf("%d labels, %,d bytes each%n", paths.size(), bytes / paths.size());
    putFloor();
    double idle = idle();

    floor(warmUp);
    ours(warmUp);
    double[] plain = new double[runs];
    double[] rate = new double[runs];
    double statements = 0;
    long answers = 0;
    LoadClient.Result bare = null;
    LoadClient.Result last = null;
    for (int i = 0; i < runs; i++) {
      bare = floor(time);
      plain[i] = bare.rate(200);
      long before = statements();
      long start = System.nanoTime();
      last = ours(time);
      statements += statements() - before - idle * (System.nanoTime() - start) / 1e9;
      answers += last.answers();
      rate[i] = last.rate(200);
      System.out.printf("run %d: floor %.0f/s, ours %.0f/s%n", i + 1, plain[i], rate[i]);
    }
    Rates floorRates = new Rates("bare route, same bytes", plain);
    Rates ourRates = new Rates("scan page from memory", rate);
    System.out.println(floorRates);
    System.out.println(ourRates);
    print("bare route", bare);
    print("scan page", last);
    System.out.printf(
        "%,d right answers; statements beyond the %.1f/s of an idle service: %.0f%n",
        answers, idle, Math.max(0, statements));
    System.out.printf(
        "a revocation showed under load after %d ms at most%n", revocation().toMillis());
    System.out.println(Rates.ratio(ourRates, floorRates, MUST_REACH));
  }

  private LoadClient.Result floor(Duration time) throws Exception {
    byte[] request = LoadClient.request("GET", "/benchmark/floor", AS_A_PHONE, "");
    long right = expected[0];
    return checked(
        phones.run(time, (client, number) -> request, answer -> crc(answer.body()) == right));
  }

  private LoadClient.Result ours(Duration time) throws Exception {
    return checked(phones.run(time, this::next, this::isRight));
  }

  /** Each client goes through all labels, from a place of its own. */
  private byte[] next(int client, long number) {
    int label = (int) ((client * 157L + number) % requests.length);
    asked.get()[0] = label;
    return requests[label];
  }

  private boolean isRight(LoadClient.Answer answer) {
    return answer.status() == 200 && crc(answer.body()) == expected[asked.get()[0]];
  }

  private static LoadClient.Result checked(LoadClient.Result result) {
    if (result.wrong() > 0) {
      throw new IllegalStateException(result.wrong() + " wrong answers: " + result.byStatus());
    }
    return result;
  }

  /**
   * Opens every label once and remembers what it shows.
   *
   * @return bytes of all pages
   */
  private int learn() throws Exception {
    LoadClient one = new LoadClient(service, 1);
    int[] bytes = new int[1];
    int[] label = new int[1];
    for (label[0] = 0; label[0] < requests.length; label[0]++) {
      LoadClient.Result result =
          one.run(
              Duration.ofNanos(1),
              (client, number) -> requests[label[0]],
              answer -> {
                expected[label[0]] = crc(answer.body());
                bytes[0] += answer.body().length;
                return answer.status() == 200;
              });
      checked(result);
    }
    return bytes[0];
  }

  private void putFloor() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<byte[]> page =
        http.send(
            HttpRequest.newBuilder(service.resolve(paths.get(0)))
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .header("User-Agent", "benchmark preview")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    HttpRequest.Builder put =
        HttpRequest.newBuilder(service.resolve("/benchmark/floor"))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(page.body()));
    for (String name :
        List.of(
            "Content-Type",
            "Content-Encoding",
            "Content-Security-Policy",
            "Cache-Control",
            "Vary",
            "Link",
            "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers")) {
      page.headers().firstValue(name).ifPresent(value -> put.header(name, value));
    }
    int status = http.send(put.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 204) {
      throw new IllegalStateException(
          "no floor here (" + status + "): start with -Dxiangpin.benchmark.floor=true");
    }
    expected[0] = crc(page.body());
  }

  /** Statements in a second that timers of the service make while nobody asks. */
  private double idle() throws Exception {
    long before = statements();
    long start = System.nanoTime();
    Thread.sleep(8_000);
    return (statements() - before) * 1e9 / (System.nanoTime() - start);
  }

  private long statements() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("show global status like 'Questions'")) {
      row.next();
      return row.getLong(2);
    }
  }

  /**
   * Under load, another process stops the sale of the first label's lot and allows it again, some
   * times over.
   *
   * @return the longest time from the commit until the page showed it
   */
  private Duration revocation() throws Exception {
    String lot = paths.get(0).split("/")[4]; // /01/{gtin}/10/{lot}/21/…
    Thread load =
        new Thread(
            () -> {
              try {
                phones.run(Duration.ofSeconds(12), this::next, answer -> answer.status() == 200);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    load.start();
    Thread.sleep(2_000);
    long longest = 0;
    for (int i = 0; i < 3; i++) {
      longest = Math.max(longest, nanosUntilShown(lot, "SUSPENDED", false));
      longest = Math.max(longest, nanosUntilShown(lot, "CERTIFIED", true));
    }
    load.join();
    return Duration.ofNanos(longest);
  }

  private long nanosUntilShown(String lot, String state, boolean isAsLearnt) throws Exception {
    LoadClient one = new LoadClient(service, 1);
    setState(lot, state);
    long start = System.nanoTime();
    boolean[] shown = new boolean[1];
    while (!shown[0]) {
      one.run(
          Duration.ofNanos(1),
          (client, number) -> requests[0],
          answer -> shown[0] = isAsLearnt == (crc(answer.body()) == expected[0]));
      if (System.nanoTime() - start > MOST_UNTIL_SHOWN.toNanos()) {
        throw new IllegalStateException(
            "the page does not show %s %d ms after the commit"
                .formatted(state, (System.nanoTime() - start) / 1_000_000));
      }
    }
    long nanos = System.nanoTime() - start;
    System.out.printf("  %s showed after %d ms%n", state, nanos / 1_000_000);
    return nanos;
  }

  private void setState(String lot, String state) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "update lot set state = '%s', changed_at = utc_timestamp(6) where code = '%s'"
              .formatted(state, lot));
    }
  }

  private static long crc(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return crc.getValue() << 24 ^ body.length;
  }

  private static void print(String name, LoadClient.Result run) {
    System.out.printf(
        "%s, last run: median %.2f ms, 99 %% %.2f ms%n",
        name,
        run.micros().getValueAtPercentile(50) / 1e3,
        run.micros().getValueAtPercentile(99) / 1e3);
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }
}
