package org.xiangpin.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the data is: a JDBC URL with the parameters that this project relies on, a user and a
 * password.
 */
record Database(String url, String user, String password) {

  /**
   * Parameters added to every URL unless it sets them itself. Times are UTC on the wire and in
   * columns; prepared statements stay prepared on the server; batches travel as one statement.
   */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("connectionTimeZone", "UTC"),
          Map.entry("forceConnectionTimeZoneToSession", "true"),
          Map.entry("characterEncoding", "UTF-8"),
          Map.entry("useServerPrepStmts", "true"),
          Map.entry("cachePrepStmts", "true"),
          Map.entry("prepStmtCacheSize", "512"),
          Map.entry("prepStmtCacheSqlLimit", "4096"),
          Map.entry("rewriteBatchedStatements", "true"),
          // the driver knows what it set itself and need not ask before each statement
          Map.entry("useLocalSessionState", "true"),
          Map.entry("connectTimeout", "5000"),
          Map.entry("tcpKeepAlive", "true"));

  static Database at(String url, String user, String password) {
    StringBuilder whole = new StringBuilder(url);
    char glue = url.contains("?") ? '&' : '?';
    for (var parameter : new TreeMap<>(PARAMETERS).entrySet()) {
      if (!url.contains(parameter.getKey() + "=")) {
        whole.append(glue).append(parameter.getKey()).append('=').append(parameter.getValue());
        glue = '&';
      }
    }
    return new Database(whole.toString(), user, password);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Connects once and lets go. */
  void requireAnswer() throws SQLException {
    connect().close();
  }

  /** Tells the framework, which reads its configuration from system properties first. */
  void publish() {
    System.setProperty("quarkus.datasource.jdbc.url", url);
    System.setProperty("quarkus.datasource.username", user);
    System.setProperty("quarkus.datasource.password", password);
    if (Datastore.isElsewhere()) {
      Settings.find("xiangpin.db.owner-user").ifPresent(this::publishOwner);
    }
  }

  /** Migrations run as the tables' owner, who may do what the service itself need not. */
  private void publishOwner(String owner) {
    System.setProperty("quarkus.flyway.jdbc-url", url);
    System.setProperty("quarkus.flyway.username", owner);
    System.setProperty(
        "quarkus.flyway.password", Settings.find("xiangpin.db.owner-password").orElseThrow());
  }

  /** Host and database name without user, password or parameters; fit for a message. */
  String name() {
    int end = url.indexOf('?');
    return (end < 0 ? url : url.substring(0, end)).replaceFirst("//[^/@]*@", "//");
  }
}
