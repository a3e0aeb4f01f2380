package org.xiangpin.benchmark;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.xiangpin.region.RegionImport;

/**
 * The import of the whole country against {@code LOAD DATA LOCAL INFILE} of the same rows into the
 * same empty table, alternating. Run it with {@code -Xmx256m}.
 *
 * <p>Arguments: JDBC URL of a server that allows {@code local_infile}, user, password, folder with
 * provinces.csv, cities.csv, areas.csv, streets.csv and villages.csv (or .csv.gz), rounds (3). It
 * works in a database of its own, {@code xiangpin_region_benchmark}, which it drops at the end.
 */
public final class RegionImportBenchmark {

  private static final String DATABASE = "xiangpin_region_benchmark";
  private static final List<String> SHEETS =
      List.of("provinces", "cities", "areas", "streets", "villages");
  private static final Map<String, String> PARENT =
      Map.of(
          "cities", "provinceCode",
          "areas", "cityCode",
          "streets", "areaCode",
          "villages", "streetCode");

  private final MysqlDataSource server = new MysqlDataSource();
  private final MysqlDataSource database = new MysqlDataSource();
  private final List<Path> given;
  private final List<Path> tables = new ArrayList<>();

  private RegionImportBenchmark(String url, String user, String password, Path folder)
      throws IOException, SQLException {
    String host = url.replaceFirst("^(jdbc:mysql://[^/?]+).*$", "$1");
    server.setUrl(host + "/");
    database.setUrl(host + "/" + DATABASE + "?allowLoadLocalInfile=true&useServerPrepStmts=true");
    for (MysqlDataSource source : List.of(server, database)) {
      source.setUser(user);
      source.setPassword(password);
    }
    given = SHEETS.stream().map(s -> find(folder, s)).toList();
    for (Path file : given) {
      tables.add(asTable(file, tables.size() + 1));
    }
  }

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 3;
    new RegionImportBenchmark(args[0], args[1], args[2], Path.of(args[3])).run(rounds);
  }

  private void run(int rounds) throws Exception {
    List<Double> floor = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    long heap = 0;
    for (int round = 0; round <= rounds; round++) {
      double floorSeconds = timed(this::loadData);
      long floorRows = count();
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      double oursSeconds = timed(this::importRegions);
      heap = Math.max(heap, heapPools().mapToLong(p -> p.getPeakUsage().getUsed()).sum());
      long oursRows = count();
      if (floorRows != oursRows) {
        throw new IllegalStateException("LOAD DATA " + floorRows + " rows, import " + oursRows);
      }
      System.out.printf(
          "%s %d: LOAD DATA %.2f s, import %.2f s, %,d rows each%n",
          round == 0 ? "warm-up" : "round", round, floorSeconds, oursSeconds, oursRows);
      if (round > 0) {
        floor.add(floorSeconds);
        ours.add(oursSeconds);
      }
    }
    print("LOAD DATA", floor);
    print("import", ours);
    System.out.printf("speed of the import / LOAD DATA: %.2f%n", median(floor) / median(ours));
    System.out.printf(
        "peak heap, garbage included: %,d MB of at most %,d MB%n",
        heap >> 20, Runtime.getRuntime().maxMemory() >> 20);
    execute(server, "drop database " + DATABASE);
  }

  private interface Load {
    void run() throws SQLException, IOException;
  }

  private double timed(Load load) throws SQLException, IOException {
    emptyTable();
    System.gc();
    long start = System.nanoTime();
    load.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Without foreign keys, as dumps are loaded and as the import works: MySQL 9.7 is twice as slow
   * with them, and takes 7 GB of memory for one statement of this size.
   */
  private void loadData() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session foreign_key_checks = 0");
      for (Path table : tables) {
        statement.execute(
            "load data local infile '"
                + table
                + "' into table region character set utf8mb4 fields terminated by ','"
                + " (code, level, name, plain_name, parent_code, valid_from)");
      }
    }
  }

  private void importRegions() throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
    if (!new RegionImport(database, Clock.systemUTC()).run(given, out)) {
      throw new IllegalStateException(report.toString(StandardCharsets.UTF_8));
    }
  }

  private void emptyTable() throws SQLException, IOException {
    execute(server, "drop database if exists " + DATABASE);
    execute(server, "create database " + DATABASE);
    try (InputStream in =
        RegionImport.class.getResourceAsStream("/db/migration/V20261121_1801__region_create.sql")) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : script.split(";\\s*\n")) {
        execute(database, statement);
      }
    }
  }

  private long count() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from region")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(MysqlDataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Path find(Path folder, String sheet) {
    return Stream.of(".csv", ".csv.gz")
        .map(ending -> folder.resolve(sheet + ending))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + sheet + ".csv in " + folder));
  }

  /** The file as the table's own columns, so that nothing is left to compute for LOAD DATA. */
  private static Path asTable(Path file, int level) throws IOException {
    Path table = Files.createTempFile("region-benchmark", ".csv");
    table.toFile().deleteOnExit();
    try (BufferedReader lines = reader(file);
        BufferedWriter out = Files.newBufferedWriter(table)) {
      int parent = column(lines.readLine(), PARENT.getOrDefault(SHEETS.get(level - 1), ""));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.replace("\"", "").split(",");
        String name = fields[1];
        out.write(
            String.join(
                ",",
                padded(fields[0]),
                String.valueOf(level),
                name,
                name,
                parent < 0 ? "\\N" : padded(fields[parent]),
                "1949-10-01"));
        out.write('\n');
      }
    }
    return table;
  }

  private static BufferedReader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
            StandardCharsets.UTF_8));
  }

  private static int column(String header, String name) {
    return List.of(header.split(",")).indexOf(name);
  }

  private static String padded(String code) {
    return code + "0".repeat(12 - code.length());
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(p -> p.getType() == MemoryType.HEAP);
  }

  private static void print(String name, List<Double> seconds) {
    System.out.printf(
        "%-10s median %.2f s, min %.2f, max %.2f%n",
        name,
        median(seconds),
        seconds.stream().mapToDouble(d -> d).min().orElseThrow(),
        seconds.stream().mapToDouble(d -> d).max().orElseThrow());
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(d -> d).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
