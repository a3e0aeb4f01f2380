package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xiangpin.traceability.cli.audit.Finding.Kind;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Reads and hashes one bundle, and compares it with the tile of level 0 in its place.
 *
 * @param files the log
 * @param older older tiles, if there are any
 * @param bundle the bundle
 */
record BundleCheck(LogFiles files, Optional<OlderTiles> older, EntryBundle bundle)
    implements Callable<BundleCheck.Result> {

  /**
   * What came out.
   *
   * @param bytes of the file
   * @param leafHashes 32 bytes for each entry that can be read
   * @param isWhole whether these are all of the bundle
   * @param root of a full bundle
   * @param findings what is wrong
   */
  record Result(
      long bytes,
      byte[] leafHashes,
      boolean isWhole,
      Optional<TreeHash> root,
      List<Finding> findings) {}

  @Override
  public Result call() throws IOException {
    EntryBundle read = bundle;
    Optional<byte[]> file = files.read(bundle);
    if (file.isEmpty() && bundle.width() < Tile.FULL) {
      read = new EntryBundle(bundle.index(), Tile.FULL); // which a log may keep instead
      file = files.read(read);
    }
    if (file.isEmpty()) {
      return broken(new byte[0], "there is no file " + bundle.path());
    }
    try {
      byte[] hashes = read.leafHashes(file.get());
      return whole(file.get(), Arrays.copyOf(hashes, bundle.width() * TreeHash.LENGTH));
    } catch (InvalidLogData e) {
      return broken(hashesBefore(file.get(), e.position()), e.getMessage());
    }
  }

  private Result whole(byte[] file, byte[] hashes) throws IOException {
    Optional<TreeHash> root =
        bundle.width() == Tile.FULL ? Optional.of(TreeHash.ofSubtree(hashes)) : Optional.empty();
    return new Result(file.length, hashes, true, root, compared(hashes));
  }

  private List<Finding> compared(byte[] hashes) throws IOException {
    List<Finding> findings = new ArrayList<>();
    if (older.isPresent()) {
      older.get().firstChange(bundle, hashes).ifPresent(findings::add);
    }
    Tile tile = new Tile(0, bundle.index(), bundle.width());
    TileCheck.compare(files, tile, hashes).ifPresent(findings::add);
    return findings;
  }

  private Result broken(byte[] hashes, String what) throws IOException {
    long index = bundle.index() * Tile.FULL + hashes.length / TreeHash.LENGTH;
    String message = "The entries from %d on cannot be read: %s.".formatted(index, what);
    List<Finding> findings = compared(hashes);
    findings.add(Finding.atEntry(Kind.ENTRIES_MISSING, bundle.path(), index, false, message));
    return new Result(0, hashes, false, Optional.empty(), findings);
  }

  /** Hashes the entries that lie before the byte at which a file is broken. */
  private static byte[] hashesBefore(byte[] file, int position) {
    int count = 0;
    for (int at = 0; at < position; count++) {
      at += 2 + (file[at] << 8 & 0xff00 | file[at + 1] & 0xff);
    }
    return count == 0
        ? new byte[0]
        : new EntryBundle(0, count).leafHashes(Arrays.copyOf(file, position));
  }
}
