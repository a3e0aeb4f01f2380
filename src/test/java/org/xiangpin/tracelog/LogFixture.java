package org.xiangpin.tracelog;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.xiangpin.shared.TestClock;

/** Entries for tests, handed in as features do. */
public final class LogFixture {

  private LogFixture() {}

  /** An entry that no other test makes. */
  public static byte[] entry() {
    return ("{\"test\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  public static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry());
    }
    return entries;
  }

  public static LogPlace append(byte[] entry) {
    return append(List.of(entry)).get(0);
  }

  public static List<LogPlace> append(List<byte[]> entries) {
    return QuarkusTransaction.requiringNew().call(() -> bean(TraceLog.class).append(entries));
  }

  /** Takes all that waits and signs it, however short ago the last time was. */
  public static SignedState sign() {
    bean(LogGrowth.class).grow();
    TestClock clock = bean(TestClock.class);
    Checkpoints checkpoints = bean(Checkpoints.class);
    checkpoints.newest().ifPresent(last -> clock.set(last.signedAt().plus(Checkpoints.BETWEEN)));
    checkpoints.sign();
    return checkpoints.newest().orElseThrow();
  }

  /** What somebody does who has the database's root password. */
  static void asRoot(String... statements) {
    try (Connection connection = bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
