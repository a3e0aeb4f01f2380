package org.xiangpin.spray;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.xiangpin.account.Actor;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerEvent;
import org.xiangpin.producer.ProducerLog;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;

/** Writes down what was sprayed, and corrects what was wrong; each stands in the producer's log. */
@ApplicationScoped
public class SprayRecords {

  @Inject Clock clock;

  /**
   * @param actor may stand in for the producer
   */
  @Transactional
  public Spray record(Producer producer, SprayFacts facts, Actor actor) {
    requirePesticide(producer, facts);
    if (facts.pesticide().isEnded()) {
      throw new InvalidInput(
          "pesticide", "县里已经停用这一条，请另选。", "The county has ended this entry; choose another.");
    }
    Spray spray = new Spray(producer, facts, actor, clock);
    spray.persist();
    log(ProducerEvent.SPRAY_RECORDED, spray, actor);
    return spray;
  }

  /**
   * Puts a right record in the place of a wrong one, once.
   *
   * @param reason 1 to 500 characters
   * @throws org.xiangpin.shared.WrongState when it was corrected already
   */
  @Transactional
  public Spray correct(
      Producer producer, Long sprayId, SprayFacts facts, String reason, Actor actor) {
    Spray wrong = lock(producer, sprayId);
    requirePesticide(producer, facts);
    Spray right = wrong.correctedBy(producer, facts, reason, actor, clock);
    right.persist();
    log(ProducerEvent.SPRAY_CORRECTED, right, actor);
    return right;
  }

  /** There was no such spray; the record stays to be seen and counts no more. */
  @Transactional
  public Spray withdraw(Producer producer, Long sprayId, String reason, Actor actor) {
    Spray none = lock(producer, sprayId).withdrawnBy(reason, actor, clock);
    none.persist();
    log(ProducerEvent.SPRAY_CORRECTED, none, actor);
    return none;
  }

  private static Spray lock(Producer producer, Long sprayId) {
    Spray spray = Spray.lockHolding(sprayId);
    if (!spray.producerId().equals(producer.id())) {
      throw new NotFound();
    }
    return spray;
  }

  private static void requirePesticide(Producer producer, SprayFacts facts) {
    if (facts.pesticide() == null) {
      throw new InvalidInput("pesticide", "请选用的什么药。", "Choose the pesticide.");
    }
    if (!facts.pesticide().countyCode().equals(Region.countyOf(producer.regionCode()))) {
      throw new NotFound();
    }
  }

  private void log(ProducerEvent event, Spray spray, Actor actor) {
    ProducerLog.add(spray.producerId(), event, actor, spray.tradeName(), Times.now(clock));
  }
}
