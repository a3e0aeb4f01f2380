package org.xiangpin.tracelog;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;
import org.xiangpin.traceability.log.ConsistencyProof;
import org.xiangpin.traceability.log.TileTree;

/** Shows each new state to the witnesses and keeps what they sign. */
@ApplicationScoped
class Witnesses {

  private static final Duration TO_CONNECT = Duration.ofSeconds(3);

  @Inject TraceLogConfig config;
  @Inject DataSource database;
  @Inject Clock clock;

  private HttpClient http;
  private List<Witness> all;

  @PostConstruct
  void prepare() {
    all = config.witnesses().orElse(List.of()).stream().map(Witness::parse).toList();
    http =
        HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  List<Witness> all() {
    return all;
  }

  /**
   * Asks each that has not signed this state yet. One that is away is asked again next time.
   *
   * @throws LogBroken when a witness remembers more entries than the log has, or others
   */
  void cosign(SignedState state) {
    for (Witness witness : all) {
      try {
        cosign(state, witness);
      } catch (IOException e) {
        Log.warnf("witness %s did not sign %d entries: %s", witness.key(), state.size(), e);
      } catch (SQLException e) {
        throw new IllegalStateException("log", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void cosign(SignedState state, Witness witness)
      throws IOException, SQLException, InterruptedException {
    long old = newestOf(witness);
    if (old == state.size() && old > 0) {
      return;
    }
    Witness.Answer answer = witness.show(http, old, proof(old, state), state.note());
    if (answer.remembered().isPresent()) {
      long remembered = answer.remembered().getAsLong();
      if (remembered > state.size()) {
        throw new LogBroken(
            "the witness %s saw %d entries, and the log has %d"
                .formatted(witness.key().name(), remembered, state.size()));
      }
      answer = witness.show(http, remembered, proof(remembered, state), state.note());
      if (answer.remembered().isPresent() && remembered == state.size()) {
        throw new LogBroken(
            "the witness %s signed %d other entries".formatted(witness.key().name(), remembered));
      }
    }
    if (answer.signature() == null) {
      throw new IOException(witness.key().name() + " changes its mind about the size");
    }
    keep(state, witness, answer);
  }

  private long newestOf(Witness witness) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Cosignatures.newestOf(connection, witness.key());
    }
  }

  private ConsistencyProof proof(long old, SignedState state) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new TileTree(state.size(), new LogTiles(connection)).consistency(old);
    }
  }

  private void keep(SignedState state, Witness witness, Witness.Answer answer) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = database.getConnection()) {
                Cosignatures.insert(
                    connection, state.size(), witness.key(), answer.signature(), Times.now(clock));
              } catch (SQLException e) {
                throw new IllegalStateException("log", e);
              }
            });
  }
}
