package org.xiangpin.label;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xiangpin.account.Actor;
import org.xiangpin.mass.LotMass;
import org.xiangpin.mass.MassBalance;
import org.xiangpin.mass.MassUse;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.LotState;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelPosition;
import org.xiangpin.traceability.LabelSerials;
import org.xiangpin.traceability.LabelSheet;
import org.xiangpin.traceability.ScratchCodes;

/** Issues rolls and says what is printed on their labels. */
@ApplicationScoped
public class LabelService {

  /** Labels that are signed ahead of the printing. */
  private static final int AHEAD = 256;

  @Inject LabelKeys keys;
  @Inject LabelSigning signing;
  @Inject LotHistory history;
  @Inject MassBalance mass;
  @Inject Clock clock;
  @Inject XiangpinConfig config;
  @Inject Event<RollIssued> issued;

  /**
   * A new roll of a submitted or certified lot. The lot's row is locked: rolls of one lot get
   * different numbers.
   *
   * @throws org.xiangpin.mass.MassExceeded when more would be labelled than there is
   */
  @Transactional
  public LabelRoll issue(Long lotId, RollFacts facts, Actor actor) {
    Lot lot = Lot.lock(lotId);
    requireMayBeLabelled(lot);
    int number = LabelRoll.nextNumber(lot);
    if (number > LabelSerials.MAX_ROLL) {
      throw new WrongState("这批的标签卷数已满。", "The lot has no roll numbers left.");
    }
    LabelRoll roll =
        new LabelRoll(
            lot, number, facts, keys.newest(lot.countyCode()), actor.accountId(), Times.now(clock));
    roll.persist();
    if (LotMass.ofLot(lotId).isEmpty()) {
      mass.open(lotId, lot.quantityGrams(), actor);
    }
    mass.take(
        lotId,
        MassUse.LABELLED,
        Math.multiplyExact(facts.size(), facts.packGrams()),
        "size",
        actor);
    TraceEvent event =
        history.record(
            lot,
            TraceEventType.LABELLED,
            Times.now(clock),
            actor,
            null,
            Map.of(
                "roll",
                Map.of("number", number, "size", facts.size(), "packGrams", facts.packGrams())));
    issued.fire(new RollIssued(roll, event, facts.isOrdered(), actor));
    return roll;
  }

  /**
   * @throws WrongState for a lot that nobody shall stick labels on: a draft, or one that was
   *     stopped
   */
  static void requireMayBeLabelled(Lot lot) {
    if (!mayBeLabelled(lot)) {
      throw new WrongState(
          "只有已提交或已核验的批次可以印标签。", "Labels are printed for submitted or certified lots only.");
    }
  }

  static boolean mayBeLabelled(Lot lot) {
    return lot.state() == LotState.CERTIFIED || lot.state() == LotState.SUBMITTED;
  }

  /**
   * The labels {@code from} to {@code to} of a roll, made as they are asked for.
   *
   * @param isSigned whether each link carries the county's signature; signing takes most of the
   *     time, so all processors sign some ahead
   */
  public Iterator<LabelSheet.Label> labels(LabelRoll roll, int from, int to, boolean isSigned) {
    LabelSerials serials = keys.serials(roll);
    Gtin gtin = Gtin.parse(roll.lot().gtin());
    String lot = roll.lot().code();
    String host = config.publicUrl();
    int number = roll.number();
    UnaryOperator<String> finish =
        isSigned ? signing.signer(roll.lot().countyCode())::sign : UnaryOperator.identity();
    IntFunction<LabelSheet.Label> label =
        index -> {
          String serial = serials.serial(gtin, lot, number, index);
          String link = DigitalLink.ofSerial(gtin, lot, serial).on(host);
          return new LabelSheet.Label(finish.apply(link), serial);
        };
    return IntStream.iterate(from, start -> start <= to, start -> start + AHEAD)
        .boxed()
        .flatMap(start -> some(start, Math.min(to, start + AHEAD - 1), label, isSigned))
        .iterator();
  }

  /** Serial and one-time code of each label, with a comma between, made as they are asked for. */
  Iterator<String> codes(LabelRoll roll, int from, int to) {
    LabelSerials serials = keys.serials(roll);
    ScratchCodes codes = keys.scratchCodes(roll);
    Gtin gtin = Gtin.parse(roll.lot().gtin());
    String lot = roll.lot().code();
    int number = roll.number();
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            index ->
                serials.serial(gtin, lot, number, index)
                    + ","
                    + codes.code(gtin, lot, new LabelPosition(number, index)))
        .iterator();
  }

  private static Stream<LabelSheet.Label> some(
      int from, int to, IntFunction<LabelSheet.Label> label, boolean isSigned) {
    IntStream indexes = IntStream.rangeClosed(from, to);
    return isSigned
        ? indexes.parallel().mapToObj(label).toList().stream()
        : indexes.mapToObj(label);
  }

  /** The words beside the code; labels are read in the villages and cities: Chinese. */
  public LabelSheet.Text text(Lot lot) {
    String host = URI.create(config.publicUrl()).getAuthority();
    return new LabelSheet.Text(
        lot.product().label(Lang.ZH),
        lot.producer().publicName(),
        lot.producer().place(),
        "批号 " + lot.code(),
        CommitmentCertificate.ofLot(lot.id()).isPresent() ? "承诺达标合格证" : "",
        Lang.ZH.date(lot.harvestedOn()) + " " + lot.product().produce().harvested(Lang.ZH),
        host);
  }
}
