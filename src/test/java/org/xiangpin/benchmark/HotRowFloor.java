package org.xiangpin.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the database gives to a plain program: one conditional UPDATE of one row and one INSERT a
 * transaction, each client with a connection of its own.
 */
final class HotRowFloor implements AutoCloseable {

  private final String url;
  private final String user;
  private final String password;

  HotRowFloor(String url, String user, String password) throws SQLException {
    this.url = url;
    this.user = user;
    this.password = password;
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute("drop table if exists benchmark_stock");
      statement.execute("drop table if exists benchmark_order");
      statement.execute(
          "create table benchmark_stock (id bigint not null primary key,"
              + " on_hand bigint not null, held bigint not null)");
      statement.execute(
          "create table benchmark_order (id bigint not null auto_increment primary key,"
              + " stock_id bigint not null, grams bigint not null, state varchar(16) not null,"
              + " placed_at datetime(6) not null)");
      statement.execute("insert into benchmark_stock values (1, 1000000000000000, 0)");
      connection.commit();
    }
  }

  /** The URL with the service's own settings for prepared statements. */
  static String url(String given) {
    return given
        + (given.contains("?") ? "&" : "?")
        + "useServerPrepStmts=true&cachePrepStmts=true&connectionTimeZone=UTC";
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    connection.setAutoCommit(false);
    return connection;
  }

  /** Leaves nothing behind. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute("drop table if exists benchmark_stock, benchmark_order");
    }
  }

  /** The number of clients with which most gets through. */
  int bestClients(Duration time) throws Exception {
    int best = 1;
    double most = 0;
    for (int clients : new int[] {1, 2, 4, 8, 16, 32}) {
      double rate = run(clients, time);
      System.out.printf("  floor with %2d clients %8.0f/s%n", clients, rate);
      if (rate > most) {
        most = rate;
        best = clients;
      }
    }
    return best;
  }

  /** Transactions in a second. */
  double run(int clients, Duration time) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CyclicBarrier together = new CyclicBarrier(clients);
    try {
      List<Callable<Double>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(() -> one(time, together));
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

  private double one(Duration time, CyclicBarrier together) throws Exception {
    try (Connection connection = open();
        PreparedStatement take =
            connection.prepareStatement(
                "update benchmark_stock set held = held + ?"
                    + " where id = 1 and on_hand - held >= ?");
        PreparedStatement order =
            connection.prepareStatement(
                "insert into benchmark_order (stock_id, grams, state, placed_at)"
                    + " values (1, ?, 'PLACED', now(6))")) {
      together.await();
      long start = System.nanoTime();
      long end = start + time.toNanos();
      long done = 0;
      while (System.nanoTime() < end) {
        order.setLong(1, 500);
        order.executeUpdate();
        take.setLong(1, 500);
        take.setLong(2, 500);
        if (take.executeUpdate() != 1) {
          throw new IllegalStateException("sold out");
        }
        connection.commit();
        done++;
      }
      return done / ((System.nanoTime() - start) / 1e9);
    }
  }
}
