package org.xiangpin.traceability.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * Names a bundle: the data of up to 256 neighbouring leaves, kept and published as one file (C2SP
 * tlog-tiles, "log entries").
 *
 * <p>Each entry in the file stands behind its length in two bytes, the higher one first; so an
 * entry has 65,535 bytes at most. Entry <i>i</i> hashes to hash <i>i</i> of the tile of level 0
 * with the same index.
 *
 * @param index the bundle's place, from 0
 * @param width its number of entries, 1 to 256
 */
public record EntryBundle(long index, int width) {
  /** The bytes of the longest entry. */
  public static final int MAX_ENTRY = 65_535;

  private static final String PREFIX = "tile/entries/";

  /**
   * Checks the numbers.
   *
   * @throws InvalidLogData for a number outside its range
   */
  public EntryBundle {
    new TilePath(index, width);
  }

  /**
   * Names a bundle as wide as a tree fills it.
   *
   * @param size number of the tree's leaves
   * @param index place of the bundle
   * @return the bundle
   * @throws InvalidLogData when the tree has no entry in it
   */
  public static EntryBundle of(long size, long index) {
    return new EntryBundle(index, Tile.of(size, 0, index).width());
  }

  /**
   * Reads a path.
   *
   * @param path {@code tile/entries/<N>[.p/<W>]}
   * @return the bundle
   * @throws InvalidLogData for any other text, other spellings of the same bundle included
   */
  public static EntryBundle parse(String path) {
    if (!path.startsWith(PREFIX)) {
      throw new InvalidLogData(Reason.FORMAT, "bundle path", 0, "not of the form tile/entries/<N>");
    }
    TilePath rest = TilePath.parse(path, PREFIX.length());
    return new EntryBundle(rest.index(), rest.width());
  }

  /**
   * Returns the path under the log's prefix.
   *
   * @return for example {@code tile/entries/x001/234.p/17}, read again by {@link #parse}
   */
  public String path() {
    return PREFIX + new TilePath(index, width);
  }

  /**
   * Lays entries down as a bundle's file.
   *
   * @param entries 1 to 256 entries of up to {@link #MAX_ENTRY} bytes
   * @return the file's bytes
   * @throws InvalidLogData for another number or a longer entry
   */
  public static byte[] encode(List<byte[]> entries) {
    if (entries.isEmpty() || entries.size() > Tile.FULL) {
      throw new InvalidLogData(Reason.LENGTH, "bundle", "a bundle has 1 to 256 entries");
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new InvalidLogData(Reason.LENGTH, "entry", "an entry has 65,535 bytes at most");
      }
      file.write(entry.length >> 8);
      file.write(entry.length);
      file.write(entry, 0, entry.length);
    }
    return file.toByteArray();
  }

  /**
   * Reads the file of this bundle.
   *
   * @param file the file's bytes
   * @return as many entries as the bundle is wide
   * @throws InvalidLogData naming the byte at which the file is too short or goes on
   */
  public List<byte[]> decode(byte[] file) {
    List<byte[]> entries = new ArrayList<>(width);
    read(file, (from, to) -> entries.add(Arrays.copyOfRange(file, from, to)));
    return entries;
  }

  /**
   * Hashes the file of this bundle: what the tile of level 0 at the same place must hold.
   *
   * @param file the file's bytes
   * @return as many hashes as the bundle is wide, 32 bytes each, one after the other
   * @throws InvalidLogData naming the byte at which the file is too short or goes on
   */
  public byte[] leafHashes(byte[] file) {
    TreeDigest digest = new TreeDigest();
    ByteBuffer hashes = ByteBuffer.allocate(width * TreeHash.LENGTH);
    read(
        file,
        (from, to) -> {
          digest.leaf(file, from, to - from, hashes.array(), hashes.position());
          hashes.position(hashes.position() + TreeHash.LENGTH);
        });
    return hashes.array();
  }

  /** Takes an entry where it lies in the file. */
  private interface Taker {
    void take(int from, int to);
  }

  private void read(byte[] file, Taker taker) {
    int at = 0;
    for (int i = 0; i < width; i++) {
      int start = at + 2;
      int end =
          start > file.length ? start : start + (file[at] << 8 & 0xff00 | file[at + 1] & 0xff);
      if (end > file.length) {
        throw new InvalidLogData(Reason.LENGTH, path(), at, "an entry is cut off");
      }
      taker.take(start, end);
      at = end;
    }
    if (at < file.length) {
      throw new InvalidLogData(Reason.LENGTH, path(), at, "the bundle goes on after its entries");
    }
  }
}
