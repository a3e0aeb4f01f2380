package org.xiangpin.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
import org.xiangpin.shared.Ids;

/**
 * What the database gives to a plain program: the rows of a captured document, read once, inserted
 * again and again under new ids into tables of the same making, two statements and a commit each.
 */
final class EventRowsFloor implements AutoCloseable {

  private final String url;
  private final String user;
  private final String password;
  private final int events;
  private final List<List<Object>> eventRows;
  private final List<List<Object>> thingRows = new ArrayList<>();

  EventRowsFloor(String url, String user, String password, int events) throws SQLException {
    this.url = url;
    this.user = user;
    this.password = password;
    this.events = events;
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      drop(connection);
      statement.execute("create table benchmark_event like epcis_event");
      statement.execute("create table benchmark_thing like epcis_thing");
      eventRows = rows(connection, "select * from epcis_event order by id desc limit " + events);
      for (int i = 0; i < eventRows.size(); i++) {
        for (List<Object> thing :
            rows(
                connection, "select * from epcis_thing where event = " + eventRows.get(i).get(0))) {
          thing.set(0, i);
          thingRows.add(thing);
        }
      }
    }
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    connection.setAutoCommit(false);
    return connection;
  }

  private static void drop(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists benchmark_event, benchmark_thing");
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = open()) {
      drop(connection);
    }
  }

  private static List<List<Object>> rows(Connection connection, String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(row.getObject(i));
        }
        rows.add(values);
      }
    }
    return rows;
  }

  /** The number of clients with which most gets through. */
  int bestClients(Duration time) throws Exception {
    int best = 1;
    double most = 0;
    for (int clients : new int[] {1, 2, 4}) {
      double rate = run(clients, time);
      System.out.printf("  floor with %d clients %8.0f events/s%n", clients, rate);
      if (rate > most) {
        most = rate;
        best = clients;
      }
    }
    return best;
  }

  /** Events in a second. */
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
        PreparedStatement intoEvents = insert(connection, "benchmark_event", eventRows);
        PreparedStatement intoThings = insert(connection, "benchmark_thing", thingRows)) {
      together.await();
      long start = System.nanoTime();
      long end = start + time.toNanos();
      long done = 0;
      while (System.nanoTime() < end) {
        long[] ids = new long[eventRows.size()];
        int at = 1;
        for (int i = 0; i < ids.length; i++) {
          ids[i] = Ids.next();
          for (int column = 0; column < eventRows.get(i).size(); column++) {
            intoEvents.setObject(
                at++,
                column == 0
                    ? (Object) ids[i]
                    // as random as the hash that it stands for
                    : column == 1 ? hash(ids[i]) : eventRows.get(i).get(column));
          }
        }
        intoEvents.executeUpdate();
        at = 1;
        for (List<Object> thing : thingRows) {
          long event = ids[(int) thing.get(0)];
          intoThings.setLong(at++, event);
          intoThings.setObject(at++, thing.get(1));
          intoThings.setString(at++, thing.get(2) + Long.toString(event, 36));
        }
        intoThings.executeUpdate();
        connection.commit();
        done += events;
      }
      return done / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static String hash(long id) {
    long a = (id ^ id >>> 31) * 0x9E3779B97F4A7C15L;
    long b = (a ^ a >>> 29) * 0xBF58476D1CE4E5B9L;
    return "ni:///sha-256;%016x%016x%016x%016x?ver=CBV2.0".formatted(a, b, a ^ b, id);
  }

  private static PreparedStatement insert(
      Connection connection, String table, List<List<Object>> rows) throws SQLException {
    String row = "(?" + ", ?".repeat(rows.get(0).size() - 1) + ")";
    return connection.prepareStatement(
        "insert into "
            + table
            + " values "
            + String.join(", ", Collections.nCopies(rows.size(), row)));
  }
}
