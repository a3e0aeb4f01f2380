package org.xiangpin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Rows;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;

/** Writes entries and their postings over one connection, in the caller's transaction. */
final class LedgerRows {

  private static final int PERIOD_NOT_OPEN = 31001;
  private static final int ID_TOO_OLD = 31002;
  private static final int TRIES = 5;

  private static final String ENTRY =
      """
      insert into ledger_entry (id, business_key, part, unit, period, occurred_at, recorded_at,
        debits, credits, line_count, content, reverses)""";

  private static final String POSTING = "insert into ledger_posting (entry, line, account, amount)";

  private static final String READ =
      """
      select a.kind, a.owner, a.unit, p.amount from ledger_entry e
      join ledger_posting p on p.entry = e.id join ledger_account a on a.id = p.account
      where e.business_key = ? lock in share mode""";

  private static final String PARTS =
      "select unit, id from ledger_entry where business_key = ? lock in share mode";

  private static final String BEGIN =
      """
      insert ignore into ledger_period (period, state, written_through)
      select ?, 'OPEN', coalesce(max(written_through), 0) from ledger_period""";

  /** A part of an entry: what it moves of one unit. */
  private record Part(
      long id, JournalEntry entry, byte[] content, int number, LedgerUnit unit, Long reverses) {

    Part renamed() {
      return new Part(Ids.next(), entry, content, number, unit, reverses);
    }

    String name() {
      return entry.key() + "#" + number;
    }

    /** Credits are the same: the entry has been checked. */
    long debits() {
      return entry.postingsIn(unit).stream()
          .mapToLong(Posting::amount)
          .filter(amount -> amount > 0)
          .reduce(0, Math::addExact);
    }
  }

  private record Stored(long id, byte[] content) {}

  private final Connection connection;
  private final LedgerAccounts accounts;
  private final Instant now;

  LedgerRows(Connection connection, LedgerAccounts accounts, Instant now) {
    this.connection = connection;
    this.accounts = accounts;
    this.now = now;
  }

