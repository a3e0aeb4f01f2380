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
    if (!Settings.isProduction()) {
      return;
    }
    String secret = Settings.find("xiangpin.secret").orElse("");
    if (secret.equals(DEMO_SECRET)) {
      throw refusal(
          "XIANGPIN_SECRET 是人人都知道的演示密钥，请换成自己的。",
          "XIANGPIN_SECRET is the demo's secret, which everyone knows. Set one of your own.");
    }
    if (secret.length() < LEAST_SECRET_LENGTH) {
      throw refusal(
          "没有 XIANGPIN_SECRET，或不足 32 个字符。它能打开所有已印标签的密钥，须永久保存。生成：openssl rand -hex 32",
          "XIANGPIN_SECRET is missing or shorter than 32 characters. Keep it for ever: it opens the keys"
              + " of every label printed. A new one: openssl rand -hex 32");
    }
    publicUrl();
  }

  /** The address that is printed and handed out is the operator's own. */
  static void publicUrl() {
    if (!isWebAddress(Settings.find("xiangpin.public-url").orElse(""))) {
      throw refusal(
          "没有 XIANGPIN_PUBLIC_URL，或它不是网址。它印在每个二维码里，末尾没有斜线，例如 https://trace.example.cn",
          "XIANGPIN_PUBLIC_URL is missing or no web address. It stands in every QR code and ends"
              + " without a slash, for example https://trace.example.cn");
    }
  }

  static void portIsFree() {
    int port = port(Settings.find("quarkus.http.port").orElse("8080"));
    if (port == 0) {
      return;
    }
    String host = Settings.find("quarkus.http.host").orElse("0.0.0.0");
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (BindException e) {
      throw new CannotStart(
          CannotStart.UNAVAILABLE,
          "端口 " + port + " 打不开：多半已被占用，请用 QUARKUS_HTTP_PORT 另选一个。",
          "Port "
              + port
              + " is taken, or not yours to open ("
              + CannotStart.reason(e)
              + "). Choose another one with QUARKUS_HTTP_PORT.",
          e);
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.IO_ERROR,
          "端口 " + port + " 打不开。",
          "Port " + port + " of " + host + " cannot be opened: " + CannotStart.reason(e) + ".",
          e);
    }
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw refusal(
          "QUARKUS_HTTP_PORT 不是端口号：" + text,
          "QUARKUS_HTTP_PORT is no port between 0 and 65535: " + text);
    }
    return Integer.parseInt(text);
  }

  /** The owner of the tables signs in with a password. */
  static void databaseOwner() {
    if (Settings.find("xiangpin.db.owner-user").isPresent()
        && Settings.find("xiangpin.db.owner-password").isEmpty()) {
      throw refusal(
          "设了 XIANGPIN_DB_OWNER_USER，还要设 XIANGPIN_DB_OWNER_PASSWORD。",
          "XIANGPIN_DB_OWNER_USER needs XIANGPIN_DB_OWNER_PASSWORD beside it.");
    }
  }

  static void databaseUrl(String url) {
    if (!url.startsWith("jdbc:mysql:")) {
      throw refusal(
          "XIANGPIN_DB_URL 须形如 jdbc:mysql://host:3306/xiangpin",
          "XIANGPIN_DB_URL must look like jdbc:mysql://host:3306/xiangpin");
    }
  }

  /**
   * Production never opens a demo's data: its passwords and its key are public. And a demo never
   * opens production's: it would seal keys with a secret that everyone knows.
   */
  static void database(Database database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet table =
          connection.getMetaData().getTables(connection.getCatalog(), null, "installation", null)) {
        if (!table.next()) {
          return;
        }
      }
      try (ResultSet row = statement.executeQuery("select mode from installation")) {
        String mode = row.next() ? row.getString(1) : "";
        if (mode.equals("production") && Settings.profile().equals("demo")) {
          throw refusal(
              "这些数据属于正式服务，演示不能打开。请用另一个数据文件夹（XIANGPIN_DATA）。",
              "this data belongs to production; a demo does not open it. Start with another data"
                  + " folder (XIANGPIN_DATA).");
        }
        if (mode.equals("demo") && Settings.isProduction()) {
          throw refusal(
              "这些数据属于演示，其中的账号和密钥人人都知道。请用空的数据文件夹（XIANGPIN_DATA）或空的数据库（XIANGPIN_DB_URL）。",
              "this data belongs to a demo, with accounts and keys that everyone knows. Start with an"
                  + " empty data folder (XIANGPIN_DATA) or database (XIANGPIN_DB_URL).");
        }
      }
    } catch (SQLException e) {
      throw new CannotStart(
          CannotStart.UNAVAILABLE,
          "数据库 " + database.name() + " 读不了。",
          "The database " + database.name() + ": " + CannotStart.reason(e),
          e);
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

  private static CannotStart refusal(String chinese, String english) {
    return new CannotStart(
        CannotStart.CONFIGURATION, "拒绝启动：" + chinese, "Refused to start: " + english);
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && !uri.getRawPath().endsWith("/")
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
