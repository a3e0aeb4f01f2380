package org.xiangpin.tracelog;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.Frontier;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TileTree;
import org.xiangpin.traceability.log.TreeHash;

/** What an outsider sees of the log and concludes from it, over HTTP alone. */
final class PublishedLog {

  private PublishedLog() {}

  static NoteKey key() {
    return NoteKey.parse(text("/log/key").strip());
  }

  static SignedNote note() {
    return SignedNote.parse(text("/log/checkpoint"));
  }

  /** The newest state, its signature checked. */
  static Checkpoint checkpoint() {
    return LogPolicy.of(key()).verify(note()).checkpoint();
  }

  static TileTree tree(long size) {
    return new TileTree(size, tile -> bytes("/log/" + tile.path()));
  }

  static List<byte[]> entries(long size) {
    List<byte[]> entries = new ArrayList<>();
    for (long index = 0; index * Tile.FULL < size; index++) {
      EntryBundle bundle = EntryBundle.of(size, index);
      entries.addAll(bundle.decode(bytes("/log/" + bundle.path())));
    }
    return entries;
  }

  /** The root as everything that is published makes it, tiles and entries alike. */
  static TreeHash provenRoot(long size) {
    TreeHash ofTiles = tree(size).root();
    TreeHash ofEntries =
        size == 0 ? TreeHash.EMPTY : Frontier.EMPTY.appendEntries(entries(size)).root();
    if (!ofTiles.equals(ofEntries)) {
      throw new AssertionError("the tiles are not those of the entries");
    }
    return ofTiles;
  }

  static byte[] bytes(String path) {
    return given().get(path).then().statusCode(200).extract().asByteArray();
  }

  private static String text(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }
}
