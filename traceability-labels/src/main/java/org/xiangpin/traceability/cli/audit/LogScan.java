package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.Finding.Kind;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TreeHash;

/**
 * One way through all entries of a log, from the first to the last, comparing every tile and the
 * root of the older checkpoint. One instance a scan, one caller.
 */
final class LogScan {
  private final LogFiles files;
  private final long size;
  private final Optional<Checkpoint> older;
  private final Optional<OlderTiles> olderTiles;
  private final Optional<TileFolder> kept;
  private final Findings findings;
  private final RightEdge edge = new RightEdge();
  private long entries;
  private long bytes;

  /**
   * Prepares a scan.
   *
   * @param files the log
   * @param size number of its entries
   * @param older an older checkpoint
   * @param olderTiles tiles that belong to it
   * @param kept where the recomputed tiles of level 0 go
   * @param findings takes what is wrong
   */
  LogScan(
      LogFiles files,
      long size,
      Optional<Checkpoint> older,
      Optional<OlderTiles> olderTiles,
      Optional<TileFolder> kept,
      Findings findings) {
    this.files = files;
    this.size = size;
    this.older = older;
    this.olderTiles = olderTiles;
    this.kept = kept;
    this.findings = findings;
  }

  /** Returns how many entries could be read. */
  long entries() {
    return entries;
  }

  /** Returns the bytes of their bundles. */
  long bytes() {
    return bytes;
  }

  /** Returns the root over all entries, or nothing when some cannot be read. */
  Optional<TreeHash> run() throws IOException {
    byte[] lastHashes = new byte[0];
    checkOlderRoot(-1, 0, lastHashes);
    long bundles = size / Tile.FULL + (size % Tile.FULL == 0 ? 0 : 1);
    try (BundleQueue queue = new BundleQueue(this::check, bundles, files.readersAtOnce())) {
      for (long i = 0; i < bundles; i++) {
        BundleCheck.Result result = queue.take();
        findings.addAll(result.findings());
        lastHashes = result.leafHashes();
        add(result);
        if (!result.isWhole()) {
          return Optional.empty();
        }
      }
    }
    edge.partialTiles(this::compare);
    return Optional.of(edge.rootAt(size, lastHashes));
  }

  private BundleCheck check(long index) {
    return new BundleCheck(files, olderTiles, EntryBundle.of(size, index));
  }

  private void add(BundleCheck.Result result) throws IOException {
    byte[] hashes = result.leafHashes();
    long end = entries + hashes.length / TreeHash.LENGTH;
    checkOlderRoot(entries, end - 1, hashes);
    if (kept.isPresent() && result.isWhole()) {
      kept.get().write(Tile.of(size, 0, entries / Tile.FULL), hashes);
    }
    if (result.root().isPresent()) {
      edge.addBundle(result.root().get(), this::compare);
    }
    // not before: the root over full bundles is made of nothing else
    checkOlderRoot(Math.max(entries, end - 1), end, hashes);
    entries = end;
    bytes += result.bytes();
  }

  private void compare(Tile tile, byte[] hashes) throws IOException {
    TileCheck.compare(files, tile, hashes).ifPresent(findings::add);
  }

  /** Compares the roots if the older log ends after the one and not after the other leaf count. */
  private void checkOlderRoot(long after, long last, byte[] leafHashes) {
    long leaves = older.map(Checkpoint::size).orElse(-1L);
    if (leaves <= after || leaves > last) {
      return;
    }
    if (!edge.rootAt(leaves, leafHashes).equals(older.get().root())) {
      String message =
          "The first %d entries are not those of the older checkpoint: among them something was"
              + " changed, taken out or put in.";
      findings.add(Finding.of(Kind.OLDER_ROOT, message.formatted(leaves)));
    }
  }
}
