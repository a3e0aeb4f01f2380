package org.xiangpin.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Ids;

/**
 * One attempt to pay one order. Its steps are taken while the order's row is locked, so that what
 * the provider says twice, or at the same time, is heard one after the other.
 */
@Entity
@Table(name = "payment")
public class Payment extends PanacheEntityBase {

  @Id Long id;

  @Column(name = "order_id")
  Long orderId;

  String provider;

  @Column(name = "amount_fen")
  long amountFen;

  @Enumerated(EnumType.STRING)
  PaymentState state;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  protected Payment() {}

  /**
   * @param amountFen the order's total, above 0
   */
  public Payment(Long orderId, String provider, long amountFen, Instant now) {
    this.id = Ids.next();
    this.orderId = orderId;
    this.provider = provider;
    this.amountFen = amountFen;
    this.state = PaymentState.PENDING;
    this.createdAt = now;
    this.changedAt = now;
  }

  /** As the database has it now, locked until the transaction ends. */
  public static Optional<Payment> lock(Long id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  public static Optional<Payment> latestOf(Long orderId) {
    return find("orderId = ?1 order by id desc", orderId).firstResultOptional();
  }

  public static List<Payment> listOf(Long orderId, PaymentState state) {
    return list("orderId = ?1 and state = ?2 order by id", orderId, state);
  }

  /** Payments whose money must go back, the oldest first. */
  public static List<Payment> listRefundDue(int atMost) {
    return Payment.<Payment>find("state = ?1 order by changedAt", PaymentState.REFUND_DUE)
        .page(0, atMost)
        .list();
  }

  public void succeed(Instant now) {
    become(PaymentState.SUCCEEDED, now);
  }

  public void fail(Instant now) {
    become(PaymentState.FAILED, now);
  }

  /** The money has come, or is coming, for nothing: it must go back. */
  public void oweBack(Instant now) {
    become(PaymentState.REFUND_DUE, now);
  }

  public void refund(Instant now) {
    become(PaymentState.REFUNDED, now);
  }

  private void become(PaymentState next, Instant now) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("payment " + state + " can't become " + next);
    }
    state = next;
    changedAt = now;
  }

  /** Whether word of the money's arrival is news. */
  public boolean awaitsMoney() {
    return state == PaymentState.PENDING || state == PaymentState.FAILED;
  }

  public Long id() {
    return id;
  }

  public Long orderId() {
    return orderId;
  }

  /** {@link PaymentProvider#name()}. */
  public String provider() {
    return provider;
  }

  public long amountFen() {
    return amountFen;
  }

  public PaymentState state() {
    return state;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
