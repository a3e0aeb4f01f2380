package org.xiangpin.tracelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Rows;
import org.xiangpin.traceability.log.EntryBundle;
import org.xiangpin.traceability.log.Tile;
import org.xiangpin.traceability.log.TreeHash;

/**
 * The rows of what was handed in together, over one connection: the place in {@code log_batch}, the
 * entries in {@code log_file}, which are written once.
 */
final class LogBatches {

  private static final int MOST_BATCHES = 1_024;
  private static final int MOST_ENTRIES = 16_384;

  /** Entries of a full bundle, and the most that are kept in one row. */
  private static final int WIDTH = Tile.FULL;

  private static final String INSERT = "insert into log_batch (id, width, hashes)";
  private static final String INSERT_FILE = "insert into log_file (batch, entries)";
  private static final String PLACE = "insert into log_batch (id, width, first_index)";

  /**
   * What was handed in together.
   *
   * @param hashes of its leaves, 32 bytes each
   */
  record Batch(long id, byte[] hashes) {

    int width() {
      return hashes.length / TreeHash.LENGTH;
    }
  }

  private record File(long batch, byte[] entries) {}

  private final Connection connection;

  LogBatches(Connection connection) {
    this.connection = connection;
  }

  /**
   * Keeps entries until the tree takes them; they stay next to each other. They are hashed here, so
   * that the tree need not read them again.
   */
  List<LogPlace> insert(List<byte[]> entries) throws SQLException {
    List<LogPlace> places = new ArrayList<>(entries.size());
    List<Batch> batches = new ArrayList<>();
    List<File> files = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += WIDTH) {
      List<byte[]> some = entries.subList(from, Math.min(entries.size(), from + WIDTH));
      long batch = Ids.next();
      batches.add(new Batch(batch, TreeHash.ofLeaves(some)));
      files.add(new File(batch, EntryBundle.encode(some)));
      for (int i = 0; i < some.size(); i++) {
        places.add(new LogPlace(batch, i));
      }
    }
    Rows.insert(connection, INSERT, batches, b -> List.of(b.id(), b.width(), b.hashes()));
    Rows.insert(connection, INSERT_FILE, files, file -> List.of(file.batch(), file.entries()));
    return places;
  }

  /** As many as fit into memory and a short transaction, in the order of their identifiers. */
  List<Batch> waiting() throws SQLException {
    List<Batch> batches = new ArrayList<>();
    int entries = 0;
    try (PreparedStatement query =
            connection.prepareStatement(
                "select id, width, hashes from log_batch where first_index is null order by id"
                    + " limit "
                    + MOST_BATCHES);
        ResultSet row = query.executeQuery()) {
      while (entries < MOST_ENTRIES && row.next()) {
        byte[] hashes = row.getBytes(3);
        long id = row.getLong(1);
        batches.add(new Batch(id, hashes == null ? hashed(id, row.getInt(2)) : hashes));
        entries += row.getInt(2);
      }
    }
    return batches;
  }

  /** Of a batch handed in by a version that did not hash. */
  private byte[] hashed(long id, int width) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select entries from log_file where batch = ?")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new LogBroken("the entries of a batch that waits are gone");
        }
        return TreeHash.ofLeaves(new EntryBundle(0, width).decode(row.getBytes(1)));
      }
    }
  }

  /** Writes down where their entries stand in a tree that had this size before them. */
  void place(long size, List<Batch> batches) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    long next = size;
    for (Batch batch : batches) {
      rows.add(Arrays.asList(batch.id(), batch.width(), next));
      next += batch.width();
    }
    Rows.upsert(
        connection,
        PLACE,
        "on duplicate key update first_index = values(first_index)",
        rows,
        row -> row);
  }

  /**
   * The entries of a bundle, up to the first that is not there: of a whole log all.
   *
   * @param bundle within the tree
   */
  List<byte[]> find(EntryBundle bundle) throws SQLException {
    List<byte[]> found = new ArrayList<>();
    long start = bundle.index() * WIDTH;
    long end = start + bundle.width();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select first_index, width, entries from log_batch join log_file on batch = id"
                + " where first_index > ? and first_index < ? order by first_index, id")) {
      query.setLong(1, start - WIDTH);
      query.setLong(2, end);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          List<byte[]> entries = readable(row.getBytes(3));
          long first = row.getLong(1);
          long last = Math.min(end, first + Math.min(row.getInt(2), entries.size())) - 1;
          for (long next = start + found.size(); first <= next && next <= last; next++) {
            found.add(entries.get((int) (next - first)));
          }
        }
      }
    }
    return found;
  }

  /**
   * The entry at an index of the tree.
   *
   * @throws LogBroken when it is not there
   */
  byte[] entry(long index) throws SQLException {
    EntryBundle upToIt = new EntryBundle(index / WIDTH, (int) (index % WIDTH) + 1);
    List<byte[]> entries = find(upToIt);
    if (entries.size() < upToIt.width()) {
      throw new LogBroken("the entry " + index + " is gone");
    }
    return entries.get(entries.size() - 1);
  }

  /**
   * Entries one behind the other, each behind its length in two bytes, as far as they are whole.
   */
  private static List<byte[]> readable(byte[] file) {
    List<byte[]> entries = new ArrayList<>();
    for (int at = 0; at + 2 <= file.length; ) {
      int end = at + 2 + ((file[at] & 0xFF) << 8 | file[at + 1] & 0xFF);
      if (end > file.length) {
        break;
      }
      entries.add(Arrays.copyOfRange(file, at + 2, end));
      at = end;
    }
    return entries;
  }
}
