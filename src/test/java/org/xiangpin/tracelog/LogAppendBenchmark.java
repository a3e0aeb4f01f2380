package org.xiangpin.tracelog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.xiangpin.benchmark.Rates;
import org.xiangpin.shared.Ids;

/**
 * Handing in entries 256 at a time and taking them into the tree, against multi-row inserts of the
 * same entries, a row each. Ours counts only what the tree has taken. Arguments: the JDBC URL of
 * the service's database, user, password; then optionally seconds of a run (8), runs (5), seconds
 * to warm up (60).
 */
public final class LogAppendBenchmark {

  private static final double MUST_REACH = 0.7;
  private static final int BATCH = 256;

  /** As long as what a certification leaves in the log. */
  private static final int ENTRY_BYTES = 420;

  /** So many wait before the tree takes them, as in a second of much work. */
  private static final int BETWEEN_GROWTHS = 8_192;

  private final String url;
  private final String user;
  private final String password;

  private LogAppendBenchmark(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  public static void main(String... args) throws Exception {
    Duration time = Duration.ofSeconds(number(args, 3, 8));
    int runs = number(args, 4, 5);
    Duration warmUp = Duration.ofSeconds(number(args, 5, 60));
    String settings = "useServerPrepStmts=true&cachePrepStmts=true&connectionTimeZone=UTC";
    String url = args[0] + (args[0].contains("?") ? "&" : "?") + settings;
    new LogAppendBenchmark(url, args[1], args[2]).run(time, runs, warmUp);
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  private void run(Duration time, int runs, Duration warmUp) throws Exception {
    execute("drop table if exists benchmark_log");
    execute(
        "create table benchmark_log (id bigint not null primary key,"
            + " entry varbinary(8192) not null)");
    int clients = bestClients(warmUp.dividedBy(6));
    ours(clients, warmUp.dividedBy(2));
    double[] plain = new double[runs];
    double[] ours = new double[runs];
    for (int i = 0; i < runs; i++) {
      plain[i] = floor(clients, time);
      ours[i] = ours(clients, time);
      System.out.printf(
          "run %d: floor %.0f entries/s, ours %.0f entries/s%n", i + 1, plain[i], ours[i]);
    }
    execute("drop table benchmark_log");
    Rates floorRates = new Rates("JDBC, " + clients + " clients", plain);
    Rates ourRates = new Rates("log, taken into the tree", ours);
    System.out.println(floorRates);
    System.out.println(ourRates);
    System.out.println(Rates.ratio(ourRates, floorRates, MUST_REACH));
  }

  private int bestClients(Duration time) throws Exception {
    int best = 1;
    double most = 0;
    for (int clients : new int[] {1, 2, 4}) {
      double rate = floor(clients, time);
      System.out.printf("  floor with %d clients %8.0f entries/s%n", clients, rate);
      if (rate > most) {
        most = rate;
        best = clients;
      }
    }
    return best;
  }

  private double floor(int clients, Duration time) throws Exception {
    String rows = String.join(", ", Collections.nCopies(BATCH, "(?, ?)"));
    return together(
        clients,
        time,
        connection -> {
          // kept prepared, as the driver caches it
          try (PreparedStatement insert =
              connection.prepareStatement("insert into benchmark_log values " + rows)) {
            int at = 1;
            for (byte[] entry : entries()) {
              insert.setLong(at++, Ids.next());
              insert.setBytes(at++, entry);
            }
            insert.executeUpdate();
          }
          connection.commit();
        });
  }

  /** What waits when the time is over is taken, too, and its time counts. */
  private double ours(int clients, Duration time) throws Exception {
    grow();
    long before = size();
    AtomicLong waiting = new AtomicLong();
    long start = System.nanoTime();
    double handedIn =
        together(
            clients,
            time,
            connection -> {
              new LogBatches(connection).insert(entries());
              connection.commit();
              if (waiting.addAndGet(BATCH) % BETWEEN_GROWTHS == 0) {
                grow();
              }
            });
    grow();
    double seconds = (System.nanoTime() - start) / 1e9;
    long taken = size() - before;
    if (taken < waiting.get()) {
      throw new IllegalStateException(taken + " taken of " + waiting.get() + " at " + handedIn);
    }
    return waiting.get() / seconds;
  }

  private void grow() throws SQLException {
    try (Connection connection = open()) {
      while (LogGrowth.growSome(connection) > 0) {
        connection.commit();
      }
      connection.commit();
    }
  }

  private long size() throws SQLException {
    try (Connection connection = open();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select size from log_head")) {
      row.next();
      return row.getLong(1);
    }
  }

  private interface Work {
    void once(Connection connection) throws SQLException;
  }

  /** Entries in a second. */
  private double together(int clients, Duration time, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CyclicBarrier ready = new CyclicBarrier(clients);
    try {
      List<Callable<Double>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(
            () -> {
              try (Connection connection = open()) {
                ready.await();
                long start = System.nanoTime();
                long done = 0;
                while (System.nanoTime() - start < time.toNanos()) {
                  work.once(connection);
                  done += BATCH;
                }
                return done / ((System.nanoTime() - start) / 1e9);
              }
            });
      }
      double sum = 0;
      for (Future<Double> each : threads.invokeAll(all)) {
        sum += each.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<byte[]> entries() {
    List<byte[]> entries = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      String start = "{\"gtin\":\"06901234567892\",\"id\":\"" + Ids.next() + "\",\"personal\":\"";
      entries.add(
          (start + "0123456789abcdef".repeat(ENTRY_BYTES / 16))
              .substring(0, ENTRY_BYTES)
              .getBytes(StandardCharsets.US_ASCII));
    }
    return entries;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    }
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    connection.setAutoCommit(false);
    return connection;
  }
}
