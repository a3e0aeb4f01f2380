package org.xiangpin.traceability.cli.audit;

/**
 * Something that is not right in a log.
 *
 * @param kind what it is
 * @param path the file concerned, such as {@code tile/0/003}; empty where none is
 * @param from the first entry that it may be about, from 0; -1 where none can be named
 * @param to the last entry that it may be about; equal to {@code from} where one is named exactly
 * @param proved whether a signed state proves that the entry {@code from} is the first bad one
 * @param message one sentence
 */
public record Finding(Kind kind, String path, long from, long to, boolean proved, String message) {

  /** The kinds of findings. */
  public enum Kind {
    /** The log's own signature, or what the policy asks of witnesses, is missing or wrong. */
    SIGNATURE,
    /** The log is shorter than it was. */
    ROLLED_BACK,
    /** The entries do not lead to the root of the signed checkpoint. */
    ROOT,
    /** The first entries do not lead to the root of the older checkpoint. */
    OLDER_ROOT,
    /** The older tiles do not lead to the root of the older checkpoint. */
    OLDER_TILES,
    /** An entry is not the one that was logged. */
    ENTRY,
    /** Entries that the checkpoint counts are not there, or cannot be read. */
    ENTRIES_MISSING,
    /** A tile does not hold the hashes of the entries. */
    TILE
  }

  static Finding of(Kind kind, String message) {
    return new Finding(kind, "", -1, -1, false, message);
  }

  static Finding atEntry(Kind kind, String path, long index, boolean proved, String message) {
    return new Finding(kind, path, index, index, proved, message);
  }

  /** Says whether one entry is named. */
  boolean isExact() {
    return from >= 0 && from == to;
  }
}
