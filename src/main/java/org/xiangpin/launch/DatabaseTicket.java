package org.xiangpin.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How another process of the same user joins a running embedded server: its URL, user and password
 * in a file of the data folder that only this user reads.
 */
final class DatabaseTicket {

  private DatabaseTicket() {}

  static void write(Path folder, Database database) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("url", database.url());
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    Path file = folder.resolve("db.properties");
    Files.deleteIfExists(file);
    EmbeddedDatabase.createPrivately(file);
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, "the way into the running embedded database");
    }
  }

  static Optional<Database> read(Path folder) throws IOException {
    Path file = folder.resolve("db.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return Optional.of(
        new Database(
            properties.getProperty("url"),
            properties.getProperty("user"),
            properties.getProperty("password")));
  }

  static Path pidFile(Path folder) {
    return folder.resolve("mariadbd.pid");
  }

  /** The server's process; empty when none runs that the folder knows of. */
  static Optional<ProcessHandle> process(Path folder) {
    try {
      return parse(Files.readString(pidFile(folder)))
          .flatMap(ProcessHandle::of)
          .filter(p -> p.info().command().orElse("").matches(".*(mariadbd|mysqld)(\\.exe)?"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Stops a server that a killed service left behind in this folder; its tables are locked as long
   * as it runs. The caller holds the folder's lock, so no living service owns that server.
   */
  static void stopOrphan(Path folder) throws IOException {
    Optional<ProcessHandle> orphan = process(folder);
    if (orphan.isEmpty()) {
      return;
    }
    orphan.get().destroy();
    try {
      orphan.get().onExit().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "a database server left behind (process " + orphan.get().pid() + ") does not end", e);
    }
  }

  private static Optional<Long> parse(String pid) {
    try {
      return Optional.of(Long.parseLong(pid.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
