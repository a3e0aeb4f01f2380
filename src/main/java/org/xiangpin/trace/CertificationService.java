package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.mass.MassBalance;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.Times;

/** The township's side of a lot: certify, return, refuse; suspend, lift, revoke. */
@ApplicationScoped
public class CertificationService {

  @Inject Clock clock;
  @Inject LotHistory history;
  @Inject MassBalance mass;
  @Inject LotBars bars;

  /**
   * @param validUntil last day, at most two years ahead
   * @throws NotAllowed for one's own lot, or one that this person entered or submitted
   * @throws org.xiangpin.shared.Refusal when a {@link LotBar} speaks against it
   * @throws org.xiangpin.mass.MassExceeded when labels for more than its weight were issued
   */
  @Transactional
  public Certification certify(Long lotId, LocalDate validUntil, Actor inspector) {
    Lot lot = Lot.lock(lotId);
    refuseOwn(lot, inspector);
    bars.requireNone(lot);
    Certification certification = new Certification(lot, inspector, validUntil, clock);
    lot.take(TraceEventType.CERTIFIED);
    history.record(
        lot,
        TraceEventType.CERTIFIED,
        Times.now(clock),
        inspector,
        null,
        Map.of("certification", certification.facts()));
    certification.persist();
    mass.open(lot.id(), lot.quantityGrams(), inspector);
    return certification;
  }

  /** Back to the producer's side, who may change it and submit again. */
  @Transactional
  public void sendBack(Long lotId, String reason, Actor inspector) {
    Lot lot = Lot.lock(lotId);
    refuseOwn(lot, inspector);
    step(lot, TraceEventType.RETURNED, inspector, required(reason));
  }

  /** For good. */
  @Transactional
  public void refuse(Long lotId, String reason, Actor inspector) {
    Lot lot = Lot.lock(lotId);
    refuseOwn(lot, inspector);
    step(lot, TraceEventType.REFUSED, inspector, required(reason));
  }

  /** One person stops the sale at once. */
  @Transactional
  public void suspend(Long lotId, String reason, Actor actor) {
    Lot lot = Lot.lock(lotId);
    step(lot, TraceEventType.SUSPENDED, actor, required(reason));
    certification(lot).suspend(actor, reason, clock);
  }

  /**
   * The review found nothing: sale goes on.
   *
   * @throws NotAllowed as for {@link #certify}
   */
  @Transactional
  public void lift(Long lotId, String reason, Actor actor) {
    Lot lot = Lot.lock(lotId);
    refuseOwn(lot, actor);
    bars.requireNone(lot);
    step(lot, TraceEventType.LIFTED, actor, required(reason));
    certification(lot).lift();
  }

  /** A second person makes the suspension final. */
  @Transactional
  public void revoke(Long lotId, String reason, Actor actor) {
    Lot lot = Lot.lock(lotId);
    step(lot, TraceEventType.REVOKED, actor, required(reason));
    certification(lot).revoke(actor, clock);
  }

  private void step(Lot lot, TraceEventType type, Actor actor, String reason) {
    lot.take(type);
    history.record(lot, type, actor, reason);
  }

  private static Certification certification(Lot lot) {
    return Certification.ofLot(lot.id()).orElseThrow();
  }

  /** Four eyes: who grew, entered or submitted a lot does not judge it. */
  private static void refuseOwn(Lot lot, Actor inspector) {
    boolean own =
        lot.producer().isOwnedBy(inspector.accountId())
            || TraceEvent.of(lot.id()).stream()
                .anyMatch(
                    e -> inspector.accountId().equals(e.actorId()) && e.type().isByProducersSide());
    if (own) {
      throw new NotAllowed(
          "不能核验自己种的或自己录入的批次，请另一位核验员来做。",
          "Nobody certifies a lot of one's own or one that one entered; ask another inspector.");
    }
  }

  private static String required(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > 500) {
      throw new InvalidInput("reason", "请写明原因，最多五百字。", "Give the reason, at most 500 characters.");
    }
    return reason.strip();
  }
}
