package org.xiangpin.traceability.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.log.InvalidLogData.Reason;
import org.xiangpin.traceability.log.NoteKey.Kind;
import org.xiangpin.traceability.sign.SigningKey;

class LogProofTest {
  private static final String ORIGIN = "log.example.cn/county";
  private static final int SIZE = 300;
  private static final int INDEX = 277;
  private static final List<byte[]> ENTRIES = MerkleProofTest.entries(SIZE, 21);
  private static final byte[] ENTRY = ENTRIES.get(INDEX);
  private static final TileTree TREE = new TileTree(SIZE, new PlainTree(ENTRIES)::tile);
  private static final NoteSigner LOG = signer(ORIGIN, Kind.LOG, 1);
  private static final NoteSigner SCHOOL = signer("school.example.cn", Kind.WITNESS, 2);
  private static final NoteSigner BUREAU = signer("bureau.example.cn", Kind.WITNESS, 3);
  private static final LogPolicy TWO =
      new LogPolicy(ORIGIN, LOG.publicKey(), List.of(SCHOOL.publicKey(), BUREAU.publicKey()), 2);

  private static NoteSigner signer(String name, Kind kind, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new NoteSigner(name, kind, SigningKey.ofSeed(bytes));
  }

  private static SignedNote checkpoint(String origin, long size, TreeHash root) {
    String text = Checkpoint.of(origin, size, root).text();
    return SignedNote.sign(text, LOG)
        .with(SCHOOL.cosign(text, 1_795_000_000L))
        .with(BUREAU.cosign(text, 1_795_000_005L));
  }

  private static final LogProof PROOF =
      LogProof.of(TREE.inclusion(INDEX), checkpoint(ORIGIN, SIZE, TREE.root()));

