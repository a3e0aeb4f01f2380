package org.xiangpin.tracelog;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.xiangpin.shared.NotFound;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.Tile;

/**
 * The log as files that anybody may read and any cache may keep (C2SP tlog-tiles): {@code
 * checkpoint}, {@code tile/<L>/<N>[.p/<W>]}, {@code tile/entries/<N>[.p/<W>]}; beside these the key
 * and a proof for each entry. Only what a signed state covers is shown.
 */
@Path("/log")
public class LogResource {

  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final String BYTES = "application/octet-stream";

  /** A tile never changes, nor does the beginning that a partial one is. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String ASK_AGAIN = "no-cache";

  @Inject TraceLog log;
  @Inject Checkpoints checkpoints;
  @Inject LogSigner signer;
  @Inject DataSource database;

  @GET
  @Path("checkpoint")
  public Response checkpoint() {
    return answer(newest().note().toString(), TEXT, ASK_AGAIN).build();
  }

  /** {@code name+id+base64}, as C2SP signed-note writes it. */
  @GET
  @Path("key")
  public Response key() {
    return answer(signer.publicKey() + "\n", TEXT, ASK_AGAIN).build();
  }

  @GET
  @Path("tile/{path: .+}")
  public Response tile(@PathParam("path") String path) throws SQLException {
    try {
      return path.startsWith("entries/")
          ? bundle(EntryBundle.parse("tile/" + path))
          : tile(Tile.parse("tile/" + path));
    } catch (InvalidLogData e) {
      throw new NotFound();
    }
  }

  /** The bundles at the address that some readers ask for. */
  @GET
  @Path("entries/{path: .+}")
  public Response entries(@PathParam("path") String path) throws SQLException {
    return tile("entries/" + path);
  }

  /** {@code c2sp.org/tlog-proof@v1}: all that an outsider needs beside the key. */
  @GET
  @Path("proof/{index: [0-9]{1,18}}")
  public Response proof(@PathParam("index") long index) {
    LogProof proof = log.prove(index).orElseThrow(NotFound::new);
    return answer(proof.toString(), TEXT, ASK_AGAIN)
        .header("Content-Disposition", "attachment; filename=\"" + index + ".tlog-proof\"")
        .build();
  }

  private Response tile(Tile tile) throws SQLException {
    if (!isSigned(tile.level(), tile.index(), tile.width())) {
      throw new NotFound();
    }
    try (Connection connection = database.getConnection()) {
      byte[] hashes = new LogTiles(connection).find(tile).orElseThrow(NotFound::new);
      return answer(hashes, BYTES, FOR_EVER).build();
    }
  }

  /**
   * Where somebody took entries out behind our back, what is left is shown: it tells an audit which
   * was the first.
   */
  private Response bundle(EntryBundle bundle) throws SQLException {
    if (!isSigned(0, bundle.index(), bundle.width())) {
      throw new NotFound();
    }
    try (Connection connection = database.getConnection()) {
      List<byte[]> entries = new LogBatches(connection).find(bundle);
      if (entries.isEmpty()) {
        throw new NotFound();
      }
      boolean isWhole = entries.size() == bundle.width();
      return answer(EntryBundle.encode(entries), BYTES, isWhole ? FOR_EVER : "no-store").build();
    }
  }

  private boolean isSigned(int level, long index, int width) {
    return (newest().size() >> (8 * level)) - index * Tile.FULL >= width;
  }

  private SignedState newest() {
    return checkpoints.newest().orElseThrow(NotFound::new);
  }

  private static Response.ResponseBuilder answer(Object body, String type, String cache) {
    return Response.ok(
            body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : body, type)
        .header("Cache-Control", cache)
        .header("Access-Control-Allow-Origin", "*");
  }
}
