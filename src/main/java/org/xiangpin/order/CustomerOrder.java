package org.xiangpin.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.WrongState;

/** What a buyer ordered through a storefront (订单). */
@Entity
@Table(name = "customer_order")
public class CustomerOrder extends PanacheEntityBase {

  /** How long goods are held for a payment. */
  public static final Duration HELD_FOR = Duration.ofMinutes(10);

  /** After this time nobody is expected to complain any more. */
  public static final Duration COMPLETED_AFTER = Duration.ofDays(7);

  @Id Long id;

  @Column(name = "storefront_id")
  Long storefrontId;

  @Column(name = "idempotency_key")
  String idempotencyKey;

  @Column(name = "request_sha256")
  String requestSha256;

  @Enumerated(EnumType.STRING)
  OrderState state;

  @Column(name = "total_fen")
  long totalFen;

  @Embedded Recipient recipient;

  String note;

  @Column(name = "placed_at")
  Instant placedAt;

  @Column(name = "hold_expires_at")
  Instant holdExpiresAt;

  @Column(name = "paid_at")
  Instant paidAt;

  @Column(name = "shipped_at")
  Instant shippedAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "completed_at")
  Instant completedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  @ElementCollection
  @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "line_number")
  List<OrderLine> lines = new ArrayList<>();

  protected CustomerOrder() {}

  CustomerOrder(OrderForm form, List<OrderLine> lines, Instant now) {
    this.id = Ids.next();
    this.storefrontId = form.storefrontId();
    this.idempotencyKey = form.idempotencyKey();
    this.requestSha256 = form.sha256();
    this.state = OrderState.PLACED;
    this.recipient = form.recipient();
    this.note = form.note();
    this.placedAt = now;
    this.holdExpiresAt = now.plus(HELD_FOR);
    this.lines = List.copyOf(lines);
    this.totalFen = lines.stream().mapToLong(OrderLine::amountFen).reduce(0, Math::addExact);
  }

  /** The row, locked until the transaction ends: steps of one order follow each other. */
  static CustomerOrder lock(Long id) {
    CustomerOrder order = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (order == null) {
      throw new NotFound();
    }
    return order;
  }

  /** The order with its lines, if this storefront placed it; otherwise as if it were not there. */
  public static CustomerOrder require(String idText, long storefrontId) {
    return Ids.parse(idText)
        .flatMap(id -> findPlacedBy(storefrontId, id))
        .orElseThrow(NotFound::new);
  }

  private static Optional<CustomerOrder> findPlacedBy(long storefrontId, Long id) {
    return find(
            "from CustomerOrder o join fetch o.lines where o.id = ?1 and o.storefrontId = ?2",
            id,
            storefrontId)
        .singleResultOptional();
  }

  /** The order with its lines that was placed with this key. */
  static Optional<CustomerOrder> findByKey(long storefrontId, String idempotencyKey) {
    return find(
            "from CustomerOrder o join fetch o.lines"
                + " where o.storefrontId = ?1 and o.idempotencyKey = ?2",
            storefrontId,
            idempotencyKey)
        .singleResultOptional();
  }

  /** The money has come. */
  void pay(Instant now) {
    become(OrderState.PAID);
    paidAt = now;
    endedAt = null;
  }

  /** Every parcel is on its way. */
  void ship(Instant now) {
    become(OrderState.SHIPPED);
    shippedAt = now;
  }

  void receive(Instant now) {
    become(OrderState.RECEIVED);
    receivedAt = now;
  }

  void complete(Instant now) {
    become(OrderState.COMPLETED);
    completedAt = now;
  }

  void cancel(Instant now) {
    become(OrderState.CANCELLED);
    endedAt = now;
  }

  void expire(Instant now) {
    become(OrderState.EXPIRED);
    endedAt = now;
  }

  private void become(OrderState next) {
    if (!state.canBecome(next)) {
      throw new WrongState(
          "订单现在是“" + state.label(Lang.ZH) + "”，不能这样做。",
          "The order is \"" + state.label(Lang.EN) + "\" now; this step does not follow.");
    }
    state = next;
  }

  /** Whether its goods were held no longer than until then. */
  boolean isHoldOver(Instant now) {
    return !holdExpiresAt.isAfter(now);
  }

  /** What it takes of each lot. */
  Map<Long, Long> gramsByLot() {
    Map<Long, Long> grams = new TreeMap<>();
    lines.forEach(line -> grams.merge(line.lotId(), line.grams(), Math::addExact));
    return grams;
  }

  /** Who has to pack something. */
  List<Long> producerIds() {
    return lines.stream().map(OrderLine::producerId).distinct().toList();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Long storefrontId() {
    return storefrontId;
  }

  String idempotencyKey() {
    return idempotencyKey;
  }

  String requestSha256() {
    return requestSha256;
  }

  public OrderState state() {
    return state;
  }

  public long totalFen() {
    return totalFen;
  }

  public Recipient recipient() {
    return recipient;
  }

  /** Null when the buyer left none. */
  public String note() {
    return note;
  }

  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }

  public Instant placedAt() {
    return placedAt;
  }

  public Instant holdExpiresAt() {
    return holdExpiresAt;
  }

  public Instant paidAt() {
    return paidAt;
  }

  /** When the last parcel left. */
  public Instant shippedAt() {
    return shippedAt;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Instant completedAt() {
    return completedAt;
  }

  /** When it was cancelled or expired. */
  public Instant endedAt() {
    return endedAt;
  }
}
