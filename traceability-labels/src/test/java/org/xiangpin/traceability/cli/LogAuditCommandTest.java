package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.cli.LogFixture.Tampering;
import org.xiangpin.traceability.cli.command.ExitCode;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TreeHash;

/**
 * A log of 600 entries is audited against a checkpoint of 300 and its tiles, kept elsewhere, after
 * somebody did something to it.
 */
class LogAuditCommandTest {
  private static final int SIZE = 600;
  private static final int OLDER = 300;
  private static final String KEY = LogFixture.LOG.publicKey().toString();

  @TempDir Path folder;
  private LogFixture log;
  private String checkpoint;
  private String tiles;

  @BeforeEach
  void publish() throws IOException {
    log = LogFixture.publish(folder.resolve("log"), LogFixture.entries(SIZE));
    LogFixture older = LogFixture.publish(folder.resolve("older"), LogFixture.entries(OLDER));
    checkpoint = older.folder().resolve("checkpoint").toString();
    tiles = older.folder().toString();
  }

  private Run audit(String... more) {
    Stream<String> args = Stream.of("log", "audit", log.folder().toString(), "--key", KEY);
    return Run.of(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
  }

  private Run auditAgainst(String... more) {
    Stream<String> args = Stream.of("--against", checkpoint);
    return audit(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
  }

  private static void assertFirstBad(int index, boolean proved, Run run) {
    assertEquals(ExitCode.REFUSED, run.code(), run.out() + run.err());
    String first = "\"firstBadIndex\": %1$d,\n  \"firstBadIndexLatest\": %1$d,".formatted(index);
    assertTrue(run.out().contains(first), run.out());
    assertTrue(run.out().contains("\"firstBadIndexProved\": " + proved), run.out());
  }

  @Test
  void aWholeLogIsProved() {
    Run run = auditAgainst("--tiles", tiles);
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals(
        "WHOLE: the log trace.example.cn/log is what its signed checkpoint says.", lines.get(0));
    assertEquals(
        "It goes on from the older checkpoint of 300 entries: nothing was changed since.",
        lines.get(1));
    assertTrue(lines.get(2).startsWith("600 of 600 entries ("), lines.get(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 511, 512, 600, 65_536, 131_073})
  void aLogOfAnySizeIsProvedAgainstAnyOlderOne(int size) throws IOException {
    List<byte[]> entries = LogFixture.entries(size);
    log = LogFixture.publish(folder.resolve("log" + size), entries);
    TreeHash root = LogFixture.tree(entries).root();
    for (int older : new int[] {0, 1, 256, 300, 600, 65_536, 65_540, size}) {
      if (older <= size) {
        checkpoint =
            Files.writeString(
                    folder.resolve("c"), LogFixture.note(entries.subList(0, older)).toString())
                .toString();
        Run run = auditAgainst("--json");
        assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("\"computedRoot\": \"" + root + "\""), run.out());
        assertTrue(run.out().contains("\"olderSize\": " + older), run.out());
      }
    }
  }

  @Test
  void withoutAnOlderCheckpointTheRestIsOpen() {
    Run run = audit();
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains("whether it was rewritten is open"), run.out());
  }

  @Test
  void theCheckpointIsKeptForTheNextAuditOnlyWhenTheLogIsWhole() throws IOException {
    Path kept = folder.resolve("kept");
    assertEquals(ExitCode.OK, audit("--keep", kept.toString()).code());
    assertEquals(Files.readString(log.folder().resolve("checkpoint")), Files.readString(kept));
    checkpoint = kept.toString();
    assertEquals(ExitCode.OK, auditAgainst().code());
    log.damage("tile/0/001", 0);
    assertEquals(ExitCode.REFUSED, audit("--keep", folder.resolve("no").toString()).code());
    assertFalse(Files.exists(folder.resolve("no")));
  }

  @Test
  void tilesThatWereKeptNameTheFirstBadIndexLater() throws IOException {
    Path kept = folder.resolve("kept");
    String tilesKept = folder.resolve("tiles").toString();
    Run run = audit("--keep", kept.toString(), "--keep-tiles", tilesKept);
    assertEquals(ExitCode.OK, run.code(), run.err());
    checkpoint = kept.toString();
    assertEquals(ExitCode.OK, auditAgainst("--tiles", tilesKept).code());
    List<byte[]> entries = LogFixture.entries(700);
    Tampering.DELETE.apply(entries, 590);
    log = LogFixture.publish(folder.resolve("rewritten"), entries);
    assertFirstBad(590, true, auditAgainst("--tiles", tilesKept, "--json"));
    Run again = audit("--keep-tiles", tilesKept);
    assertEquals(ExitCode.UNREADABLE, again.code(), "they may be evidence");
    assertTrue(again.err().endsWith("tiles: is there already.\n"), again.err());
  }

  /** Tiles and checkpoint stand as they were: they prove which entry it is. */
  @ParameterizedTest
  @EnumSource
  void theLogsOwnTilesNameTheFirstBadIndexIfNobodyRewroteThem(Tampering way) throws IOException {
    for (int index : new int[] {0, 255, 256, 299, 300, 511, 598}) {
      List<byte[]> entries = LogFixture.entries(SIZE);
      way.apply(entries, index);
      log.writeBundles(entries, SIZE);
      assertFirstBad(index, true, auditAgainst("--json"));
      assertFirstBad(index, true, audit("--json"));
    }
  }

  /** A new checkpoint was signed over changed entries, but the tiles were forgotten. */
  @Test
  void tilesThatWereForgottenProveWhatTheOlderCheckpointSaw() throws IOException {
    List<byte[]> entries = LogFixture.entries(SIZE);
    Tampering.UPDATE.apply(entries, 123);
    log.writeBundles(entries, SIZE);
    log.writeCheckpoint(entries);
    assertFirstBad(123, true, auditAgainst("--json"));
    assertFirstBad(123, false, audit("--json"));
  }

  /** Entries and tiles were rewritten, but who did it could not sign. */
  @ParameterizedTest
  @EnumSource
  void theSignedCheckpointShowsThatTilesWereRewritten(Tampering way) throws IOException {
    for (int index : new int[] {0, 255, 256, 298}) {
      List<byte[]> entries = LogFixture.entries(SIZE);
      way.apply(entries, index);
      log.writeBundles(entries, SIZE);
      log.writeTiles(entries);
      Run run = auditAgainst("--json");
      assertEquals(ExitCode.REFUSED, run.code());
      assertTrue(run.out().contains("\"kind\": \"OLDER_ROOT\""), run.out());
      assertFirstBad(index, true, auditAgainst("--json", "--tiles", tiles));
    }
  }

  /** Entries, tiles and checkpoint were rewritten: only what was kept elsewhere tells. */
  @ParameterizedTest
  @EnumSource
  void theOlderCheckpointShowsThatEvenASignedHistoryWasRewritten(Tampering way) throws IOException {
    for (int index : new int[] {0, 255, 256, 298}) {
      List<byte[]> entries = LogFixture.entries(SIZE);
      way.apply(entries, index);
      log = LogFixture.publish(folder.resolve(way.name() + index), entries);
      assertEquals(ExitCode.OK, audit().code(), "nothing in the log itself shows it");
      Run run = auditAgainst("--json");
      assertEquals(ExitCode.REFUSED, run.code());
      assertTrue(run.out().contains("\"firstBadIndex\": null"), run.out());
      assertTrue(run.out().contains("\"kind\": \"OLDER_ROOT\""), run.out());
      assertFirstBad(index, true, auditAgainst("--json", "--tiles", tiles));
    }
  }

  @Test
  void aTamperedLogIsToldInWords() throws IOException {
    List<byte[]> entries = LogFixture.entries(SIZE);
    Tampering.UPDATE.apply(entries, 41);
    log.writeBundles(entries, SIZE);
    List<String> lines = auditAgainst().out().lines().toList();
    assertEquals(
        "NOT WHOLE: the log trace.example.cn/log is damaged, or was tampered with.", lines.get(0));
    assertEquals("First bad index: 41 (proved).", lines.get(1));
    assertEquals(
        "- Entry 41 is not the one that was logged: the tiles and the checkpoint of 300 entries"
            + " prove it.",
        lines.get(2));
    assertTrue(lines.contains("- The tile tile/0/000 does not have the hash of entry 41."));
  }

  @ParameterizedTest
  @CsvSource({
    "599,true",
    "512,true",
    "300,true",
    "299,true",
    "599,false",
    "512,false",
    "300,false"
  })
  void entriesCutOffAreMissed(int left, boolean tilesToo) throws IOException {
    List<byte[]> entries = LogFixture.entries(left);
    Files.delete(log.folder().resolve("tile/entries/002.p/88"));
    log.writeBundles(entries, SIZE);
    if (left <= 512) {
      Files.deleteIfExists(log.folder().resolve("tile/entries/002.p/88"));
    }
    if (tilesToo) {
      log.writeTiles(entries);
    }
    Run run = auditAgainst("--json");
    assertTrue(run.out().contains("\"kind\": \"ENTRIES_MISSING\""), run.out());
    assertFirstBad(left, false, run);
  }

  @Test
  void aLogThatWasRolledBackIsShorterThanItWas() throws IOException {
    log = LogFixture.publish(folder.resolve("dump"), LogFixture.entries(280));
    assertEquals(ExitCode.OK, audit().code(), "nothing in the log itself shows it");
    Run run = auditAgainst("--json");
    assertTrue(run.out().contains("\"kind\": \"ROLLED_BACK\""), run.out());
    assertFirstBad(280, false, run);
    assertTrue(auditAgainst().out().contains("those from 280 on were cut off"));
  }

  @Test
  void aLogThatWasRolledBackAndRewrittenIsCaughtByOlderTiles() throws IOException {
    List<byte[]> entries = LogFixture.entries(280);
    Tampering.UPDATE.apply(entries, 5);
    log = LogFixture.publish(folder.resolve("dump"), entries);
    assertFirstBad(5, true, auditAgainst("--json", "--tiles", tiles));
  }

  @Test
  void aDamagedTileIsToldApartFromADamagedEntry() throws IOException {
    log.damage("tile/0/001", 32 * 7 + 3);
    Run run = auditAgainst("--json", "--tiles", tiles);
    assertFirstBad(263, false, run);
    assertTrue(run.out().contains("\"file\": \"tile/0/001\""), run.out());
    assertFalse(run.out().contains("\"kind\": \"ENTRY\""), run.out());
    assertFalse(run.out().contains("\"kind\": \"ROOT\""), run.out());
  }

  @Test
  void aDamagedTileOfAHigherLevelIsNamed() throws IOException {
    log.damage("tile/1/000.p/2", 40);
    Run run = auditAgainst("--json");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(
        run.out().contains("\"firstBadIndex\": 256,\n  \"firstBadIndexLatest\": 511"), run.out());
    assertTrue(run.out().contains("does not have the hash of the entries 256 to 511."), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/0/000", "tile/0/002.p/88", "tile/1/000.p/2"})
  void aMissingOrShortTileIsNamed(String path) throws IOException {
    log.write(path, new byte[31]);
    Run shorter = auditAgainst();
    assertEquals(ExitCode.REFUSED, shorter.code());
    assertTrue(shorter.out().contains("The tile " + path + " has another length"), shorter.out());
    log.delete(path);
    Run missing = auditAgainst();
    assertEquals(ExitCode.REFUSED, missing.code());
    assertTrue(missing.out().contains("The tile " + path + " is missing."), missing.out());
  }

  @Test
  void aFullTileAndBundleMayStandInForPartialOnes() throws IOException {
    List<byte[]> all = LogFixture.entries(768);
    log.writeBundles(all, 768);
    log.writeTiles(all);
    log.delete("tile/entries/002.p/88");
    log.delete("tile/0/002.p/88");
    Run run = auditAgainst();
    assertEquals(ExitCode.OK, run.code(), run.out());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 100})
  void aBrokenBundleIsNamed(int length) throws IOException {
    Path file = log.folder().resolve("tile/entries/001");
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));
    Run run = auditAgainst("--json");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.out().contains("an entry is cut off (tile/entries/001)"), run.out());
  }

  @Test
  void aWrongSignatureIsToldAndTheRestAuditedAllTheSame() throws IOException {
    String text = Files.readString(log.folder().resolve("checkpoint"));
    int at = text.lastIndexOf(' ') + 20;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    String forged = text.substring(0, at) + other + text.substring(at + 1);
    log.write("checkpoint", forged.getBytes(StandardCharsets.UTF_8));
    Run run = auditAgainst("--json");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.out().contains("\"kind\": \"SIGNATURE\""), run.out());
    assertTrue(run.out().contains("\"entries\": 600"), run.out());
    List<byte[]> entries = LogFixture.entries(SIZE);
    Tampering.UPDATE.apply(entries, 41);
    log.writeBundles(entries, SIZE);
    assertFirstBad(41, true, auditAgainst("--json"));
    assertFirstBad(41, false, audit("--json"));
  }

  @Test
  void anOlderCheckpointThatTheLogDidNotSignIsRefused() throws IOException {
    Path file = Path.of(checkpoint);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\n300\n", "\n301\n"));
    Run run = auditAgainst();
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().startsWith("The older checkpoint " + checkpoint + ": the signature is"));
    Files.writeString(file, text.replace(LogFixture.ORIGIN, "other.example.cn/log"));
    assertTrue(auditAgainst().err().contains("The checkpoint is of the log other.example.cn/log"));
    Files.writeString(file, "nothing");
    assertEquals(ExitCode.REFUSED, auditAgainst().code());
    Files.delete(file);
    assertEquals(ExitCode.UNREADABLE, auditAgainst().code());
  }

  @Test
  void olderTilesThatAreNotThoseOfTheCheckpointProveNothing() throws IOException {
    new LogFixture(Path.of(tiles)).damage("tile/0/000", 3);
    Run run = auditAgainst("--json", "--tiles", tiles);
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.out().contains("\"kind\": \"OLDER_TILES\""), run.out());
    assertFalse(run.out().contains("\"kind\": \"ENTRY\""), run.out());
    new LogFixture(Path.of(tiles)).delete("tile/0/000");
    Run missing = auditAgainst("--tiles", tiles);
    assertEquals(ExitCode.UNREADABLE, missing.code());
    assertTrue(missing.err().startsWith("older tile tile/0/000: there is no"), missing.err());
  }

  @Test
  void witnessesOfThePolicyAreAsked() throws IOException {
    String policy =
        Files.writeString(
                folder.resolve("policy"),
                "log %s\nwitness w %s\nquorum w\n".formatted(KEY, LogFixture.WITNESS.publicKey()))
            .toString();
    String[] args = {
      "log", "audit", log.folder().toString(), "--policy", policy, "--against", checkpoint
    };
    Run without = Run.of(args);
    assertEquals(ExitCode.REFUSED, without.code());
    assertTrue(without.out().contains("lacks witnesses: cosigned by 0 of 1"), without.out());
    var note = LogFixture.note(LogFixture.entries(SIZE));
    var cosigned = note.with(LogFixture.WITNESS.cosign(note.text(), 1_795_219_200));
    log.write("checkpoint", cosigned.toString().getBytes(StandardCharsets.UTF_8));
    Run with = Run.of(args);
    assertEquals(ExitCode.OK, with.code(), with.out());
    assertTrue(with.out().contains("Seen by the witness bureau.example.cn."), with.out());
  }

  @Test
  void aLogThatIsNoneEndsWithOneSentence() throws IOException {
    assertEquals(ExitCode.USAGE, Run.of("log", "audit", tiles).code());
    assertEquals(ExitCode.USAGE, audit("--tiles", tiles).code());
    Run none = Run.of("log", "audit", folder.resolve("none").toString(), "--key", KEY);
    assertEquals(ExitCode.UNREADABLE, none.code());
    Run empty = Run.of("log", "audit", folder.toString(), "--key", KEY);
    assertEquals(ExitCode.UNREADABLE, empty.code());
    assertTrue(empty.err().endsWith("(checkpoint): there is no such file or folder.\n"));
    log.write("checkpoint", "no\ncheckpoint\n".getBytes(StandardCharsets.UTF_8));
    Run garbage = audit();
    assertEquals(ExitCode.REFUSED, garbage.code());
    assertTrue(garbage.err().startsWith("The log's checkpoint: no blank line"), garbage.err());
    log.write("checkpoint", new byte[3_000_000]);
    assertEquals(ExitCode.REFUSED, audit().code());
  }

  @Test
  void aLogThatClaimsToBeEndlessIsRefused() throws IOException {
    TreeHash root = TreeHash.EMPTY;
    String text = LogFixture.ORIGIN + "\n" + Long.MAX_VALUE + "\n" + root + "\n";
    log.write(
        "checkpoint",
        (text + "\n" + LogFixture.LOG.sign(text) + "\n").getBytes(StandardCharsets.UTF_8));
    Run run = audit();
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().contains("more than --max-size 100000000."), run.err());
    Run all = audit("--max-size", "" + Long.MAX_VALUE, "--json");
    assertEquals(ExitCode.REFUSED, all.code(), "ends with the first missing bundle");
  }

  /** What is wrong above the leaves comes last, and may yet be the first. */
  @Test
  void aDamagedTileOfAHigherLevelIsNotLostAmongManyOthers() throws IOException {
    List<byte[]> entries = LogFixture.entries(40_000);
    log = LogFixture.publish(folder.resolve("large"), entries);
    entries.replaceAll(entry -> entry[entry.length - 2] == '7' ? new byte[] {7} : entry);
    log.writeBundles(entries, entries.size());
    log.write("tile/0/000", LogFixture.tree(entries).tiles().get(new Tile(0, 0, 256)));
    Run run = audit("--json");
    assertTrue(
        run.out().contains("\"firstBadIndex\": 0,\n  \"firstBadIndexLatest\": 255"), run.out());
  }

  @Test
  void findingsOfADamagedLogAreCountedAndBounded() throws IOException {
    List<byte[]> entries = LogFixture.entries(40_000);
    log = LogFixture.publish(folder.resolve("large"), entries);
    List<byte[]> others = new ArrayList<>(entries);
    others.replaceAll(entry -> new byte[] {1});
    log.writeBundles(others, others.size());
    Run run = audit("--json");
    assertFirstBad(0, true, run);
    assertTrue(run.out().lines().filter(l -> l.contains("\"kind\"")).count() <= 104, run.out());
    assertTrue(audit().out().contains("- … "), "the rest is counted");
  }
}
