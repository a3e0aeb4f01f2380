package org.xiangpin.producer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.xiangpin.account.Account;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Ids;

/**
 * Who did something to a producer's affairs, in which role, and whether for the producer or as the
 * producer; only ever added to.
 */
@Entity
@Immutable
@Table(name = "producer_log")
public class ProducerLog extends PanacheEntityBase {

  private static final int LONGEST_DETAIL = 255;

  @Id Long id;

  @Column(name = "producer_id")
  Long producerId;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Enumerated(EnumType.STRING)
  ProducerEvent event;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "actor_id")
  Account actor;

  @Enumerated(EnumType.STRING)
  Role role;

  @Column(name = "on_behalf")
  boolean onBehalf;

  String detail;

  protected ProducerLog() {}

  /**
   * Records it in the transaction of the step itself.
   *
   * @param detail what it was about, for people; null for nothing, shortened to 255 characters
   */
  public static void add(
      Long producerId, ProducerEvent event, Actor actor, String detail, Instant now) {
    ProducerLog entry = new ProducerLog();
    entry.id = Ids.next();
    entry.producerId = producerId;
    entry.recordedAt = now;
    entry.event = event;
    entry.actor = getEntityManager().getReference(Account.class, actor.accountId());
    entry.role = actor.role();
    entry.onBehalf = actor.onBehalfOfProducerId() != null;
    entry.detail =
        detail == null || detail.length() <= LONGEST_DETAIL
            ? detail
            : detail.substring(0, LONGEST_DETAIL);
    entry.persist();
  }

  /** With the people's names, the latest first. */
  static List<ProducerLog> latestOf(Producer producer, int limit) {
    return ProducerLog.<ProducerLog>find(
            "from ProducerLog l join fetch l.actor where l.producerId = ?1 order by l.id desc",
            producer.id())
        .page(0, limit)
        .list();
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public ProducerEvent event() {
    return event;
  }

  /** Who did it. */
  public String actorName() {
    return actor.name();
  }

  /** Whether it was done for the producer by another person. */
  public boolean isOnBehalf() {
    return onBehalf;
  }

  /** Null when there is nothing to say. */
  public String detail() {
    return detail;
  }
}
