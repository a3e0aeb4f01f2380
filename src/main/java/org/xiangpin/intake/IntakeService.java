package org.xiangpin.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.xiangpin.account.Actor;
import org.xiangpin.lineage.CommitmentMissing;
import org.xiangpin.lineage.IncomingCheck;
import org.xiangpin.lineage.LineageService;
import org.xiangpin.producer.Producer;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.LotState;

/** Takes goods in: ask, agree, decline, withdraw; from outside; report what a certificate lacks. */
@ApplicationScoped
public class IntakeService {

  @Inject LineageService lineage;
  @Inject LotService lots;
  @Inject XiangpinConfig config;
  @Inject Clock clock;

  /**
   * The collector's side asks for goods of a lot; nothing moves yet.
   *
   * @throws NotOffered for a lot that is stopped or expired
   * @throws CommitmentMissing for one that must come with its certificate, and doesn't
   */
  @Transactional
  public Intake ask(Producer collector, Long lotId, long grams, Actor asker) {
    Lot lot = Lot.lock(lotId);
    Intake intake = Intake.ask(collector, lot, grams, asker, clock);
    requireOffered(lot, collector);
    if (grams > lot.quantityGrams()) {
      throw new InvalidInput("grams", "这批没有这么多。", "The lot has not so much.");
    }
    intake.persist();
    return intake;
  }

  /**
   * The giving side agrees: the grams leave its lot and are a lot of the collector.
   *
   * @throws org.xiangpin.shared.WrongState when it is settled already
   * @throws org.xiangpin.mass.MassExceeded when less is free by now
   */
  @Transactional
  public Intake agree(Long intakeId, Actor giver) {
    Intake intake = Intake.lock(intakeId);
    intake.requireAsked();
    Lot source = Lot.lock(intake.source().id());
    IncomingCheck check = requireOffered(source, intake.collector());
    Actor taker =
        new Actor(
            intake.askedBy,
            intake.askedName,
            intake.askedRole,
            intake.collector().isOwnedBy(intake.askedBy) ? null : intake.collector().id());
    Lot received = lineage.receive(source, intake.collector(), intake.grams(), giver, taker);
    intake.agree(received, check, config.keepMonths(), giver, clock);
    return intake;
  }

  @Transactional
  public void decline(Long intakeId, String reason, Actor giver) {
    Intake.lock(intakeId).decline(reason, giver, clock);
  }

  @Transactional
  public void withdraw(Long intakeId, Actor asker) {
    Intake.lock(intakeId).withdraw(asker, clock);
  }

  /**
   * Goods of a seller who is not in the system become a lot of the collector, marked as such.
   *
   * @throws PaperMissing when the seller must give a certificate along, and did not
   */
  @Transactional
  public Intake takeFromOutside(OutsideGoods goods, Actor actor) {
    if (!goods.collector().kind().isCollector()) {
      throw Intake.noCollector();
    }
    if (goods.isRefused()) {
      throw new PaperMissing();
    }
    Lot received =
        lots.receiveFromOutside(goods.collector(), goods.facts(), goods.seller().place(), actor);
    Intake intake = Intake.fromOutside(goods, received, config.keepMonths(), actor, clock);
    intake.persist();
    return intake;
  }

  /** Tells the agriculture office what the certificate lacks. */
  @Transactional
  public CertificateReport report(Long intakeId, String note, Actor actor) {
    CertificateReport report = new CertificateReport(Intake.lock(intakeId), note, actor, clock);
    report.persist();
    return report;
  }

  @Transactional
  public void answer(Long reportId, String words, Actor official) {
    CertificateReport.answer(reportId, words, official, clock);
  }

  /** Looks at the goods and their papers as a collector does at the door. */
  private IncomingCheck requireOffered(Lot lot, Producer collector) {
    if (!lot.countyCode().equals(Region.countyOf(collector.regionCode()))) {
      throw new InvalidInput("lot", "这批是别的县的，不能这样收。", "The lot is of another county.");
    }
    LocalDate today = Times.today(clock);
    boolean stands =
        switch (lot.state()) {
          case DRAFT, RETURNED, SUBMITTED -> true;
          default -> lot.state() == LotState.CERTIFIED && lot.isOnSale(today);
        };
    if (!stands) {
      throw new NotOffered(lot);
    }
    IncomingCheck check = IncomingCheck.of(lot);
    if (check.isRefused()) {
      throw new CommitmentMissing(lot, "lot");
    }
    return check;
  }
}
