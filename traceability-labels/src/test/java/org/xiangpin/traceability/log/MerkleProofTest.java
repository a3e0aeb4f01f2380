package org.xiangpin.traceability.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

class MerkleProofTest {
  private static final int SIZES = 300;
  private static final List<byte[]> ENTRIES = entries(SIZES, 1);
  private static final PlainTree PLAIN = new PlainTree(ENTRIES);

  /** The leaves of Certificate Transparency's reference tests. */
  private static final List<byte[]> CT =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(hex -> HexFormat.of().parseHex(hex))
          .toList();

  static List<byte[]> entries(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] entry = new byte[random.nextInt(100)];
              random.nextBytes(entry);
              return entry;
            })
        .toList();
  }

  /** What PLAIN says of a tile does not change, and it says it slowly. */
  private static final Map<Tile, byte[]> TILES = new HashMap<>();

  private static TileTree tree(int size) {
    return new TileTree(size, tile -> TILES.computeIfAbsent(tile, PLAIN::tile));
  }

  private static TileTree ctTree(int size) {
    return new TileTree(size, new PlainTree(CT)::tile);
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void givesTheRootsOfCertificateTransparency(int size, String root) {
    assertEquals(root, ctTree(size).root().toHex());
    assertEquals(root, Frontier.EMPTY.appendEntries(CT.subList(0, size)).root().toHex());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void givesTheInclusionProofsOfCertificateTransparency(int index, int size, String hashes) {
    InclusionProof proof = ctTree(size).inclusion(index);
    assertEquals(hashes, hex(proof.hashes()));
    proof.verify(TreeHash.ofLeaf(CT.get(index)), ctTree(size).root());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, ''",
    "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void givesTheConsistencyProofsOfCertificateTransparency(int old, int size, String hashes) {
    ConsistencyProof proof = ctTree(size).consistency(old);
    assertEquals(hashes, hex(proof.hashes()));
    proof.verify(ctTree(old).root(), ctTree(size).root());
  }

  private static String hex(List<TreeHash> hashes) {
    return String.join(" ", hashes.stream().map(TreeHash::toHex).toList());
  }

  @Test
  void growsToTheSameRootAtEverySize() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size <= SIZES; size++) {
      ByteBuffer root = PLAIN.mth(0, size);
      assertEquals(root, ByteBuffer.wrap(frontier.root().bytes()), "size " + size);
      assertEquals(root, ByteBuffer.wrap(tree(size).root().bytes()), "size " + size);
      assertEquals(frontier, tree(size).frontier());
      assertEquals(frontier, Frontier.of(size, frontier.hashes()));
      assertEquals(size, frontier.size());
      if (size < SIZES) {
        byte[] next = ENTRIES.get(size);
        Frontier other = frontier.appendEntries(List.of(next));
        frontier = frontier.append(TreeHash.ofLeaf(next));
        assertEquals(frontier, other);
        assertEquals(frontier.hashCode(), other.hashCode());
      }
    }
  }

  @Test
  void provesEveryLeafOfEverySize() {
    for (int size = 1; size <= SIZES; size++) {
      TreeHash root = PlainTree.hash(PLAIN.mth(0, size));
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree(size).inclusion(index);
        assertEquals(PLAIN.path(index, 0, size), PlainTree.buffers(proof.hashes()));
        proof.verify(TreeHash.ofLeaf(ENTRIES.get(index)), root);
      }
    }
  }

  @Test
  void provesThatEverySizeBeginsWithEverySmallerOne() {
    for (int size = 0; size <= SIZES; size++) {
      TreeHash root = PlainTree.hash(PLAIN.mth(0, size));
      for (int old = 0; old <= size; old++) {
        ConsistencyProof proof = tree(size).consistency(old);
        List<ByteBuffer> expected = old == 0 ? List.of() : PLAIN.subproof(old, 0, size, true);
        assertEquals(expected, PlainTree.buffers(proof.hashes()), old + " of " + size);
        assertEquals(PlainTree.hash(PLAIN.mth(0, old)), tree(size).rootAt(old));
        proof.verify(PlainTree.hash(PLAIN.mth(0, old)), root);
      }
    }
  }

  @Test
  void refusesEveryChangeOfAnInclusionProof() {
    for (int size = 1; size <= 40; size++) {
      TreeHash root = tree(size).root();
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree(size).inclusion(index);
        TreeHash leaf = TreeHash.ofLeaf(ENTRIES.get(index));
        refused(Reason.HASH, () -> proof.verify(flip(leaf), root));
        refused(Reason.HASH, () -> proof.verify(leaf, flip(root)));
        for (List<TreeHash> changed : changes(proof.hashes())) {
          InvalidLogData refusal =
              assertThrows(
                  InvalidLogData.class,
                  () ->
                      new InclusionProof(proof.index(), proof.size(), changed).verify(leaf, root));
          boolean sameLength = changed.size() == proof.hashes().size();
          assertEquals(sameLength ? Reason.HASH : Reason.LENGTH, refusal.reason());
        }
        for (int other = 0; other < size; other++) {
          if (other != index) {
            long at = other;
            assertThrows(
                InvalidLogData.class,
                () -> new InclusionProof(at, proof.size(), proof.hashes()).verify(leaf, root));
          }
        }
      }
    }
  }

  @Test
  void refusesEveryChangeOfAConsistencyProof() {
    for (int size = 2; size <= 40; size++) {
      TreeHash root = tree(size).root();
      for (int old = 1; old < size; old++) {
        long was = old;
        ConsistencyProof proof = tree(size).consistency(old);
        TreeHash oldRoot = tree(old).root();
        refused(Reason.HASH, () -> proof.verify(flip(oldRoot), root));
        refused(Reason.HASH, () -> proof.verify(oldRoot, flip(root)));
        refused(Reason.HASH, () -> proof.verify(root, oldRoot));
        for (List<TreeHash> changed : changes(proof.hashes())) {
          assertThrows(
              InvalidLogData.class,
              () -> new ConsistencyProof(was, proof.newSize(), changed).verify(oldRoot, root));
        }
      }
    }
    refusesProofsForAHigherTree();
    TreeHash five = tree(5).root();
    refused(Reason.HASH, () -> tree(5).consistency(5).verify(five, tree(4).root()));
    refused(Reason.HASH, () -> tree(5).consistency(0).verify(five, five));
  }

  /** Trees of one height may share a proof; the size is bound to the root by the checkpoint. */
  private static void refusesProofsForAHigherTree() {
    for (int size = 2; size <= 16; size++) {
      TreeHash root = tree(size).root();
      for (long old = 1; old < size; old++) {
        TreeHash oldRoot = tree((int) old).root();
        List<TreeHash> hashes = tree(size).consistency(old).hashes();
        ConsistencyProof higher = new ConsistencyProof(old, 2L * size, hashes);
        refused(Reason.HASH, () -> higher.verify(oldRoot, root));
      }
    }
  }

  private static TreeHash flip(TreeHash hash) {
    byte[] bytes = hash.bytes();
    bytes[bytes[0] & 31] ^= 4;
    return TreeHash.of(bytes);
  }

  /** One hash changed, missing, twice or in another's place. */
  private static List<List<TreeHash>> changes(List<TreeHash> hashes) {
    List<List<TreeHash>> all = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      List<TreeHash> flipped = new ArrayList<>(hashes);
      flipped.set(i, flip(hashes.get(i)));
      List<TreeHash> missing = new ArrayList<>(hashes);
      missing.remove(i);
      List<TreeHash> twice = new ArrayList<>(hashes);
      twice.add(i, hashes.get(i));
      all.addAll(List.of(flipped, missing, twice));
      if (i > 0) {
        List<TreeHash> swapped = new ArrayList<>(hashes);
        Collections.swap(swapped, i - 1, i);
        all.add(swapped);
      }
    }
    return all;
  }

  private static void refused(Reason reason, org.junit.jupiter.api.function.Executable action) {
    assertEquals(reason, assertThrows(InvalidLogData.class, action).reason());
  }

  @Test
  void refusesPlacesOutsideTheTree() {
    refused(Reason.RANGE, () -> tree(5).inclusion(5));
    refused(Reason.RANGE, () -> tree(5).inclusion(-1));
    refused(Reason.RANGE, () -> tree(0).inclusion(0));
    refused(Reason.RANGE, () -> tree(5).leaf(5));
    refused(Reason.RANGE, () -> tree(5).consistency(6));
    refused(Reason.RANGE, () -> tree(5).rootAt(-1));
    refused(Reason.RANGE, () -> new TileTree(-1, PLAIN::tile));
    refused(Reason.RANGE, () -> new InclusionProof(0, 0, List.of()));
    refused(Reason.RANGE, () -> new ConsistencyProof(2, 1, List.of()));
    refused(Reason.LENGTH, () -> new ConsistencyProof(1, 2, List.of()));
    refused(Reason.LENGTH, () -> Frontier.of(3, List.of(TreeHash.EMPTY)));
    refused(Reason.LENGTH, () -> TreeHash.of(new byte[31]));
    refused(Reason.BASE64, () -> TreeHash.parse("A".repeat(43)));
    refused(Reason.LENGTH, () -> new InclusionProof(0, Long.MAX_VALUE, List.of()));
  }

  @Test
  void hashesLeavesOfEveryLength() throws Exception {
    for (int length : new int[] {0, 1, 54, 55, 63, 64, 510, 511, 512, 513, 1_000, 65_535}) {
      byte[] entry = new byte[length];
      new Random(length).nextBytes(entry);
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((byte) 0);
      assertEquals(TreeHash.of(sha.digest(entry)), TreeHash.ofLeaf(entry), length + " bytes");
    }
  }

  @Test
  void aHashIsReadAsItIsWritten() {
    TreeHash hash = tree(7).root();
    assertEquals(hash, TreeHash.parse(hash.toString()));
    assertEquals(hash, tree(7).rootAt(7));
    hash.bytes()[0] ^= 1;
    assertEquals(tree(7).root(), hash);
  }
}
