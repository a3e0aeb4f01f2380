package org.xiangpin.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The floor of an answer: a bare Vert.x route that sends the same bytes, after one prepared select
 * by primary key through JDBC where a database is named. Arguments: port, file with the bytes to
 * send; then optionally JDBC URL, user, password, and the select with one number in it.
 */
public final class BareServer {

  private static final int CONNECTIONS = 16;
  private static final int THREADS = 200;

  private BareServer() {}

  private record Prepared(Connection connection, PreparedStatement select) {}

  public static void main(String... args) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(args[1]));
    BlockingQueue<Prepared> pool = new ArrayBlockingQueue<>(CONNECTIONS);
    if (args.length > 2) {
      for (int i = 0; i < CONNECTIONS; i++) {
        Connection connection =
            DriverManager.getConnection(HotRowFloor.url(args[2]), args[3], args[4]);
        pool.add(new Prepared(connection, connection.prepareStatement(args[5])));
      }
    }
    Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(THREADS));
    vertx
        .createHttpServer(new HttpServerOptions().setPort(Integer.parseInt(args[0])))
        .requestHandler(
            request -> {
              request.response().putHeader("Content-Type", "application/json;charset=UTF-8");
              if (pool.isEmpty() && args.length <= 2) {
                request.response().end(Buffer.buffer(bytes));
                return;
              }
              vertx
                  .executeBlocking(() -> select(pool), false)
                  .onComplete(row -> request.response().end(Buffer.buffer(bytes)));
            })
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  private static long select(BlockingQueue<Prepared> pool)
      throws InterruptedException, SQLException {
    Prepared prepared = pool.take();
    try (var row = prepared.select().executeQuery()) {
      row.next();
      return row.getLong(1);
    } finally {
      pool.add(prepared);
    }
  }
}
