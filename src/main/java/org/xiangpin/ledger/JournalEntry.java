package org.xiangpin.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one event of the business does to the books (凭证): postings of which each unit sums to zero.
 * The order of its postings means nothing.
 *
 * @param key names the event, once in all books: what it is, whose, what happened, such as {@code
 *     payment/0K4X…/received}; words of A–Z, a–z, 0–9, {@code . _ -} between slashes, at most 96
 *     characters
 * @param occurredAt when it happened, UTC, microseconds
 * @param period the month it belongs to if it is not the one in which it is written; for what is
 *     reckoned after a month's end
 * @param postings at least two
 */
public record JournalEntry(
    String key, Instant occurredAt, Optional<YearMonth> period, List<Posting> postings) {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z-]*(/[A-Za-z0-9._-]+)+");
  private static final int LONGEST_KEY = 96;

  /**
   * @throws UnbalancedEntry when a unit does not sum to zero
   * @throws IllegalArgumentException for a key that is none, or fewer than two postings
   * @throws ArithmeticException when sums exceed a long
   */
  public JournalEntry {
    if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("no key of an entry: " + key);
    }
    if (postings.size() < 2) {
      throw new IllegalArgumentException(key + " has fewer than two postings");
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    postings = postings.stream().sorted().toList();
    for (var sum : sums(postings).entrySet()) {
      if (sum.getValue() != 0) {
        throw new UnbalancedEntry(key, sum.getKey(), sum.getValue());
      }
    }
  }

  /** In the month in which it is written. */
  public JournalEntry(String key, Instant occurredAt, List<Posting> postings) {
    this(key, occurredAt, Optional.empty(), postings);
  }

  private static SortedMap<LedgerUnit, Long> sums(List<Posting> postings) {
    SortedMap<LedgerUnit, Long> sums = new TreeMap<>();
    for (Posting posting : postings) {
      sums.merge(posting.account().unit(), posting.amount(), Math::addExact);
    }
    return sums;
  }

  /** The units it moves, in their order; each is a part of it. */
  List<LedgerUnit> units() {
    return List.copyOf(sums(postings).keySet());
  }

  List<Posting> postingsIn(LedgerUnit unit) {
    return postings.stream().filter(posting -> posting.account().unit().equals(unit)).toList();
  }

  /**
   * All that it says as text, line by line: what is hashed, and can be written anew from the rows.
   */
  String written() {
    StringBuilder text = new StringBuilder("xiangpin-entry-1\n");
    text.append(key).append('\n').append(occurredAt).append('\n');
    for (Posting posting : postings) {
      Account account = posting.account();
      text.append(account.unit().code()).append(' ');
      text.append(account.kind()).append(' ');
      text.append(account.owner()).append(' ');
      text.append(posting.amount()).append('\n');
    }
    return text.toString();
  }

  /** SHA-256 of {@link #written()}. */
  byte[] content() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(written().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
