package org.xiangpin.traceability.cli.witness;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileTree;
import org.xiangpin.traceability.log.TreeGrowth;
import org.xiangpin.traceability.log.TreeHash;
import org.xiangpin.traceability.sign.SigningKey;

/** A log in memory whose entries are numbers, and what it sends to a witness. */
final class WatchedLog {
  static final String ORIGIN = "trace.example.cn/log";

  final NoteSigner signer;
  private final String entries;
  private final Map<Tile, byte[]> tiles = new HashMap<>();

  /**
   * @param entries what stands before each number; two logs with different ones are a fork
   */
  WatchedLog(NoteSigner signer, String entries) {
    this.signer = signer;
    this.entries = entries;
  }

  static WatchedLog create() {
    return new WatchedLog(signer(ORIGIN, NoteKey.Kind.LOG, 1), "certified ");
  }

  /** The same log telling another history, signed with the same key. */
  WatchedLog fork() {
    return new WatchedLog(signer, "forged ");
  }

  static NoteSigner signer(String name, NoteKey.Kind kind, int secret) {
    byte[] seed = new byte[32];
    seed[0] = (byte) secret;
    return new NoteSigner(name, kind, SigningKey.ofSeed(seed));
  }

  private TreeGrowth grown(int size) {
    List<TreeHash> leaves =
        IntStream.range(0, size)
            .mapToObj(i -> TreeHash.ofLeaf((entries + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    TreeGrowth growth = new TileTree(0, tile -> new byte[0]).grow(leaves);
    tiles.putAll(growth.tiles());
    return growth;
  }

  SignedNote state(int size) {
    TreeHash root = size == 0 ? TreeHash.EMPTY : grown(size).root();
    return SignedNote.sign(Checkpoint.of(signer.publicKey().name(), size, root).text(), signer);
  }

  /** The proof from one size to another. */
  String proof(int old, int size) {
    grown(size);
    return new TileTree(size, tiles::get)
        .consistency(old).hashes().stream().map(hash -> hash + "\n").collect(Collectors.joining());
  }

  String request(int old, int size) {
    return "old " + old + "\n" + proof(old, size) + "\n" + state(size);
  }
}