  private static Reason refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(InvalidLogData.class, action).reason();
  }

  @Test
  void anOutsiderChecksAnEntryWithTheFileAndKeysAlone() {
    LogProof read = LogProof.parse(PROOF.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(PROOF, read);
    LogPolicy.Verified verified = read.verify(ENTRY, TWO);
    assertEquals(SIZE, verified.checkpoint().size());
    assertEquals(
        List.of(
            new Cosignature(SCHOOL.publicKey(), 1_795_000_000L),
            new Cosignature(BUREAU.publicKey(), 1_795_000_005L)),
        verified.cosignatures());
    LogPolicy.Verified alone = read.verify(ENTRY, LogPolicy.of(LOG.publicKey()));
    assertEquals(List.of(), alone.cosignatures());
  }

  @Test
  void isLaidOutAsTheStandardSays() {
    List<String> lines = PROOF.withExtra(new byte[] {1, 2}).toString().lines().toList();
    assertEquals("c2sp.org/tlog-proof@v1", lines.get(0));
    assertEquals("extra AQI=", lines.get(1));
    assertEquals("index 277", lines.get(2));
    assertEquals(TREE.inclusion(INDEX).hashes().get(0).toString(), lines.get(3));
    int blank = 3 + TREE.inclusion(INDEX).hashes().size();
    assertEquals("", lines.get(blank));
    assertEquals(ORIGIN, lines.get(blank + 1));
    assertEquals("300", lines.get(blank + 2));
    assertEquals(TREE.root().toString(), lines.get(blank + 3));
    assertEquals("", lines.get(blank + 4));
    assertTrue(lines.get(blank + 5).startsWith("— " + ORIGIN + " "));
    assertEquals(blank + 8, lines.size());
    LogProof read = LogProof.parse(PROOF.withExtra(new byte[] {1, 2}).toString());
    assertEquals(Optional.of("AQI="), read.extra());
    read.verify(ENTRY, TWO);
  }

  @Test
  void provesTheOnlyEntryOfALogWithoutHashes() {
    TileTree one = new TileTree(1, new PlainTree(ENTRIES)::tile);
    LogProof proof = LogProof.of(one.inclusion(0), checkpoint(ORIGIN, 1, one.root()));
    LogProof.parse(proof.toString()).verify(ENTRIES.get(0), TWO);
    assertTrue(proof.toString().startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\n" + ORIGIN));
  }

  @Test
  void refusesAnotherEntryIndexOrHash() {
    assertEquals(Reason.HASH, refusal(() -> PROOF.verify(ENTRIES.get(0), TWO)));
    byte[] leaf = TreeHash.ofLeaf(ENTRY).bytes();
    assertEquals(Reason.HASH, refusal(() -> PROOF.verify(leaf, TWO)));
    String text = PROOF.toString();
    String moved = text.replace("index 277", "index 276");
    assertEquals(Reason.HASH, refusal(() -> LogProof.parse(moved).verify(ENTRY, TWO)));
    for (TreeHash hash : PROOF.hashes()) {
      byte[] other = hash.bytes();
      other[31] ^= 1;
      String changed = text.replace(hash.toString(), TreeHash.of(other).toString());
      assertEquals(Reason.HASH, refusal(() -> LogProof.parse(changed).verify(ENTRY, TWO)));
      String cut = text.replace(hash + "\n", "");
      assertEquals(Reason.LENGTH, refusal(() -> LogProof.parse(cut)));
      String twice = text.replace(hash + "\n", hash + "\n" + hash + "\n");
      assertEquals(Reason.LENGTH, refusal(() -> LogProof.parse(twice)));
    }
  }

  @Test
  void refusesACheckpointThatTheLogOrTheWitnessesDidNotSign() {
    String text = PROOF.toString();
    TreeHash root = TREE.root();
    String otherRoot = text.replace(root.toString(), TREE.rootAt(299).toString());
    assertEquals(Reason.SIGNATURE, refusal(() -> LogProof.parse(otherRoot).verify(ENTRY, TWO)));
    String state = Checkpoint.of(ORIGIN, SIZE, root).text();
    SignedNote one = SignedNote.sign(state, LOG).with(SCHOOL.cosign(state, 1));
    SignedNote same = one.with(SCHOOL.cosign(state, 2));
    assertEquals(Reason.QUORUM, refusal(() -> TWO.verify(one)));
    assertEquals(Reason.QUORUM, refusal(() -> TWO.verify(same)));
    SignedNote unsigned =
        new SignedNote(state, List.of(SCHOOL.cosign(state, 1), BUREAU.cosign(state, 1)));
    assertEquals(Reason.KEY, refusal(() -> TWO.verify(unsigned)));
    SignedNote elsewhere = checkpoint("log.example.cn/other", SIZE, root);
    assertEquals(Reason.ORIGIN, refusal(() -> TWO.verify(elsewhere)));
    SignedNote nonsense = SignedNote.sign("no checkpoint\n", LOG);
    assertEquals(Reason.FORMAT, refusal(() -> LogPolicy.of(LOG.publicKey()).verify(nonsense)));
  }

  @Test
  void refusesPoliciesThatCountAKeyTwice() {
    NoteKey log = LOG.publicKey();
    NoteKey school = SCHOOL.publicKey();
    NoteKey alias = new NoteKey("alias", Kind.WITNESS, school.key());
    NoteKey logAsWitness = new NoteKey("w", Kind.WITNESS, log.key());
    assertEquals(Reason.KEY, refusal(() -> new LogPolicy(ORIGIN, log, List.of(school, alias), 1)));
    assertEquals(Reason.KEY, refusal(() -> new LogPolicy(ORIGIN, log, List.of(logAsWitness), 1)));
    assertEquals(Reason.KEY, refusal(() -> new LogPolicy(ORIGIN, log, List.of(log), 1)));
    assertEquals(Reason.KEY, refusal(() -> LogPolicy.of(school)));
    assertEquals(Reason.QUORUM, refusal(() -> new LogPolicy(ORIGIN, log, List.of(school), 2)));
    assertEquals(Reason.QUORUM, refusal(() -> new LogPolicy(ORIGIN, log, List.of(school), -1)));
  }

  @Test
  void readsCheckpointsAsTheyAreWritten() {
    TreeHash root = TREE.root();
    for (Checkpoint checkpoint :
        List.of(
            Checkpoint.of("o", 0, TreeHash.EMPTY),
            Checkpoint.of("go.sum database tree", Long.MAX_VALUE, root),
            new Checkpoint("o", 7, root, List.of("a", "Timestamp: 1")))) {
      assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
    }
    assertEquals(Reason.RANGE, refusal(() -> Checkpoint.of("o", -1, root)));
    assertEquals(Reason.FORMAT, refusal(() -> Checkpoint.of("", 1, root)));
    assertEquals(Reason.FORMAT, refusal(() -> Checkpoint.of("a\nb", 1, root)));
    assertEquals(Reason.FORMAT, refusal(() -> new Checkpoint("o", 1, root, List.of(""))));
    assertEquals(
        Reason.RANGE, refusal(() -> LogProof.of(TREE.inclusion(3), checkpoint("o", 299, root))));
  }

  /** In the first column a bar is a line break, R the root. */
  @ParameterizedTest
  @CsvSource({
    "'', FORMAT, 0",
    "o|1|R, FORMAT, 48",
    "o|1|, FORMAT, 4",
    "|1|R|, FORMAT, 0",
    "o|01|R|, NUMBER, 2",
    "o|+1|R|, NUMBER, 2",
    "o|-1|R|, NUMBER, 2",
    "o|9223372036854775808|R|, NUMBER, 2",
    "o|99999999999999999999|R|, NUMBER, 2",
    "o|１|R|, NUMBER, 2",
    "o|1|AAAA|, LENGTH, 4",
    "o|1|=R|, BASE64, 4",
    "o|1|R||, FORMAT, 49",
    "o|1|R||x|, FORMAT, 49",
    "o|1|R|\tx|, ENCODING, 49"
  })
  void namesThePlaceWhereACheckpointIsBroken(String lines, Reason reason, int position) {
    String text = lines.replace('|', '\n').replace("R", TREE.root().toString());
    InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> Checkpoint.parse(text));
    assertEquals(reason, refusal.reason(), refusal.getMessage());
    assertEquals(position, refusal.position(), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "c2sp.org/tlog-proof@v1, c2sp.org/tlog-proof@v2, FORMAT, 0",
    "index 277, index 0277, NUMBER, 29",
    "index 277, Index 277, FORMAT, 23",
    "index 277, index 300, RANGE, -1",
    "index 277, 'extra |index 277', LENGTH, 29",
    "index 277, 'extra AQ|index 277', BASE64, 29",
    "index 277, 'extra AQI=|extra AQI=|index 277', FORMAT, 34",
    "index 277, 'index 277|AAAA', LENGTH, 33"
  })
  void namesThePlaceWhereAProofIsBroken(String old, String now, Reason reason, int position) {
    String text = PROOF.toString().replace(old, now.replace('|', '\n'));
    InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> LogProof.parse(text));
    assertEquals(reason, refusal.reason(), refusal.getMessage());
    assertEquals(position, refusal.position(), refusal.getMessage());
  }

  @Test
  void aBlankLineTooEarlyMakesHashesTheCheckpoint() {
    String text = PROOF.toString().replace("index 277\n", "index 277\n\n");
    InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> LogProof.parse(text));
    assertEquals("checkpoint", refusal.element());
    assertEquals(text.indexOf("\n\n" + ORIGIN) + 1, refusal.position());
  }

  @Test
  void countsPlacesInTheCheckpointFromTheBeginningOfTheFile() {
    String text = PROOF.toString().replace("\n300\n", "\n0300\n");
    InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> LogProof.parse(text));
    assertEquals(text.indexOf("0300"), refusal.position());
    String cut = PROOF.toString().replace("— bureau", "- bureau");
    refusal = assertThrows(InvalidLogData.class, () -> LogProof.parse(cut));
    assertEquals(cut.indexOf("- bureau"), refusal.position());
  }

  @Test
  void refusesEveryCutFile() {
    byte[] bytes = PROOF.toString().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      // cut after a whole signature line it is a proof with fewer witnesses
      if (length > 0 && bytes[length - 1] == '\n' && length > bytes.length - 300) {
        assertEquals(Reason.QUORUM, refusal(() -> LogProof.parse(cut).verify(ENTRY, TWO)));
      } else {
        assertThrows(InvalidLogData.class, () -> LogProof.parse(cut), "length " + length);
      }
    }
  }

  @Test
  void neverThrowsAnythingElseAndNeverBelievesAChangedProof() {
    Random random = new Random(17);
    byte[] right = PROOF.toString().getBytes(StandardCharsets.UTF_8);
    int believed = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] bytes = right.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(bytes.length);
        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : "\n =index0".charAt(n));
      }
      try {
        LogProof.parse(bytes).verify(ENTRY, TWO);
        assertEquals(PROOF, LogProof.parse(bytes));
        believed++;
      } catch (InvalidLogData expected) {
        assertTrue(expected.position() <= bytes.length);
      }
    }
    assertTrue(believed < 20, "believed only where a byte was replaced by itself: " + believed);
  }
}
