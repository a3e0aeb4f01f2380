package org.xiangpin.traceability.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

class TileTreeTest {
  /** Keeps the tiles of a log as its files, and counts what is read. */
  private static final class Files implements TileReader {
    private final Map<String, byte[]> files = new HashMap<>();
    private int reads;

    @Override
    public byte[] read(Tile tile) {
      reads++;
      byte[] file = files.get(tile.path());
      if (file == null) {
        throw new AssertionError("asked for a tile that this tree does not have: " + tile);
      }
      return file;
    }

    TileTree grow(TileTree tree, List<TreeHash> leaves) {
      TreeGrowth growth = tree.grow(leaves);
      for (Map.Entry<Tile, byte[]> tile : growth.tiles().entrySet()) {
        files.put(tile.getKey().path(), tile.getValue());
      }
      TileTree grown = new TileTree(growth.size(), this);
      assertEquals(growth.root(), grown.root());
      return grown;
    }
  }

  private static List<TreeHash> leaves(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> TreeHash.ofLeaf(entry(i))).toList();
  }

  private static byte[] entry(int i) {
    return ByteBuffer.allocate(4).putInt(i).array();
  }

  @Test
  void growsInStepsOfAnySizeToTheSameTiles() {
    Random random = new Random(5);
    Files files = new Files();
    TileTree tree = new TileTree(0, files);
    Frontier frontier = Frontier.EMPTY;
    List<byte[]> entries = new ArrayList<>();
    while (entries.size() < 70_000) {
      int count = random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(300);
      List<byte[]> more =
          IntStream.range(entries.size(), entries.size() + count)
              .mapToObj(TileTreeTest::entry)
              .toList();
      tree = files.grow(tree, more.stream().map(TreeHash::ofLeaf).toList());
      frontier = frontier.appendEntries(more);
      entries.addAll(more);
      assertEquals(frontier, tree.frontier());
      assertEquals(frontier.root(), tree.root());
    }
    PlainTree plain = new PlainTree(entries);
    files.files.forEach((path, file) -> assertArrayEquals(plain.tile(Tile.parse(path)), file));
  }

  @Test
  void hasTheTilesThatTheStandardNamesForSeventyThousandLeaves() {
    Set<Tile> tiles = new TileTree(0, tile -> new byte[0]).grow(leaves(0, 70_000)).tiles().keySet();
    Map<String, Long> kinds =
        tiles.stream()
            .collect(
                Collectors.groupingBy(t -> t.level() + "/" + t.width(), Collectors.counting()));
    Map<String, Long> expected =
        Map.of("0/256", 273L, "0/112", 1L, "1/256", 1L, "1/17", 1L, "2/1", 1L);
    assertEquals(expected, kinds);
    Set<Tile> of256 = new TileTree(0, tile -> new byte[0]).grow(leaves(0, 256)).tiles().keySet();
    assertEquals(Set.of(new Tile(0, 0, 256), new Tile(1, 0, 1)), of256);
  }

  @Test
  void aProofOverAMillionLeavesReadsAFewTiles() {
    int size = 1_000_000;
    Files files = new Files();
    TileTree tree = new TileTree(0, files);
    Frontier frontier = Frontier.EMPTY;
    for (int from = 0; from < size; from += 50_000) {
      List<byte[]> entries =
          IntStream.range(from, from + 50_000).mapToObj(TileTreeTest::entry).toList();
      tree = files.grow(tree, entries.stream().map(TreeHash::ofLeaf).toList());
      frontier = frontier.appendEntries(entries);
    }
    TreeHash root = frontier.root();
    assertEquals(root, tree.root());
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      int index = i == 0 ? 0 : i == 1 ? size - 1 : random.nextInt(size);
      files.reads = 0;
      InclusionProof proof = tree.inclusion(index);
      assertTrue(files.reads <= 6, files.reads + " tiles");
      proof.verify(TreeHash.ofLeaf(entry(index)), root);
      assertEquals(TreeHash.ofLeaf(entry(index)), tree.leaf(index));
      files.reads = 0;
      ConsistencyProof consistency = tree.consistency(index);
      assertTrue(files.reads <= 6, files.reads + " tiles");
      consistency.verify(tree.rootAt(index), root);
    }
  }

  @Test
  void refusesTilesOfTheWrongLength() {
    for (int length : new int[] {0, 31, 32 * 4, 32 * 5 - 1, 32 * 5 + 1, 32 * 257}) {
      TileTree tree = new TileTree(5, tile -> new byte[length]);
      InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> tree.inclusion(2));
      assertEquals(Reason.LENGTH, refusal.reason());
      assertEquals("tile/0/000.p/5", refusal.element());
      assertThrows(InvalidLogData.class, () -> tree.grow(leaves(5, 1)));
    }
    TileTree empty = new TileTree(0, tile -> new byte[0]);
    InvalidLogData half = assertThrows(InvalidLogData.class, () -> empty.grow(new byte[33]));
    assertEquals(Reason.LENGTH, half.reason());
    PlainTree plain = new PlainTree(MerkleProofTest.entries(256, 1));
    TileTree wide = new TileTree(5, tile -> plain.tile(tile.full()));
    TileTree narrow = new TileTree(5, plain::tile);
    assertEquals(narrow.root(), wide.root());
    assertEquals(narrow.grow(leaves(5, 9)).root(), wide.grow(leaves(5, 9)).root());
  }

  @Test
  void aTileThatWasChangedIsFoundByTheProof() {
    PlainTree plain = new PlainTree(MerkleProofTest.entries(300, 1));
    TreeHash root = new TileTree(300, plain::tile).root();
    TreeHash leaf = new TileTree(300, plain::tile).leaf(7);
    TileTree changed =
        new TileTree(
            300,
            tile -> {
              byte[] bytes = plain.tile(tile);
              bytes[bytes.length - 1] ^= 1;
              return bytes;
            });
    InclusionProof proof = changed.inclusion(7);
    assertThrows(InvalidLogData.class, () -> proof.verify(leaf, root));
    assertFalse(changed.root().equals(root));
  }

  @ParameterizedTest
  @CsvSource({
    "tile/0/000, 0, 0, 256",
    "tile/0/001.p/1, 0, 1, 1",
    "tile/3/x001/x234/067, 3, 1234067, 256",
    "tile/7/x001/000.p/255, 7, 1000, 255",
    "tile/0/x999/999, 0, 999999, 256",
    "tile/0/x036/x028/x797/x018/x963/967, 0, 36028797018963967, 256"
  })
  void readsAndWritesTilePaths(String path, int level, long index, int width) {
    assertEquals(new Tile(level, index, width), Tile.parse(path));
    assertEquals(path, new Tile(level, index, width).path());
    String entries = "tile/entries" + path.substring("tile/0".length());
    assertEquals(new EntryBundle(index, width), EntryBundle.parse(entries));
    assertEquals(entries, new EntryBundle(index, width).path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001/x002",
        "tile/0/x001",
        "tile/00/001",
        "tile/8/001",
        "tile/-1/001",
        "tile/99999999999999999999/001",
        "/tile/0/001",
        "tile/0/001/",
        "tile/0/001.p/0",
        "tile/0/001.p/256",
        "tile/0/001.p/257",
        "tile/0/001.p/01",
        "tile/0/001.p/",
        "tile/0/001.p",
        "tile/0/001.p/1.p/1",
        "tile/0/٠٠١",
        "tile/0/x036/x028/x797/x018/x963/968",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x036/x028/x797/x018/x963/967",
        "tile/entries/001",
      })
  void refusesOtherTilePaths(String path) {
    assertThrows(InvalidLogData.class, () -> Tile.parse(path));
    String entries = "tile/entries" + path.substring(Math.min(path.length(), "tile/0".length()));
    boolean levelOnly = path.matches("tile/(00|8|-1|9+)/001|/tile.*|tile/entries.*");
    if (!levelOnly) {
      assertThrows(InvalidLogData.class, () -> EntryBundle.parse(entries));
    }
  }

  @Test
  void namesTheTilesOfATreeOfAnySize() {
    assertEquals(new Tile(0, 273, 112), Tile.of(70_000, 0, 273));
    assertEquals(new Tile(2, 0, 1), Tile.of(70_000, 2, 0));
    assertEquals(new Tile(7, 0, 127), Tile.of(Long.MAX_VALUE, 7, 0));
    assertEquals(new EntryBundle(273, 112), EntryBundle.of(70_000, 273));
    assertThrows(InvalidLogData.class, () -> Tile.of(70_000, 0, 274));
    assertThrows(InvalidLogData.class, () -> Tile.of(70_000, 3, 0));
    assertThrows(InvalidLogData.class, () -> Tile.of(70_000, -1, 0));
    assertThrows(InvalidLogData.class, () -> EntryBundle.of(0, 0));
  }

  @Test
  void hashesBundlesToTheLeavesAndGoesOnByThem() {
    int size = 256 * 5 + 17;
    List<byte[]> entries = MerkleProofTest.entries(size, 2);
    PlainTree plain = new PlainTree(entries);
    List<byte[]> files = new ArrayList<>();
    for (int from = 0; from < size; from += 256) {
      byte[] file = EntryBundle.encode(entries.subList(from, Math.min(size, from + 256)));
      EntryBundle bundle = EntryBundle.of(size, from / 256);
      assertArrayEquals(plain.tile(Tile.of(size, 0, from / 256)), bundle.leafHashes(file));
      files.add(file);
    }
    Frontier whole = Frontier.EMPTY.appendEntries(entries);
    assertEquals(whole, Frontier.EMPTY.appendBundles(files, size));
    Frontier two = Frontier.EMPTY.appendBundles(files.subList(0, 2), 512);
    assertEquals(Frontier.EMPTY.appendEntries(entries.subList(0, 512)), two);
    assertEquals(whole, two.appendBundles(files.subList(2, 6), size));
    assertEquals(two, two.appendBundles(List.of(), 512));
    List<byte[]> rest = files.subList(2, 6);
    assertThrows(InvalidLogData.class, () -> two.appendBundles(rest, size + 256));
    assertThrows(InvalidLogData.class, () -> two.appendBundles(rest, 512 + 256 * 3));
    assertThrows(InvalidLogData.class, () -> whole.appendBundles(List.of(), size));
    assertThrows(InvalidLogData.class, () -> two.appendBundles(List.of(), 256));
    InvalidLogData refusal =
        assertThrows(InvalidLogData.class, () -> two.appendBundles(rest, size + 1));
    assertEquals("tile/entries/005.p/18", refusal.element());
    assertEquals(files.get(5).length, refusal.position());
  }

  @Test
  void readsBundlesAsTheyAreWritten() {
    List<byte[]> entries = new ArrayList<>(MerkleProofTest.entries(254, 9));
    entries.add(new byte[65_535]);
    entries.add(new byte[0]);
    byte[] file = EntryBundle.encode(entries);
    List<byte[]> read = new EntryBundle(0, 256).decode(file);
    for (int i = 0; i < 256; i++) {
      assertArrayEquals(entries.get(i), read.get(i));
    }
    assertThrows(InvalidLogData.class, () -> new EntryBundle(0, 255).decode(file));
    assertThrows(InvalidLogData.class, () -> EntryBundle.encode(List.of(new byte[65_536])));
    assertThrows(InvalidLogData.class, () -> EntryBundle.encode(List.of()));
    byte[] known = EntryBundle.encode(List.of(new byte[] {7, 8}, new byte[258]));
    assertEquals(2 + 2 + 2 + 258, known.length);
    assertArrayEquals(new byte[] {0, 2, 7, 8, 1, 2, 0}, java.util.Arrays.copyOf(known, 7));
    Set<Integer> places = new HashSet<>();
    for (int length = 0; length < known.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(known, length);
      EntryBundle two = new EntryBundle(0, 2);
      InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> two.decode(cut));
      places.add(refusal.position());
    }
    assertEquals(Set.of(0, 4), places);
  }
}