  /**
   * Writes those entries that are not there yet.
   *
   * @return how many were not
   * @throws EntryKeyReused when one of the keys names another event
   * @throws PeriodClosed for a month whose books are closed
   */
  int write(List<JournalEntry> entries) throws SQLException {
    Map<String, JournalEntry> byKey = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      JournalEntry same = byKey.putIfAbsent(entry.key(), entry);
      if (same != null && !same.written().equals(entry.written())) {
        throw new EntryKeyReused(entry.key());
      }
    }
    return writeParts(byKey.values().stream().flatMap(e -> parts(e, Map.of()).stream()).toList());
  }

  /**
   * Takes an event back.
   *
   * @return false when that was done before
   * @throws NotFound when there is no such event
   */
  boolean reverse(String key, Instant occurredAt) throws SQLException {
    List<Posting> postings = PostingRows.read(connection, READ, key);
    if (postings.isEmpty()) {
      throw new NotFound();
    }
    Map<LedgerUnit, Long> parts = partIds(key);
    // named by what it takes back, so that it is there once whenever it is asked for
    String name = "reversal/" + Ids.toText(Collections.min(parts.values()));
    JournalEntry reversal =
        new JournalEntry(name, occurredAt, postings.stream().map(Posting::reversed).toList());
    try {
      return writeParts(parts(reversal, parts)) == 1;
    } catch (EntryKeyReused askedAtAnotherTime) {
      return false;
    }
  }

  private Map<LedgerUnit, Long> partIds(String key) throws SQLException {
    Map<LedgerUnit, Long> ids = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(PARTS)) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ids.put(new LedgerUnit(row.getString(1)), row.getLong(2));
        }
      }
    }
    return ids;
  }

  private static List<Part> parts(JournalEntry entry, Map<LedgerUnit, Long> reversed) {
    List<Part> parts = new ArrayList<>();
    byte[] content = entry.content();
    for (LedgerUnit unit : entry.units()) {
      parts.add(new Part(Ids.next(), entry, content, parts.size(), unit, reversed.get(unit)));
    }
    return parts;
  }

  private int writeParts(List<Part> parts) throws SQLException {
    List<Part> written = insert(parts);
    List<PostingRows.Posted> posted =
        written.stream()
            .map(part -> new PostingRows.Posted(part.id(), part.entry().postingsIn(part.unit())))
            .toList();
    PostingRows.insert(connection, accounts, POSTING, posted, now);
    return (int) written.stream().filter(part -> part.number() == 0).count();
  }

  /**
   * Inserts those of them that are not there yet and returns them. A list is inserted by several
   * statements: when one fails, those before it stand, and are known by their identifiers.
   */
  private List<Part> insert(List<Part> parts) throws SQLException {
    List<Part> written = new ArrayList<>();
    List<Part> rest = parts;
    for (int attempt = 1; !rest.isEmpty(); attempt++) {
      try {
        Rows.insert(connection, ENTRY, rest, this::values);
        written.addAll(rest);
        rest = List.of();
      } catch (SQLException e) {
        int code = e.getErrorCode();
        boolean known = code == PERIOD_NOT_OPEN || code == ID_TOO_OLD || SqlErrors.isDuplicate(e);
        if (!known || attempt == TRIES) {
          throw e;
        }
        if (code == PERIOD_NOT_OPEN) {
          begin(rest);
        }
        rest = missing(rest, written).stream().map(Part::renamed).toList();
      }
    }
    return written;
  }

  /**
   * Opens this month with its first entry.
   *
   * @throws PeriodClosed when one of them is for a month that is not open
   */
  private void begin(List<Part> parts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setInt(1, LedgerPeriod.number(LedgerPeriod.at(now)));
      insert.executeUpdate();
    }
    for (YearMonth month : parts.stream().map(p -> period(p.entry())).distinct().toList()) {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select 1 from ledger_period where period = ? and state = 'OPEN'"
                  + " lock in share mode")) {
        query.setInt(1, LedgerPeriod.number(month));
        if (!query.executeQuery().next()) {
          throw new PeriodClosed(month);
        }
      }
    }
  }

  /** Those without a row; those with a row of their own join the written ones. */
  private List<Part> missing(List<Part> parts, List<Part> written) throws SQLException {
    Map<String, Stored> there = stored(parts);
    List<Part> missing = new ArrayList<>();
    for (Part part : parts) {
      Stored stored = there.get(part.name());
      if (stored == null) {
        missing.add(part);
      } else if (stored.id() == part.id()) {
        written.add(part);
      } else if (!Arrays.equals(stored.content(), part.content())) {
        throw new EntryKeyReused(part.entry().key());
      }
    }
    return missing;
  }

  private Map<String, Stored> stored(List<Part> parts) throws SQLException {
    List<String> keys = parts.stream().map(part -> part.entry().key()).distinct().toList();
    Map<String, Stored> there = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select business_key, part, id, content from ledger_entry where business_key in ("
                + String.join(", ", Collections.nCopies(keys.size(), "?"))
                // sees what others have committed since this transaction began
                + ") lock in share mode")) {
      for (int i = 0; i < keys.size(); i++) {
        query.setString(i + 1, keys.get(i));
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1) + "#" + row.getInt(2);
          there.put(name, new Stored(row.getLong(3), row.getBytes(4)));
        }
      }
    }
    return there;
  }

  private YearMonth period(JournalEntry entry) {
    return entry.period().orElseGet(() -> LedgerPeriod.at(now));
  }

  private List<Object> values(Part part) {
    long debits = part.debits();
    return Arrays.asList(
        part.id(),
        part.entry().key(),
        part.number(),
        part.unit().code(),
        LedgerPeriod.number(period(part.entry())),
        Times.utc(part.entry().occurredAt()),
        Times.utc(now),
        debits,
        debits,
        part.entry().postingsIn(part.unit()).size(),
        part.content(),
        part.reverses());
  }
}
