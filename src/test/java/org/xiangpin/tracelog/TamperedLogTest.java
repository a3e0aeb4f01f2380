package org.xiangpin.tracelog;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xiangpin.shared.TestClock;
import org.xiangpin.traceability.cli.audit.AuditReport;
import org.xiangpin.traceability.cli.audit.LogAudit;
import org.xiangpin.traceability.cli.audit.LogFolder;
import org.xiangpin.traceability.cli.audit.LogSite;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.TileTree;
import org.xiangpin.traceability.log.TreeGrowth;
import org.xiangpin.traceability.log.TreeHash;

/**
 * The database's root user rewrites the log in every way there is. Somebody outside kept one
 * checkpoint, and the tiles that belong to it, and asks the running service for everything.
 */
@QuarkusTest
class TamperedLogTest {

  /** How far the intruder goes. */
  enum Depth {
    /** Only the entries are rewritten. */
    ENTRIES,
    /** The tiles and the size as well, so that they fit each other. */
    TILES,
    /** And the checkpoint is signed with the log's own key, which root alone does not have. */
    SIGNED
  }

  /** What the intruder does with the entries. */
  enum Way {
    UPDATE,
    DELETE,
    INSERT,
    REORDER,
    TRUNCATE;

    void apply(List<byte[]> entries, int at) {
      switch (this) {
        case UPDATE -> entries.set(at, LogFixture.entry());
        case DELETE -> entries.remove(at);
        case INSERT -> entries.add(at, LogFixture.entry());
        case REORDER -> Collections.swap(entries, at, at + 3);
        case TRUNCATE -> entries.subList(at, entries.size()).clear();
      }
    }
  }

  private static final int MORE_THAN_A_TILE = 300;

  @Inject DataSource database;
  @Inject LogSigner signer;
  @Inject TestClock clock;

  private Path outside;

  private LogDump before;
  private Checkpoint kept;
  private Path keptTiles;

  @BeforeEach
  void keepACheckpointOutside() throws IOException {
    outside = Files.createTempDirectory("outside");
    LogFixture.append(LogFixture.entries(MORE_THAN_A_TILE));
    LogFixture.sign();
    before = LogDump.take("whole");
    kept = PublishedLog.checkpoint();
    keptTiles = outside.resolve("tiles");
    LogAudit audit = new LogAudit(site(), kept, Optional.empty());
    audit.keepTiles(keptTiles);
    assertTrue(audit.run().isWhole());
  }

  @AfterEach
  void putBack() {
    before.putBack();
    before.drop();
    clock.reset();
  }

  static Stream<Arguments> everyWay() {
    return Stream.of(Way.values())
        .flatMap(way -> Stream.of(Depth.values()).map(depth -> Arguments.of(way, depth)));
  }

  @ParameterizedTest(name = "{0}, {1} rewritten")
  @MethodSource("everyWay")
  void theAuditNamesTheFirstBadIndex(Way way, Depth depth) throws Exception {
    int size = (int) kept.size();
    for (int at : new int[] {size - MORE_THAN_A_TILE + 2, size - 5}) {
      List<byte[]> entries = new ArrayList<>(PublishedLog.entries(size));
      way.apply(entries, at);
      rewrite(entries, depth);
      AuditReport report = audit(true);
      assertFalse(report.isWhole());
      assertEquals(at, report.first().orElseThrow().from(), () -> report.findings().toString());
      assertFalse(audit(false).isWhole(), "without the older tiles it is found as well");
      before.putBack();
    }
  }

  @Test
  void anOlderDumpThatIsPutBackIsFoundAndTheFirstLostEntryNamed() throws Exception {
    long dumped = kept.size();
    LogFixture.append(LogFixture.entries(20));
    LogFixture.sign();
    Checkpoint later = PublishedLog.checkpoint();
    before.putBack();
    AuditReport report = new LogAudit(site(), PublishedLog.checkpoint(), Optional.of(later)).run();
    assertFalse(report.isWhole());
    assertEquals(dumped, report.first().orElseThrow().from());
  }

  @Test
  void anOlderDumpThatGrewAgainIsFoundAndTheFirstOtherEntryNamed() throws Exception {
    long dumped = kept.size();
    LogFixture.append(LogFixture.entries(20));
    LogFixture.sign();
    kept = PublishedLog.checkpoint();
    keptTiles = outside.resolve("later");
    LogAudit keeping = new LogAudit(site(), kept, Optional.empty());
    keeping.keepTiles(keptTiles);
    keeping.run();
    before.putBack();
    LogFixture.append(LogFixture.entries(40));
    LogFixture.sign();
    AuditReport report = audit(true);
    assertFalse(report.isWhole());
    assertEquals(dumped, report.first().orElseThrow().from());
    assertFalse(audit(false).isWhole());
  }

  @Test
  void aLogThatOnlyGrewIsWhole() throws Exception {
    LogFixture.append(LogFixture.entries(400));
    LogFixture.sign();
    AuditReport report = audit(true);
    assertTrue(report.isWhole(), () -> report.findings().toString());
    assertEquals(kept.size() + 400, report.entries());
  }

  /** As {@code log audit} does it, over HTTP. */
  private AuditReport audit(boolean withTiles) throws IOException {
    SignedNote note = PublishedLog.note();
    LogAudit audit = new LogAudit(site(), Checkpoint.parse(note.text()), Optional.of(kept));
    try {
      LogPolicy.of(PublishedLog.key()).verify(note);
    } catch (IllegalArgumentException e) {
      audit.addSignatureFault(e.getMessage());
    }
    if (withTiles) {
      audit.useOlderTiles(new LogFolder(keptTiles));
    }
    return audit.run();
  }

  private static LogSite site() {
    given().get("/log/key").then().statusCode(200);
    return new LogSite("http://localhost:" + RestAssured.port + "/log/", Duration.ofSeconds(30));
  }

  private void rewrite(List<byte[]> entries, Depth depth) throws SQLException {
    TreeGrowth tree =
        new TileTree(0, tile -> new byte[0]).grow(entries.stream().map(TreeHash::ofLeaf).toList());
    try (Connection connection = database.getConnection()) {
      LogFixture.asRoot("delete from log_file", "delete from log_batch");
      LogBatches batches = new LogBatches(connection);
      batches.insert(entries);
      batches.place(0, batches.waiting());
      if (depth == Depth.ENTRIES) {
        return;
      }
      LogFixture.asRoot("delete from log_tile");
      new LogTiles(connection).write(tree.tiles());
      new LogHead(tree.size(), tree.root()).write(connection);
      if (depth == Depth.SIGNED) {
        sign(connection, tree);
      }
    }
  }

  private void sign(Connection connection, TreeGrowth tree) throws SQLException {
    NoteSigner stolen = signer.signer();
    String text = Checkpoint.of(stolen.publicKey().name(), tree.size(), tree.root()).text();
    LogFixture.asRoot("delete from log_cosignature", "delete from log_checkpoint");
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_checkpoint (size, root, note, signed_at) values (?, ?, ?, now())")) {
      insert.setLong(1, tree.size());
      insert.setBytes(2, tree.root().bytes());
      insert.setString(3, SignedNote.sign(text, stolen).toString());
      insert.executeUpdate();
    }
  }
}
