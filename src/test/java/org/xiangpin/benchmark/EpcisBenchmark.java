package org.xiangpin.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Capturing documents of 500 events over HTTP, against multi-row inserts of the very rows that come
 * of them. Arguments: the service's URL, a key with all scopes, the JDBC URL of its database, user,
 * password; then optionally seconds of a run (8), runs (5), seconds to warm up (60), clients (4).
 */
public final class EpcisBenchmark {

  private static final double MUST_REACH = 0.5;
  private static final int MUST_REACH_PER_SECOND = 1_500;
  private static final int EVENTS = 500;
  private static final String RUN = "@RUN@";

  private EpcisBenchmark() {}

  public static void main(String... args) throws Exception {
    String jdbc = HotRowFloor.url(args[2]);
    Duration time = Duration.ofSeconds(number(args, 5, 8));
    int runs = number(args, 6, 5);
    Duration warmUp = Duration.ofSeconds(number(args, 7, 60));
    int clients = number(args, 8, 4);
    LoadClient partners = new LoadClient(URI.create(args[0]), clients);
    LoadClient.Requests documents = documents(args[1]);

    System.out.printf("warming up for %d s%n", warmUp.toSeconds());
    partners.run(warmUp, documents, answer -> answer.status() == 202);
    EventRowsFloor floor = new EventRowsFloor(jdbc, args[3], args[4], EVENTS);
    int best = floor.bestClients(time.dividedBy(2));

    double[] plain = new double[runs];
    double[] ours = new double[runs];
    LoadClient.Result last = null;
    for (int i = 0; i < runs; i++) {
      plain[i] = floor.run(best, time);
      long before = events(jdbc, args[3], args[4]);
      last = partners.run(time, documents, answer -> answer.status() == 202);
      ours[i] = last.rate(202) * EVENTS;
      long kept = events(jdbc, args[3], args[4]) - before;
      System.out.printf(
          "run %d: floor %.0f events/s, ours %.0f events/s %s%n",
          i + 1, plain[i], ours[i], last.byStatus());
      if (last.wrong() > 0 || kept != last.with(202) * EVENTS) {
        throw new IllegalStateException(kept + " events for " + last.byStatus());
      }
    }
    floor.close();
    Rates floorRates = new Rates("JDBC, " + best + " clients", plain);
    Rates ourRates = new Rates("capture over HTTP", ours);
    System.out.println(floorRates);
    System.out.println(ourRates);
    System.out.printf(
        "latency of a document: median %.0f ms, 99 %% %.0f ms%n",
        last.micros().getValueAtPercentile(50) / 1e3, last.micros().getValueAtPercentile(99) / 1e3);
    System.out.printf(
        "every event is there; %.0f events/s must be at least %d%n",
        ourRates.median(), MUST_REACH_PER_SECOND);
    System.out.println(Rates.ratio(ourRates, floorRates, MUST_REACH));
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  /** Each document is new: its things, and with them its events, are of this request only. */
  private static LoadClient.Requests documents(String key) {
    StringBuilder events = new StringBuilder();
    Instant start = Instant.now().minusSeconds(86_400);
    for (int i = 0; i < EVENTS; i++) {
      events.append(i == 0 ? "" : ",").append(i % 2 == 0 ? packed(i, start) : observed(i, start));
    }
    String document =
        "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\","
            + "{\"example\":\"https://ns.example.com/epcis/\"}],\"type\":\"EPCISDocument\","
            + "\"schemaVersion\":\"2.0\",\"creationDate\":\""
            + start
            + "\",\"epcisBody\":{\"eventList\":["
            + events
            + "]}}";
    String headers = "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\n";
    return (client, number) ->
        LoadClient.request(
            "POST",
            "/epcis/v2/capture",
            headers,
            document.replace(RUN, UUID.randomUUID().toString().substring(24)));
  }

  private static String packed(int i, Instant start) {
    return """
        {"type":"AggregationEvent","eventTime":"%s","eventTimeZoneOffset":"+08:00",\
        "parentID":"https://id.gs1.org/8003/09529000000014@RUN@%03d",\
        "childEPCs":["https://id.gs1.org/01/09529000000014/21/@RUN@%03da",\
        "https://id.gs1.org/01/09529000000014/21/@RUN@%03db"],"action":"ADD","bizStep":"packing",\
        "disposition":"in_progress","readPoint":{"id":"urn:epc:id:sgln:9529000.00001.7"},\
        "bizLocation":{"id":"urn:epc:id:sgln:9529000.00001.0"}}"""
        .formatted(start.plusSeconds(i), i, i, i);
  }

  private static String observed(int i, Instant start) {
    return """
        {"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+08:00","action":"ADD",\
        "quantityList":[{"epcClass":"https://id.gs1.org/01/09529000000014/10/@RUN@%03d",\
        "quantity":%d.50,"uom":"KGM"}],"bizStep":"commissioning","disposition":"active",\
        "readPoint":{"id":"urn:epc:id:sgln:9529000.00001.7"},\
        "bizTransactionList":[{"type":"po","bizTransaction":"urn:epcglobal:cbv:bt:x:@RUN@"}],\
        "ilmd":{"example:harvested":"2026-11-20","example:plot":"桃园 %d"},\
        "example:weather":"sunny"}"""
        .formatted(start.plusSeconds(i), i, i + 1, i);
  }

  private static long events(String jdbc, String user, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbc, user, password);
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from epcis_event")) {
      row.next();
      return row.getLong(1);
    }
  }
}
