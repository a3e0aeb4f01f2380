package org.xiangpin.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The database of this process: a server elsewhere by URL, or the embedded one, own or joined. */
final class Datastore implements AutoCloseable {

  private final Database database;
  private final EmbeddedDatabase embedded;

  private Datastore(Database database, EmbeddedDatabase embedded) {
    this.database = database;
    this.embedded = embedded;
  }

  /** For the service: refuses a data folder that another service has. */
  static Datastore own() {
    if (isElsewhere()) {
      return elsewhere();
    }
    DataFolder folder = DataFolder.configured();
    return folder
        .lock()
        .map(Datastore::start)
        .orElseThrow(
            () ->
                new CannotStart(
                    CannotStart.UNAVAILABLE,
                    "数据文件夹 " + folder.path() + " 正被另一个运行中的服务使用。请先停止它，或用 XIANGPIN_DATA 另选一个。",
                    "The data folder "
                        + folder.path()
                        + " is used by a running service. Stop it, or set XIANGPIN_DATA."));
  }

  /** For a subcommand: joins the server of a running service, or starts one for itself. */
  static Datastore joinedOrOwn() {
    if (isElsewhere()) {
      return elsewhere();
    }
    DataFolder folder = DataFolder.configured();
    return folder.lock().map(Datastore::start).orElseGet(() -> join(folder));
  }

  Database database() {
    return database;
  }

  /** The service is about to stop. */
  void expectEnd() {
    if (embedded != null) {
      embedded.expectEnd();
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  static boolean isElsewhere() {
    return Settings.find("xiangpin.db.url").isPresent();
  }

  private static Datastore elsewhere() {
    StartChecks.databaseUrl(Settings.find("xiangpin.db.url").orElseThrow());
    StartChecks.databaseOwner();
    Database database =
        Database.at(
            Settings.find("xiangpin.db.url").orElseThrow(),
            Settings.find("xiangpin.db.user").orElse("root"),
            Settings.find("xiangpin.db.password").orElse(""));
    return new Datastore(requireAnswer(database, "XIANGPIN_DB_URL"), null);
  }

  private static Datastore join(DataFolder folder) {
    try {
      Database database =
          DatabaseTicket.read(folder.path())
              .orElseThrow(
                  () ->
                      new CannotStart(
                          CannotStart.UNAVAILABLE,
                          "服务还在启动，请稍后再试。",
                          "The service of " + folder.path() + " is still starting; try again."));
      return new Datastore(requireAnswer(database, "the running service"), null);
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.IO_ERROR,
          "数据文件夹 " + folder.path() + " 读不了。",
          "Cannot read " + folder.path() + ": " + CannotStart.reason(e),
          e);
    }
  }

  private static Datastore start(DataFolder folder) {
    requireServerPrograms();
    Path binaries =
        Settings.find("xiangpin.data.server").map(Path::of).orElse(folder.path().resolve("server"));
    DiskSpace.requireFor(folder.path(), binaries);
    EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.path(), binaries);
    return new Datastore(embedded.database(), embedded);
  }

  private static Database requireAnswer(Database database, String source) {
    try {
      database.requireAnswer();
      return database;
    } catch (SQLException e) {
      throw new CannotStart(
          CannotStart.UNAVAILABLE,
          "数据库 " + database.name() + " 连不上，请检查地址、用户名和密码。",
          "The database "
              + database.name()
              + " ("
              + source
              + ") does not answer: "
              + CannotStart.reason(e)
              + ". Check the address, user and password.",
          e);
    }
  }

  private static void requireServerPrograms() {
    if (!EmbeddedDatabase.isBundled()) {
      throw new CannotStart(
          CannotStart.CONFIGURATION,
          "本程序包不含这种机器的内置数据库。请用 XIANGPIN_DB_URL、XIANGPIN_DB_USER、XIANGPIN_DB_PASSWORD 指向 MySQL 8.4 或更新版本。",
          "This package holds no database server for "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ". Set XIANGPIN_DB_URL, XIANGPIN_DB_USER and XIANGPIN_DB_PASSWORD to a MySQL 8.4 or later.");
    }
  }
}
