package org.xiangpin.benchmark;

import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.shared.Ids;

/**
 * One product's detail by the API, by 64 clients, against a bare Vert.x route that sends the same
 * bytes after one prepared select by primary key. Arguments: the service's URL, a key, the JDBC URL
 * of its database, user, password, the id of a product on sale; then optionally seconds of a run
 * (8), runs (5), seconds to warm up each side (60), clients (64).
 */
public final class ProductBenchmark {

  private static final double MUST_REACH = 0.5;

  private ProductBenchmark() {}

  public static void main(String... args) throws Exception {
    URI service = URI.create(args[0]);
    String path = "/api/storefront/v1/products/" + args[5];
    Duration time = Duration.ofSeconds(number(args, 6, 8));
    int runs = number(args, 7, 5);
    Duration warmUp = Duration.ofSeconds(number(args, 8, 60));
    int clients = number(args, 9, 64);
    byte[] bytes = fetch(service.resolve(path), args[1]);
    Path file = Files.createTempFile("product", ".json");
    Files.write(file, bytes);
    int port = freePort();
    Process bare = bareServer(port, file, args);
    try {
      LoadClient ours = new LoadClient(service, clients);
      LoadClient floor = new LoadClient(URI.create("http://127.0.0.1:" + port), clients);
      byte[] request =
          LoadClient.request("GET", path, "Authorization: Bearer " + args[1] + "\r\n", "");
      double[] plain = new double[runs];
      double[] rate = new double[runs];
      run(floor, warmUp, request, bytes);
      run(ours, warmUp, request, bytes);
      LoadClient.Result last = null;
      for (int i = 0; i < runs; i++) {
        plain[i] = run(floor, time, request, bytes).rate(200);
        last = run(ours, time, request, bytes);
        rate[i] = last.rate(200);
        System.out.printf("run %d: floor %.0f/s, ours %.0f/s%n", i + 1, plain[i], rate[i]);
      }
      Rates floorRates = new Rates("select + bare route", plain);
      Rates ourRates = new Rates("product detail", rate);
      System.out.println(floorRates);
      System.out.println(ourRates);
      System.out.printf(
          "latency of the last run: median %.1f ms, 99 %% %.1f ms%n",
          last.micros().getValueAtPercentile(50) / 1e3,
          last.micros().getValueAtPercentile(99) / 1e3);
      System.out.println(Rates.ratio(ourRates, floorRates, MUST_REACH));
    } finally {
      bare.destroy();
      Files.delete(file);
    }
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  /** Every answer is as long as the first one, and a success. */
  private static LoadClient.Result run(
      LoadClient client, Duration time, byte[] request, byte[] bytes) throws Exception {
    LoadClient.Result result =
        client.run(
            time,
            (caller, number) -> request,
            answer -> answer.status() == 200 && answer.body().length == bytes.length);
    if (result.wrong() > 0) {
      throw new IllegalStateException("wrong answers: " + result.byStatus());
    }
    return result;
  }

  private static byte[] fetch(URI product, String key) throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(product).header("Authorization", "Bearer " + key).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(product + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** In a process of its own, as the service is. */
  private static Process bareServer(int port, Path file, String... args) throws Exception {
    String select = "select price_fen from listing where id = " + Ids.parse(args[5]).orElseThrow();
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                String.valueOf(port),
                file.toString(),
                args[2],
                args[3],
                args[4],
                select));
    Process process = new ProcessBuilder(command).inheritIO().start();
    for (int i = 0; i < 100; i++) {
      try {
        new Socket("127.0.0.1", port).close();
        return process;
      } catch (java.io.IOException e) {
        Thread.sleep(100);
      }
    }
    process.destroy();
    throw new IllegalStateException("the bare server does not answer");
  }
}
