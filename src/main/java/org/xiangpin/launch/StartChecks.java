package org.xiangpin.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What must hold before the service may start; each refusal says why and what to do. */
final class StartChecks {

  private static final String DEMO_SECRET = "demo-only-secret-that-production-refuses";
  private static final int LEAST_SECRET_LENGTH = 32;

  private StartChecks() {}

  /** In production the secret and the public address are the operator's own. */
  static void settings() {
    if (!Settings.profile().equals("prod")) {
      return;
    }
    String secret = Settings.find("xiangpin.secret").orElse("");
    if (secret.equals(DEMO_SECRET)) {
      throw refusal(
          "XIANGPIN_SECRET is the demo's secret, which everyone knows. Set one of your own.");
    }
    if (secret.length() < LEAST_SECRET_LENGTH) {
      throw refusal(
          "XIANGPIN_SECRET is missing or shorter than 32 characters. Keep it for ever: it opens the keys"
              + " of every label printed. A new one: openssl rand -hex 32");
    }
    String publicUrl = Settings.find("xiangpin.public-url").orElse("");
    if (!isWebAddress(publicUrl)) {
      throw refusal(
          "XIANGPIN_PUBLIC_URL is missing or no web address. It stands in every QR code, for example"
              + " https://trace.example.cn");
    }
  }

  static void portIsFree() {
    int port = Integer.parseInt(Settings.find("quarkus.http.port").orElse("8080"));
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (BindException e) {
      throw new CannotStart(
          CannotStart.UNAVAILABLE,
          "端口 "
              + port
              + " 已被占用 / Port "
              + port
              + " is taken. Choose another one with QUARKUS_HTTP_PORT.",
          e);
    } catch (IOException e) {
      throw new CannotStart(CannotStart.IO_ERROR, "Port " + port + ": " + e.getMessage(), e);
    }
  }

  /** Production never opens a demo's data: its passwords and its key are public. */
  static void database(Database database) {
    if (!Settings.profile().equals("prod")) {
      return;
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet table =
          connection.getMetaData().getTables(connection.getCatalog(), null, "installation", null)) {
        if (!table.next()) {
          return;
        }
      }
      try (ResultSet row =
          statement.executeQuery("select mode from installation where mode = 'demo'")) {
        if (row.next()) {
          throw refusal(
              "this data belongs to a demo, with accounts and keys that everyone knows. Start with an"
                  + " empty data folder (XIANGPIN_DATA) or database (XIANGPIN_DB_URL).");
        }
      }
    } catch (SQLException e) {
      throw new CannotStart(
          CannotStart.UNAVAILABLE, "The database " + database.name() + ": " + e.getMessage(), e);
    }
  }

  /** One message for a start that failed inside the framework: what happened, and why. */
  static void explain(Throwable failure) {
    StringBuilder why = new StringBuilder();
    String last = "";
    for (Throwable t = failure; t != null && t.getCause() != t; t = t.getCause()) {
      String message = t.getMessage();
      boolean isNew = message != null && !message.isBlank() && !last.contains(message);
      if (isNew && !message.startsWith("Failed to start")) {
        why.append(why.isEmpty() ? "" : ": ").append(message);
        last = message;
      }
    }
    System.err.println("服务没有启动 / The service did not start: " + why);
  }

  private static CannotStart refusal(String reason) {
    return new CannotStart(CannotStart.CONFIGURATION, "拒绝启动 / Refused to start: " + reason);
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
