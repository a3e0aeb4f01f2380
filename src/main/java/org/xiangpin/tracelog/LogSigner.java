package org.xiangpin.tracelog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.xiangpin.shared.Secrets;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;

/** Holds the log's key open; makes it when an installation starts for the first time. */
@ApplicationScoped
class LogSigner {

  @Inject XiangpinConfig config;
  @Inject Secrets secrets;
  @Inject DataSource database;
  @Inject Clock clock;

  private volatile NoteSigner signer;

  void load(@Observes @Priority(100) StartupEvent event) {
    if (config.serving()) {
      signer = QuarkusTransaction.requiringNew().call(this::loadOrMake);
    }
  }

  /** Two nodes that start at once make one key: the second waits for the first. */
  private NoteSigner loadOrMake() throws SQLException {
    try (Connection connection = database.getConnection()) {
      LogHead.lock(connection);
    }
    return LogKey.find().orElseGet(this::make).open(secrets);
  }

  private LogKey make() {
    LogKey key = new LogKey(origin(config.publicUrl()), secrets, Times.now(clock));
    key.persist();
    return key;
  }

  /** By the custom of C2SP a log is named by its address without the scheme. */
  private static String origin(String publicUrl) {
    return URI.create(publicUrl).getAuthority() + "/log";
  }

  /** Whether the key was read; not before the start, and never in a subcommand. */
  boolean isOpen() {
    return signer != null;
  }

  NoteSigner signer() {
    return signer;
  }

  /** The key with which anybody checks the log's checkpoints. */
  NoteKey publicKey() {
    return signer.publicKey();
  }
}
