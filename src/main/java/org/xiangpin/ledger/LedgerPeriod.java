package org.xiangpin.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.WrongState;

/** A month of the books (会计期间), by the calendar of China. */
@Entity
@Table(name = "ledger_period")
public class LedgerPeriod extends PanacheEntityBase {

  /** Whether anything may still be written into it. */
  public enum State {
    OPEN,
    CLOSED
  }

  @Id Integer period;

  @Enumerated(EnumType.STRING)
  State state;

  @Column(name = "written_through")
  long writtenThrough;

  @Column(name = "closed_at")
  Instant closedAt;

  @Column(name = "closed_by")
  Long closedBy;

  Long entries;

  byte[] root;

  protected LedgerPeriod() {}

  /** The month in which this moment lies in China. */
  static YearMonth at(Instant moment) {
    return YearMonth.from(moment.atZone(Lang.CHINA));
  }

  static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  /** Closed months of which the root is not known yet, the oldest first. */
  static List<LedgerPeriod> listWithoutRoot() {
    return list("state = ?1 and root is null order by period", State.CLOSED);
  }

  /** Closed months whose root is known. */
  static List<LedgerPeriod> listSealed() {
    return list("root is not null order by period");
  }

  /** Waits for all who are writing into it just now. */
  static LedgerPeriod lock(YearMonth month) {
    LedgerPeriod period = findById(number(month), LockModeType.PESSIMISTIC_WRITE);
    if (period == null) {
      throw new NotFound();
    }
    return period;
  }

  /**
   * @param by id of the account of who closes it
   * @throws WrongState for a month that is not over, or closed already
   */
  void close(Long by, Instant now) {
    if (!month().isBefore(at(now))) {
      throw new WrongState("这个月还没过完，不能结账。", "The month is not over yet.");
    }
    if (state == State.CLOSED) {
      throw new WrongState("这个月已经结账了。", "The month is closed already.");
    }
    state = State.CLOSED;
    closedAt = now;
    closedBy = by;
  }

  /** Keeps what its entries come to, once. */
  void seal(long entries, byte[] root) {
    if (state != State.CLOSED || this.root != null) {
      throw new IllegalStateException("period " + period + " can't be sealed");
    }
    this.entries = entries;
    this.root = root.clone();
  }

  public YearMonth month() {
    return YearMonth.of(period / 100, period % 100);
  }

  /** Null while it is open. */
  Instant closedAt() {
    return closedAt;
  }

  /** Number of its entries; empty until it was closed and they were hashed. */
  public Optional<Long> entries() {
    return Optional.ofNullable(entries);
  }

  /** Merkle root over its entries, 32 bytes; empty until it was closed and they were hashed. */
  public Optional<byte[]> root() {
    return Optional.ofNullable(root).map(byte[]::clone);
  }
}
