package org.xiangpin.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the packaged service with the demo on a free port, runs the benchmarks one after the other
 * and prints one table. The data lies in a temporary folder, or on the server that {@code
 * XIANGPIN_DB_URL} names.
 *
 * <p>Settings, as {@code -Dbenchmark.…}: {@code only}
 * (scan,signedscan,product,orders,epcis,append,regions,labels,signed,links,log), {@code seconds} of
 * a run (8), {@code runs} (5), {@code warmup} in seconds (60), {@code regions} (folder with the
 * country's CSV files; without it their import is left out).
 */
public final class BenchmarkRun {

  private static final String DEMO_KEY = "xp_test_demo";
  private static final String DEMO_SECRET = "demo-only-secret-that-production-refuses";
  private static final Pattern RATIO = Pattern.compile("^(?:ratio|speed of .*:) ([0-9.]+)");
  private static final String LIBRARY = "org.xiangpin.traceability.";

  private final Path module = codeFolder().getParent().getParent();
  private final Path data;
  private final List<String> table = new ArrayList<>();

  private BenchmarkRun(Path data) {
    this.data = data;
  }

  private record Access(String url, String user, String password) {}

  public static void main(String... args) throws Exception {
    Path data = Files.createTempDirectory("xiangpin-benchmark");
    try {
      new BenchmarkRun(data).run();
    } finally {
      delete(data);
    }
  }

  private void run() throws Exception {
    int port = freePort();
    URI service = URI.create("http://127.0.0.1:" + port);
    if (Stream.of("scan", "signedscan", "product", "orders", "epcis", "append")
        .anyMatch(BenchmarkRun::asked)) {
      Process process = start(port);
      try {
        awaitReady(service, process);
        Access database = database();
        List<String> timing =
            List.of(number("seconds", 8), number("runs", 5), number("warmup", 60));
        List<String> access = List.of(database.url(), database.user(), database.password());
        List<String> first = List.of(service.toString(), DEMO_KEY);
        benchmark(
            "scan",
            "scan page, 10,000 labels, warm",
            "≥ 0.8",
            ScanBenchmark.class.getName(),
            List.of(List.of(service.toString(), DEMO_SECRET), access, timing));
        benchmark(
            "signedscan",
            "scan page with signature and proof state, 10,000 labels, warm",
            "≥ 0.8",
            ScanBenchmark.class.getName(),
            List.of(
                List.of(service.toString(), DEMO_SECRET), access, timing, List.of("64", "signed")));
        List<String> product = List.of(product(service));
        benchmark(
            "product",
            "product detail by API",
            "≥ 0.5",
            ProductBenchmark.class.getName(),
            List.of(first, access, product, timing));
        benchmark(
            "orders",
            "orders of one hot lot",
            "≥ 0.5",
            OrderBenchmark.class.getName(),
            List.of(first, access, product, timing));
        benchmark(
            "epcis",
            "capture of 500 events a document",
            "≥ 0.5",
            EpcisBenchmark.class.getName(),
            List.of(first, access, timing));
        benchmark(
            "append",
            "log append, 256 entries at a time",
            "≥ 0.7",
            "org.xiangpin.tracelog.LogAppendBenchmark",
            List.of(access, timing));
        if (asked("regions") && setting("regions").isPresent()) {
          benchmark(
              "regions",
              "regions import",
              "≥ 0.3",
              RegionImportBenchmark.class.getName(),
              List.of(access, List.of(setting("regions").get())));
        }
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
    benchmark(
        "labels",
        "label sheet, 10,000 labels: times faster than a plain program",
        "≥ 8",
        LIBRARY + "LabelSheetBenchmark",
        List.of());
    benchmark(
        "signed",
        "label sheet, 10,000 signed labels: time",
        "≤ 2",
        LIBRARY + "SignedSheetBenchmark",
        List.of());
    benchmark("links", "Digital Link", "≥ 0.2", LIBRARY + "gs1.Gs1DigitalLinkBenchmark", List.of());
    benchmark(
        "log",
        "audit of a log of 1,000,000 leaves",
        "≥ 0.5",
        LIBRARY + "log.LogScanBenchmark",
        List.of());
    System.out.println("\n| what | ratio | must reach |\n| --- | --- | --- |");
    table.forEach(System.out::println);
  }

  /** In a process of its own; what it prints is passed on, and its ratio kept. */
  private void benchmark(
      String name, String what, String mustReach, String main, List<List<String>> arguments)
      throws Exception {
    if (!asked(name)) {
      return;
    }
    System.out.println("\n## " + what);
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), main));
    arguments.forEach(command::addAll);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String ratio = "failed";
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        System.out.println(line);
        Matcher found = RATIO.matcher(line);
        ratio = found.find() ? found.group(1) : ratio;
      }
    }
    table.add(
        "| %s | %s | %s |".formatted(what, process.waitFor() == 0 ? ratio : "failed", mustReach));
  }

  private Process start(int port) throws IOException {
    Path jar = module.resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("package the service first: there is no " + jar);
    }
    ProcessBuilder service =
        new ProcessBuilder(
            java(),
            "-Dquarkus.profile=demo",
            "-Dxiangpin.benchmark.floor=true",
            "-jar",
            jar.toString());
    service.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    service.environment().put("XIANGPIN_DATA", data.toString());
    service.environment().put("XIANGPIN_PUBLIC_URL", "http://127.0.0.1:" + port);
    return service
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("service.log").toFile())
        .start();
  }

  private void awaitReady(URI service, Process process) throws Exception {
    HttpRequest ready = HttpRequest.newBuilder(service.resolve("/q/health/ready")).build();
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      try {
        if (send(ready).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException(
        "the service did not start:\n" + Files.readString(data.resolve("service.log")));
  }

  private Access database() throws IOException {
    String url = System.getenv("XIANGPIN_DB_URL");
    if (url != null) {
      Map<String, String> env = System.getenv();
      return new Access(
          url,
          env.getOrDefault("XIANGPIN_DB_USER", "root"),
          env.getOrDefault("XIANGPIN_DB_PASSWORD", ""));
    }
    Properties embedded = new Properties();
    try (InputStream in = Files.newInputStream(data.resolve("db.properties"))) {
      embedded.load(in);
    }
    return new Access(
        embedded.getProperty("url"),
        embedded.getProperty("user"),
        embedded.getProperty("password"));
  }

  private static String product(URI service) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(service.resolve("/api/storefront/v1/products"))
                .header("Authorization", "Bearer " + DEMO_KEY)
                .build());
    return new ObjectMapper().readTree(answer.body()).at("/items/0/id").asText();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static boolean asked(String name) {
    return setting("only").map(only -> List.of(only.split(",")).contains(name)).orElse(true);
  }

  private static String number(String name, int otherwise) {
    return setting(name).orElse(String.valueOf(otherwise));
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty("benchmark." + name)).filter(s -> !s.isBlank());
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /** The library's benchmarks stand in its own tests. */
  private String classPath() {
    Path labels = module.getParent().resolve("traceability-labels/target/test-classes");
    return System.getProperty("java.class.path") + java.io.File.pathSeparator + labels;
  }

  private static Path codeFolder() {
    return Path.of(
        URI.create(BenchmarkRun.class.getProtectionDomain().getCodeSource().getLocation() + ""));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }
}
