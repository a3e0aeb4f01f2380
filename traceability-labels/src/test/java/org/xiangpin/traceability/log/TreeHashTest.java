package org.xiangpin.traceability.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeHashTest {

  @Test
  void theRootOfACompleteSubtreeIsThatOfTheStandard() {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer hashes = ByteBuffer.allocate(Tile.FULL * TreeHash.LENGTH);
    for (int i = 0; i < Tile.FULL; i++) {
      entries.add(new byte[] {(byte) i, 7});
      hashes.put(TreeHash.ofLeaf(entries.get(i)).bytes());
    }
    PlainTree plain = new PlainTree(entries);
    for (int count = 1; count <= Tile.FULL; count *= 2) {
      byte[] some = new byte[count * TreeHash.LENGTH];
      hashes.rewind().get(some);
      byte[] before = some.clone();
      assertEquals(PlainTree.hash(plain.mth(0, count)), TreeHash.ofSubtree(some));
      assertArrayEquals(before, some, "the hashes stay as they were");
    }
  }

  @Test
  void hashesManyLeavesAsItDoesOne() {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer hashes = ByteBuffer.allocate(600 * TreeHash.LENGTH);
    for (int length = 0; length < 600; length++) { // on both sides of what is hashed in one piece
      entries.add(new byte[length]);
      hashes.put(TreeHash.ofLeaf(entries.get(length)).bytes());
    }
    assertArrayEquals(hashes.array(), TreeHash.ofLeaves(entries));
    assertArrayEquals(new byte[0], TreeHash.ofLeaves(List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 96, 512 * 32})
  void anotherNumberOfBytesIsNoSubtree(int bytes) {
    assertThrows(InvalidLogData.class, () -> TreeHash.ofSubtree(new byte[bytes]));
  }
}
