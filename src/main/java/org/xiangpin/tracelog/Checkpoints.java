package org.xiangpin.tracelog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.xiangpin.shared.Times;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.TreeHash;

/** The signed states of the log, of which each goes on from the one before. */
@ApplicationScoped
class Checkpoints {

  /** A new state is signed at most this often, and only when something came. */
  static final Duration BETWEEN = Duration.ofSeconds(10);

  private static final String NEWEST =
      "select size, root, note, signed_at from log_checkpoint order by size desc limit 1";

  @Inject DataSource database;
  @Inject LogSigner signer;
  @Inject Clock clock;

  /**
   * Signs how far the tree has grown, if it has grown and the last time is long enough ago.
   *
   * @return the new state; empty when nothing was signed
   * @throws LogBroken when the tree does not go on from what was signed last; then nothing is
   *     signed
   */
  Optional<SignedState> sign() {
    return QuarkusTransaction.requiringNew().call(this::signNow);
  }

  private Optional<SignedState> signNow() throws SQLException {
    try (Connection connection = database.getConnection()) {
      LogHead head = LogHead.lock(connection);
      Instant now = Times.now(clock);
      Optional<SignedState> last = newest(connection);
      if (last.isPresent()) {
        requireGoneOn(connection, head, last.get());
        if (head.size() == last.get().size() || isSoonAfter(last.get().signedAt(), now)) {
          return Optional.empty();
        }
      }
      String text = Checkpoint.of(signer.publicKey().name(), head.size(), head.root()).text();
      SignedNote note = new SignedNote(text, List.of(signer.signer().sign(text)));
      SignedState state = new SignedState(head.size(), head.root(), note, now);
      insert(connection, state);
      return Optional.of(state);
    }
  }

  /** A clock that went back does not silence the log. */
  private static boolean isSoonAfter(Instant last, Instant now) {
    return !now.isBefore(last) && now.isBefore(last.plus(BETWEEN));
  }

  /** The log's own signature is the proof that this state was shown to the world. */
  private void requireGoneOn(Connection connection, LogHead head, SignedState last) {
    last.note().verify(List.of(signer.publicKey()));
    Checkpoint signed = Checkpoint.parse(last.note().text());
    if (signed.size() > head.size()) {
      throw new LogBroken(
          "the log has " + head.size() + " entries and had " + signed.size() + " when it signed");
    }
    TreeHash then = head.tree(new LogTiles(connection)).rootAt(signed.size());
    if (!then.equals(signed.root())) {
      throw new LogBroken("the first " + signed.size() + " entries are not those that were signed");
    }
  }

  private static void insert(Connection connection, SignedState state) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)")) {
      insert.setLong(1, state.size());
      insert.setBytes(2, state.root().bytes());
      insert.setString(3, state.note().toString());
      insert.setObject(4, Times.utc(state.signedAt()));
      insert.executeUpdate();
    }
  }

  /** The newest signed state with its cosignatures; empty before the first. */
  Optional<SignedState> newest() {
    try (Connection connection = database.getConnection()) {
      return newest(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("log", e);
    }
  }

  private static Optional<SignedState> newest(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      long size = row.getLong(1);
      String note = row.getString(3) + Cosignatures.linesOf(connection, size);
      return Optional.of(
          new SignedState(
              size, TreeHash.of(row.getBytes(2)), SignedNote.parse(note), Times.instant(row, 4)));
    }
  }
}
