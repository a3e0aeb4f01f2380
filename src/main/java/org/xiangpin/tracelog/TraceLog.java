package org.xiangpin.tracelog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.TileTree;

/** What features call: hand in entries, and ask for their proofs. */
@ApplicationScoped
public class TraceLog {

  /** Bytes of the longest entry; all of a bundle must pass through one packet to the database. */
  public static final int MOST_BYTES = 8_192;

  @Inject DataSource database;
  @Inject Checkpoints checkpoints;

  /**
   * Hands in one entry within the caller's transaction: it enters the log if that commits, and then
   * within seconds.
   *
   * @param entry public for ever; 1 to {@link #MOST_BYTES} bytes
   */
  @Transactional(TxType.MANDATORY)
  public LogPlace append(byte[] entry) {
    return append(List.of(entry)).get(0);
  }

  /**
   * Hands in many in their order.
   *
   * @return the place of each
   */
  @Transactional(TxType.MANDATORY)
  public List<LogPlace> append(List<byte[]> entries) {
    entries.forEach(TraceLog::check);
    try (Connection connection = database.getConnection()) {
      return new LogBatches(connection).insert(entries);
    } catch (SQLException e) {
      throw new IllegalStateException("log", e);
    }
  }

  private static void check(byte[] entry) {
    if (entry.length == 0 || entry.length > MOST_BYTES) {
      throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
    }
  }

  /**
   * The entry's index once everybody can have it proved; empty until a signed state covers it. One
   * statement.
   */
  public Optional<Long> provenIndexOf(LogPlace place) {
    try (Connection connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select first_index from log_batch where id = ?"
                    + " and first_index + ? < (select max(size) from log_checkpoint)")) {
      query.setLong(1, place.batch());
      query.setInt(2, place.position());
      try (var row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1) + place.position()) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("log", e);
    }
  }

  /**
   * Proves that an entry is in the log, by the newest signed state. The entry itself stands in the
   * proof's extra data, so that the file is all that an outsider needs beside the log's key.
   *
   * @param index place in the tree
   * @return empty while no signed state covers the entry
   */
  public Optional<LogProof> prove(long index) {
    Optional<SignedState> state = checkpoints.newest().filter(s -> index >= 0 && index < s.size());
    if (state.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection()) {
      TileTree tree = new TileTree(state.get().size(), new LogTiles(connection));
      LogProof proof = LogProof.of(tree.inclusion(index), state.get().note());
      return Optional.of(proof.withExtra(new LogBatches(connection).entry(index)));
    } catch (SQLException e) {
      throw new IllegalStateException("log", e);
    }
  }
}
