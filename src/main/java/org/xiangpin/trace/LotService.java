package org.xiangpin.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.mass.LotMass;
import org.xiangpin.mass.MassBalance;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.shared.XiangpinConfig;

/** The producer's side of a lot: enter, correct, commit, submit. Each writes its trace event. */
@ApplicationScoped
public class LotService {

  @Inject Clock clock;
  @Inject LotHistory history;
  @Inject MassBalance mass;
  @Inject LotBars bars;
  @Inject XiangpinConfig config;

  /**
   * A new draft of this producer; {@code actor} may stand in for it.
   *
   * @throws org.xiangpin.spray.HarvestTooSoon before the safe day of something that was sprayed
   * @throws org.xiangpin.spray.BannedActiveUsed after a banned active
   */
  @Transactional
  public Lot enter(Producer producer, LotFacts facts, Actor actor) {
    Lot lot = new Lot(producer, facts, clock);
    bars.requireSafeHarvest(lot);
    lot.persist();
    history.record(lot, TraceEventType.HARVESTED, harvested(lot), actor, null, Map.of());
    return lot;
  }

  /**
   * A new draft of goods that were made of others, in the caller's transaction, which records how.
   */
  @Transactional(TxType.MANDATORY)
  public Lot make(Producer producer, LotFacts facts, List<Lot> sources) {
    Lot lot = Lot.madeOf(sources, producer, facts, clock);
    lot.persist();
    return lot;
  }

  /** Goods of another producer as they are, in the caller's transaction, which records how. */
  @Transactional(TxType.MANDATORY)
  public Lot receive(Lot source, Producer collector, long grams, Actor actor) {
    Lot lot = Lot.receivedFrom(source, collector, grams, clock);
    lot.persistAndFlush();
    mass.open(lot.id(), grams, actor);
    return lot;
  }

  /**
   * Goods of a seller who has no lots here.
   *
   * @param origin words of the place where they grew
   */
  @Transactional(TxType.MANDATORY)
  public Lot receiveFromOutside(Producer collector, LotFacts facts, String origin, Actor actor) {
    Lot lot = Lot.receivedFromOutside(collector, facts, origin, clock);
    lot.persistAndFlush();
    mass.open(lot.id(), facts.grams(), actor);
    history.record(
        lot,
        TraceEventType.TAKEN_IN,
        Times.now(clock),
        actor,
        // the collector's own words, and somebody's name may be among them
        lot.outsideOrigin(),
        Map.of("outside", Map.of("grams", facts.grams())));
    return lot;
  }

  /**
   * States other facts than before.
   *
   * @throws org.xiangpin.shared.Refusal for sprays, as {@link #enter}
   * @throws org.xiangpin.mass.MassExceeded when more labels were issued than the new weight allows
   */
  @Transactional
  public Lot correct(Long lotId, LotFacts facts, Actor actor, String reason) {
    Lot lot = Lot.lock(lotId);
    if (CommitmentCertificate.ofLot(lotId).isPresent()
        && (lot.quantityGrams() != facts.grams()
            || !lot.harvestedOn().equals(facts.harvestedOn()))) {
      throw new WrongState(
          "合格证已开，重量和日期不能再改；请另建一批。",
          "The commitment certificate is issued; weight and day can't change. Enter another lot.");
    }
    lot.state(facts, clock);
    bars.requireSafeHarvest(lot);
    if (LotMass.ofLot(lotId).isPresent()) {
      mass.open(lotId, facts.grams(), actor);
    }
    history.correct(
        Step.of(lot, TraceEventType.CORRECTED, harvested(lot), actor, reason, Map.of()));
    return lot;
  }

  /**
   * Issues the producer's 承诺达标合格证 for the lot as it stands; once.
   *
   * @throws org.xiangpin.shared.Refusal when a {@link LotBar} speaks against it
   */
  @Transactional
  public CommitmentCertificate commit(
      Long lotId, CommitmentCertificate.Basis basis, String contact, Actor actor) {
    Lot lot = Lot.lock(lotId);
    if (CommitmentCertificate.ofLot(lotId).isPresent()) {
      throw new WrongState("合格证已经开过了。", "The commitment certificate has been issued already.");
    }
    if (lot.state().isStoppedForGood()) {
      throw new WrongState(
          "这批没有通过核验，不能开合格证。", "The lot was refused; no certificate can be issued.");
    }
    bars.requireNone(lot);
    CommitmentCertificate certificate =
        new CommitmentCertificate(lot, basis, contact, config.keepMonths(), clock);
    certificate.persist();
    history.record(
        lot, TraceEventType.COMMITTED, Times.now(clock), actor, null, certificate.facts());
    return certificate;
  }

  /**
   * Hands the lot to the township. Companies and cooperatives commit first, and so does whoever
   * mixed or repacked goods: the certificates of the sources don't speak for what was made of them
   * (Order 2025 No. 4).
   */
  @Transactional
  public void submit(Long lotId, Actor actor) {
    Lot lot = Lot.lock(lotId);
    boolean committed = CommitmentCertificate.ofLot(lotId).isPresent();
    if (lot.isReceived() && !committed) {
      throw new WrongState(
          "收来的货要自己卖，先开自己的承诺达标合格证，再提交核验。",
          "Who sells goods that were taken in issues a commitment certificate of one's own first.");
    }
    if (lot.isMade() && !committed) {
      throw new WrongState(
          "合并、分装过的要重新开承诺达标合格证，再提交核验。",
          "Goods that were mixed or repacked need a commitment certificate of their own first.");
    }
    if (lot.mustCommit() && !committed) {
      throw new WrongState(
          lot.producer().kind().label(Lang.ZH) + "要先开承诺达标合格证，再提交核验。",
          "A company or cooperative issues its commitment certificate before submitting.");
    }
    lot.take(TraceEventType.SUBMITTED);
    history.record(lot, TraceEventType.SUBMITTED, actor, null);
  }

  private static Instant harvested(Lot lot) {
    return lot.harvestedOn().atStartOfDay(Lang.CHINA).toInstant();
  }
}
