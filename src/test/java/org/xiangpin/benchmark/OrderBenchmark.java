package org.xiangpin.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.xiangpin.shared.Ids;

/**
 * Placing orders of one hot lot over HTTP by 64 clients, against the plain transaction by JDBC.
 * Arguments: the service's URL, a key with all scopes, the JDBC URL of its database, user,
 * password, the id of a product on sale; then optionally seconds of a run (8), runs (5), seconds to
 * warm up (60), clients (64).
 */
public final class OrderBenchmark {

  private static final double MUST_REACH = 0.5;
  private static final long PLENTY = 1_000_000_000_000L;

  private OrderBenchmark() {}

  public static void main(String... args) throws Exception {
    URI service = URI.create(args[0]);
    String jdbc = HotRowFloor.url(args[2]);
    String product = args[5];
    Duration time = Duration.ofSeconds(number(args, 6, 8));
    int runs = number(args, 7, 5);
    Duration warmUp = Duration.ofSeconds(number(args, 8, 60));
    LoadClient buyers = new LoadClient(service, number(args, 9, 64));
    long lot = fill(jdbc, args[3], args[4], product);
    LoadClient.Requests orders = orders(args[1], product);

    System.out.printf("warming up for %d s%n", warmUp.toSeconds());
    buyers.run(warmUp, orders, answer -> answer.status() == 201);
    HotRowFloor floor = new HotRowFloor(jdbc, args[3], args[4]);
    int clients = floor.bestClients(time.dividedBy(2));

    double[] plain = new double[runs];
    double[] ours = new double[runs];
    LoadClient.Result last = null;
    for (int i = 0; i < runs; i++) {
      plain[i] = floor.run(clients, time);
      long before = orders(jdbc, args[3], args[4], lot);
      last = buyers.run(time, orders, answer -> answer.status() == 201);
      ours[i] = last.rate(201);
      long placed = orders(jdbc, args[3], args[4], lot) - before;
      System.out.printf(
          "run %d: floor %.0f/s, ours %.0f/s %s%n", i + 1, plain[i], ours[i], last.byStatus());
      if (last.wrong() > 0 || placed != last.with(201)) {
        throw new IllegalStateException(placed + " orders for " + last.byStatus());
      }
    }
    floor.close();
    requireBooks(jdbc, args[3], args[4], lot);
    Rates floorRates = new Rates("JDBC, " + clients + " clients", plain);
    Rates ourRates = new Rates("orders over HTTP", ours);
    System.out.println(floorRates);
    System.out.println(ourRates);
    System.out.printf(
        "latency of the last run: median %.1f ms, 99 %% %.1f ms, most %.1f ms%n",
        last.micros().getValueAtPercentile(50) / 1e3,
        last.micros().getValueAtPercentile(99) / 1e3,
        last.micros().getMaxValue() / 1e3);
    System.out.println("oversold: 0, every answer has its order");
    System.out.println(Rates.ratio(ourRates, floorRates, MUST_REACH));
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  private static LoadClient.Requests orders(String key, String product) {
    String headers =
        "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\nIdempotency-Key: ";
    String body =
        """
        {"lines":[{"product":"%s","grams":5000}],"recipient":{"name":"张三（演示）",\
        "phone":"19900000009","address":"湖南省长沙市演示路 1 号"}}"""
            .formatted(product);
    String run = UUID.randomUUID().toString();
    return (client, number) ->
        LoadClient.request(
            "POST",
            "/api/storefront/v1/orders",
            headers + run + "-" + client + "-" + UUID.randomUUID() + "\r\n",
            body);
  }

  /** Goods enough for every run; answers the lot behind the product. */
  private static long fill(String jdbc, String user, String password, String product)
      throws SQLException {
    long listing = Ids.parse(product).orElseThrow();
    try (Connection connection = DriverManager.getConnection(jdbc, user, password)) {
      long lot;
      try (var find = connection.prepareStatement("select lot_id from listing where id = ?")) {
        find.setLong(1, listing);
        try (var row = find.executeQuery()) {
          row.next();
          lot = row.getLong(1);
        }
      }
      try (var more =
          connection.prepareStatement(
              "update stock set on_hand_grams = on_hand_grams + ? where lot_id = ?")) {
        more.setLong(1, PLENTY);
        more.setLong(2, lot);
        more.executeUpdate();
      }
      try (var receipt =
          connection.prepareStatement(
              "insert into stock_movement (id, lot_id, kind, grams, reason, recorded_at)"
                  + " values (?, ?, 'CORRECTION', ?, 'benchmark', now(6))")) {
        receipt.setLong(1, Ids.next());
        receipt.setLong(2, lot);
        receipt.setLong(3, PLENTY);
        receipt.executeUpdate();
      }
      return lot;
    }
  }

  private static long orders(String jdbc, String user, String password, long lot)
      throws SQLException {
    return one(jdbc, user, password, "select count(*) from order_line where lot_id = ?", lot);
  }

  /** Held is what unpaid orders want, and the stock's own identity holds. */
  private static void requireBooks(String jdbc, String user, String password, long lot)
      throws SQLException {
    long wrong =
        one(
            jdbc,
            user,
            password,
            """
            select count(*) from stock s where s.lot_id = ? and (
              s.held_grams > s.on_hand_grams
              or s.held_grams <> (select coalesce(sum(l.grams), 0) from order_line l
                join customer_order o on o.id = l.order_id
                where l.lot_id = s.lot_id and o.state = 'PLACED')
              or s.on_hand_grams + s.sold_grams <> (select sum(m.grams) from stock_movement m
                where m.lot_id = s.lot_id))
            """,
            lot);
    if (wrong != 0) {
      throw new IllegalStateException("the books of the lot do not agree");
    }
  }

  private static long one(String jdbc, String user, String password, String sql, long lot)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbc, user, password);
        var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, lot);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
