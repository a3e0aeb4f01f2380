package org.xiangpin.launch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The database of a test run: the server named by {@code XIANGPIN_DB_URL}, else an embedded one in
 * a temporary folder. Either way it begins empty, and the migrations fill it.
 */
public class DatabaseForTests implements QuarkusTestResourceLifecycleManager {

  private static Database database;

  @Override
  public Map<String, String> start() {
    Database empty = emptyDatabase();
    return Map.of(
        "quarkus.datasource.jdbc.url", empty.url(),
        "quarkus.datasource.username", empty.user(),
        "quarkus.datasource.password", empty.password());
  }

  /** One server for all tests of this run, however often the application restarts. */
  private static synchronized Database emptyDatabase() {
    if (database == null) {
      database =
          Settings.find("xiangpin.db.url")
              .map(DatabaseForTests::elsewhere)
              .orElseGet(DatabaseForTests::embedded);
    }
    return database;
  }

  private static Database elsewhere(String url) {
    Database given =
        Database.at(
            url,
            Settings.find("xiangpin.db.user").orElse("root"),
            Settings.find("xiangpin.db.password").orElse(""));
    try (var connection = given.connect();
        var statement = connection.createStatement()) {
      String name = connection.getCatalog();
      statement.execute("drop database `" + name + "`");
      statement.execute("create database `" + name + "`");
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the tests does not answer", e);
    }
    return given;
  }

  private static Database embedded() {
    try {
      Path folder = Files.createTempDirectory("xiangpin-tests");
      EmbeddedDatabase server =
          EmbeddedDatabase.start(folder, Path.of("target", "mariadb").toAbsolutePath());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    delete(folder);
                  }));
      return server.database();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      System.err.println("left behind: " + folder);
    }
  }

  @Override
  public void stop() {
    // the server serves every test class of the run; the JVM's end stops it
  }
}
