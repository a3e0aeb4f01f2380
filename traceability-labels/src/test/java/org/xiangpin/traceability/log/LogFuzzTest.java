package org.xiangpin.traceability.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xiangpin.traceability.sign.SigningKey;

/** Whatever a stranger's log, tile or proof holds: it is read as it is written, or refused. */
class LogFuzzTest {
  private static final int ROUNDS = 4_000;
  private static final String ALPHABET = "tile/entrisx.p0129 \n+=A\u2014\u00e9\0\uD800";

  private final Random random = new Random(20261121);
  private int accepted;

  /** Reads a text and writes it again. */
  private interface Reader {
    String again(String text);
  }

  @Test
  void pathsOfTilesAndBundlesAreReadOrRefused() {
    List<String> tiles =
        List.of(
            "tile/0/000", "tile/7/x001/234.p/17", "tile/1/x036/x028/x797/x018/963", "tile/63/0");
    texts(tiles, text -> Tile.parse(text).path());
    List<String> bundles = List.of("tile/entries/000.p/1", "tile/entries/x123/x999/000.p/255");
    texts(bundles, text -> EntryBundle.parse(text).path());
  }

  @Test
  void checkpointsHashesAndSecretsAreReadOrRefused() {
    TreeHash hash = TreeHash.ofLeaf(new byte[1]);
    texts(
        List.of(
            Checkpoint.of("example.com/log", 12, hash).text(),
            new Checkpoint("é", Long.MAX_VALUE, hash, List.of("x", "y z")).text()),
        text -> Checkpoint.parse(text).text());
    texts(List.of(hash.toString()), text -> TreeHash.parse(text).toString());
    NoteSigner signer =
        new NoteSigner("example.com/log", NoteKey.Kind.LOG, SigningKey.ofSeed(new byte[32]));
    texts(List.of(signer.secretText()), text -> NoteSigner.parse(text).secretText());
  }

  private void texts(List<String> seeds, Reader reader) {
    accepted = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = changed(seeds.get(random.nextInt(seeds.size())));
      readOrRefused(text.length(), () -> assertEquals(text, reader.again(text)));
    }
    assertTrue(accepted > ROUNDS / 10, "accepted " + accepted);
    assertTrue(accepted < ROUNDS, "something should be refused");
  }

  private String changed(String seed) {
    StringBuilder text = new StringBuilder(seed);
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, c);
        case 1 -> text.setLength(at);
        case 2 -> text.append(seed);
        default -> text.replace(at, Math.min(at + 1, text.length()), "" + c);
      }
    }
    return text.toString();
  }

  private void readOrRefused(int length, Runnable reading) {
    try {
      reading.run();
      accepted++;
    } catch (InvalidLogData e) {
      assertTrue(e.position() >= -1 && e.position() <= length, e::toString);
      assertFalse(e.getMessage().isEmpty());
    }
  }

  @Test
  void filesOfBundlesAreReadOrRefused() {
    byte[] right = EntryBundle.encode(MerkleProofTest.entries(20, 3));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] file = right.clone();
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(4);
      }
      byte[] cut = Arrays.copyOf(file, file.length - random.nextInt(2));
      EntryBundle bundle = new EntryBundle(random.nextInt(3), 19 + random.nextInt(3));
      readOrRefused(
          cut.length,
          () -> {
            List<byte[]> entries = bundle.decode(cut);
            assertEquals(bundle.width(), entries.size());
            assertEquals(bundle.width() * TreeHash.LENGTH, bundle.leafHashes(cut).length);
          });
      readOrRefused(
          cut.length, () -> Frontier.EMPTY.appendBundles(List.of(cut), bundle.width()).root());
    }
    assertTrue(accepted > ROUNDS / 10, "accepted " + accepted);
  }

  @Test
  void proofsOfAnySizesAndHashesProveNothingAndBreakNothing() {
    for (int i = 0; i < ROUNDS; i++) {
      long size = number();
      long other = number();
      List<TreeHash> hashes = hashes(random.nextInt(random.nextBoolean() ? 4 : 70));
      TreeHash root = TreeHash.ofLeaf(new byte[2]);
      readOrRefused(0, () -> new InclusionProof(other, size, hashes).verify(TreeHash.EMPTY, root));
      readOrRefused(
          0, () -> new ConsistencyProof(other, size, hashes).verify(TreeHash.EMPTY, root));
      readOrRefused(0, () -> Frontier.of(size, hashes).append(root).root());
    }
  }

  @Test
  void tilesOfAnyBytesGiveAProofOrARefusal() {
    for (int i = 0; i < ROUNDS / 10; i++) {
      long size = number();
      TileTree tree =
          i % 2 == 0
              ? new TileTree(Math.max(size, 0), tile -> bytes(tile.width() * TreeHash.LENGTH))
              : new TileTree(Math.max(size, 0), tile -> bytes(random.nextInt(9_000)));
      readOrRefused(0, () -> tree.root());
      readOrRefused(0, () -> tree.inclusion(number()));
      readOrRefused(0, () -> tree.consistency(number()));
      readOrRefused(0, () -> tree.frontier());
      readOrRefused(0, () -> tree.grow(hashes(random.nextInt(300))));
    }
    assertTrue(accepted > ROUNDS / 10, "accepted " + accepted);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private List<TreeHash> hashes(int count) {
    return new ArrayList<>(
        Stream.generate(() -> TreeHash.of(bytes(TreeHash.LENGTH))).limit(count).toList());
  }

  /** Small, huge, negative, around powers of two. */
  private long number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(20);
      case 1 -> (1L << random.nextInt(63)) + random.nextInt(3) - 1;
      case 2 -> random.nextLong();
      case 3 -> random.nextInt(2_000_000);
      default -> Long.MAX_VALUE - random.nextInt(3);
    };
  }
}
