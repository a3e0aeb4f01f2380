package org.xiangpin.traceability.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileTree;
import org.xiangpin.traceability.log.TreeGrowth;
import org.xiangpin.traceability.log.TreeHash;
import org.xiangpin.traceability.sign.SigningKey;

/**
 * A log in a folder as a service publishes it. Bundles, tiles and checkpoint are written apart, so
 * that a test can rewrite some of them only, as somebody with the database's password would.
 *
 * @param folder where it lies
 */
record LogFixture(Path folder) {
  static final String ORIGIN = "trace.example.cn/log";
  static final NoteSigner LOG = signer(ORIGIN, NoteKey.Kind.LOG, 1);
  static final NoteSigner WITNESS = signer("bureau.example.cn", NoteKey.Kind.WITNESS, 2);
  static final NoteSigner OTHER_WITNESS = signer("school.example.cn", NoteKey.Kind.WITNESS, 3);

  private static NoteSigner signer(String name, NoteKey.Kind kind, int secret) {
    byte[] seed = new byte[32];
    seed[0] = (byte) secret;
    return new NoteSigner(name, kind, SigningKey.ofSeed(seed));
  }

  static List<byte[]> entries(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(LogFixture::entry).toList());
  }

  static byte[] entry(int number) {
    return ("{\"certified\":" + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  static TreeGrowth tree(List<byte[]> entries) {
    TileTree none = new TileTree(0, tile -> new byte[0]);
    return none.grow(entries.stream().map(TreeHash::ofLeaf).toList());
  }

  /** Writes a whole log. */
  static LogFixture publish(Path folder, List<byte[]> entries) throws IOException {
    LogFixture log = new LogFixture(folder);
    log.writeBundles(entries, entries.size());
    log.writeTiles(entries);
    log.writeCheckpoint(entries);
    return log;
  }

  /** Writes the bundles under the names that they have in a log of some size. */
  void writeBundles(List<byte[]> entries, int size) throws IOException {
    for (int from = 0; from < Math.min(size, entries.size()); from += Tile.FULL) {
      boolean last = from + Tile.FULL >= size;
      int to = last ? entries.size() : Math.min(from + Tile.FULL, entries.size());
      int most = Math.min(to, from + Tile.FULL);
      String path = EntryBundle.of(size, from / Tile.FULL).path();
      write(path, EntryBundle.encode(entries.subList(from, most)));
    }
  }

  void writeTiles(List<byte[]> entries) throws IOException {
    for (Map.Entry<Tile, byte[]> tile : tree(entries).tiles().entrySet()) {
      write(tile.getKey().path(), tile.getValue());
    }
  }

  void writeCheckpoint(List<byte[]> entries) throws IOException {
    write("checkpoint", note(entries).toString().getBytes(StandardCharsets.UTF_8));
  }

  static SignedNote note(List<byte[]> entries) {
    TreeGrowth tree = tree(entries);
    return SignedNote.sign(Checkpoint.of(ORIGIN, tree.size(), tree.root()).text(), LOG);
  }

  static LogProof proof(List<byte[]> entries, int index) {
    TreeGrowth grown = tree(entries);
    TileTree tree = new TileTree(grown.size(), tile -> grown.tiles().get(tile));
    return LogProof.of(tree.inclusion(index), note(entries));
  }

  void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Changes one byte of a file. */
  void damage(String path, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(path));
    bytes[at] ^= 1;
    write(path, bytes);
  }

  void delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  /** The ways of rewriting history, each at an index. */
  enum Tampering {
    UPDATE {
      @Override
      void apply(List<byte[]> entries, int index) {
        entries.set(index, entry(-index - 1));
      }
    },
    DELETE {
      @Override
      void apply(List<byte[]> entries, int index) {
        entries.remove(index);
      }
    },
    INSERT {
      @Override
      void apply(List<byte[]> entries, int index) {
        entries.add(index, entry(-index - 1));
      }
    },
    REORDER {
      @Override
      void apply(List<byte[]> entries, int index) {
        Collections.swap(entries, index, index + 1);
      }
    };

    abstract void apply(List<byte[]> entries, int index);
  }
}
