package org.xiangpin.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.Actor;
import org.xiangpin.lineage.Transformation.Output;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.lotevent.LotEvent;
import org.xiangpin.mass.LotMass;
import org.xiangpin.mass.MassBalance;
import org.xiangpin.mass.MassUse;
import org.xiangpin.producer.Producer;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotHistory;
import org.xiangpin.trace.LotService;
import org.xiangpin.trace.Step;
import org.xiangpin.trace.TraceEventType;

/** Makes lots of others, and takes away what shrank or was destroyed. */
@ApplicationScoped
public class LineageService {

  private static final int LONGEST_REASON = 500;

  @Inject LotService lots;
  @Inject LotHistory history;
  @Inject LotGraph graph;
  @Inject MakingWords words;
  @Inject MassBalance mass;
  @Inject Clock clock;

  /**
   * Makes drafts of the target producer out of certified lots. They are certified like any other,
   * after their own commitment certificate was issued anew.
   *
   * @param actor in the role in which it is done; recorded on behalf of each producer it is not
   * @return the lots, in the order of the outputs
   * @throws SourceNotValid for a lot that is not certified, is stopped or expired
   * @throws CommitmentMissing for one that must come with its certificate, and doesn't
   * @throws org.xiangpin.mass.MassExceeded when less is free of one
   * @throws MoreOutThanIn when the outputs weigh more than was taken
   */
  @Transactional
  public List<Lot> transform(Transformation made, Actor actor) {
    List<Portion> portions =
        made.portions().stream().sorted(Comparator.comparingLong(Portion::lotId)).toList();
    List<Lot> sources = portions.stream().map(p -> Lot.lock(p.lotId())).toList();
    for (int i = 0; i < sources.size(); i++) {
      requireUsable(sources.get(i), made.producer(), portions.get(i).field());
    }
    requireSameGoods(sources, made.outputs());
    LocalDate harvested =
        sources.stream().map(Lot::harvestedOn).min(Comparator.naturalOrder()).orElseThrow();
    requireDay(made.day(), sources);
    if (made.gramsOut() > made.gramsIn()) {
      throw new MoreOutThanIn(made.gramsIn(), made.gramsOut());
    }
    for (int i = 0; i < sources.size(); i++) {
      Portion portion = portions.get(i);
      mass.take(portion.lotId(), MassUse.PASSED_ON, portion.grams(), portion.field(), actor);
    }
    Instant now = Times.now(clock);
    Instant happened =
        made.day().equals(Times.today(clock))
            ? now
            : made.day().atStartOfDay(Lang.CHINA).toInstant();
    LotStep step = LotStep.making(made, happened, now, behalf(actor, made.producer()));
    step.persist();
    List<Lot> targets = new ArrayList<>();
    for (Output output : made.outputs()) {
      LotFacts facts = new LotFacts(output.product(), null, harvested, output.grams());
      targets.add(lots.make(made.producer(), facts, sources));
    }
    Lot.flush();
    graph.add(LotLink.between(step.id(), portions, targets));
    record(step, portions, sources, targets, actor);
    return targets;
  }

  /**
   * Goods of a lot that nobody offered yet shrank or were destroyed.
   *
   * @param kind {@link StepKind#SHRUNK} or {@link StepKind#DESTROYED}
   * @param grams above 0
   * @param reason 1 to 500 characters
   * @throws org.xiangpin.mass.MassExceeded when less is free
   */
  @Transactional
  public void lose(StepKind kind, Long lotId, long grams, String reason, Actor actor) {
    if (kind == null || !kind.isLosing()) {
      throw new InvalidInput("kind", "请选损耗还是销毁。", "Choose shrunk or destroyed.");
    }
    if (grams <= 0) {
      throw new InvalidInput("grams", "重量要大于零。", "The weight must be above zero.");
    }
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw new InvalidInput("reason", "请写明原因，最多五百字。", "Give the reason, at most 500 characters.");
    }
    Lot lot = Lot.lock(lotId);
    MassUse use = kind == StepKind.DESTROYED ? MassUse.DESTROYED : MassUse.SHRUNK;
    mass.take(lotId, use, grams, "grams", actor);
    Instant now = Times.now(clock);
    Actor by = behalf(actor, lot.producer());
    LotStep step = LotStep.losing(kind, lotId, lot.producerId(), grams, reason.strip(), now, by);
    step.persist();
    Map<String, ?> facts = Map.of("step", Map.of("id", Ids.toText(step.id()), "grams", grams));
    history.record(List.of(Step.of(lot, kind.event(), now, by, reason.strip(), facts).of(grams)));
  }

  /**
   * Goods of a lot go to a collector as they are, in the caller's transaction, which has locked the
   * lot and asked both sides.
   *
   * @param giver who says yes for the lot's producer
   * @param taker who asked for the collector
   * @return the collector's lot
   * @throws org.xiangpin.mass.MassExceeded when less is free
   */
  @Transactional(TxType.MANDATORY)
  public Lot receive(Lot source, Producer collector, long grams, Actor giver, Actor taker) {
    if (LotMass.ofLot(source.id()).isEmpty()) {
      mass.open(source.id(), source.quantityGrams(), giver);
    }
    mass.take(source.id(), MassUse.PASSED_ON, grams, "grams", giver);
    Instant now = Times.now(clock);
    LotStep step = LotStep.receiving(collector, grams, now, taker);
    step.persistAndFlush();
    Lot received = lots.receive(source, collector, grams, taker);
    graph.add(List.of(new LotLink(step.id(), source.id(), received.id(), grams)));
    LotEvent event = words.sayTaken(step, source, received);
    String id = Ids.toText(step.id());
    String kind = step.kind().name();
    Map<String, ?> given =
        Map.of("id", id, "kind", kind, "grams", grams, "into", List.of(name(received)));
    Map<String, ?> from = Map.of("lot", name(source), "grams", grams);
    Map<String, ?> taken = Map.of("id", id, "kind", kind, "from", List.of(from));
    history.record(
        List.of(
            Step.of(source, TraceEventType.PASSED_ON, now, giver, null, Map.of("step", given))
                .in(event),
            Step.of(received, TraceEventType.TAKEN_IN, now, taker, null, Map.of("step", taken))
                .in(event)));
    return received;
  }

  private void requireUsable(Lot lot, Producer target, String field) {
    if (!lot.countyCode().equals(Region.countyOf(target.regionCode()))) {
      throw new InvalidInput(
          field,
          "批次 " + lot.code() + " 是别的县的，不能用。",
          "Lot " + lot.code() + " is of another county.");
    }
    if (!isUsable(lot, Times.today(clock))) {
      throw new SourceNotValid(lot, field);
    }
    if (!lot.isInStore() && IncomingCheck.of(lot).isRefused()) {
      throw new CommitmentMissing(lot, field);
    }
  }

  /** Certified and not stopped; or taken in as it was from a lot that still is. */
  private boolean isUsable(Lot lot, LocalDate today) {
    if (lot.isOnSale(today)) {
      return true;
    }
    List<LotLink> from = lot.isInStore() ? graph.into(lot.id()) : List.of();
    return !from.isEmpty()
        && from.stream().allMatch(link -> isUsable(Lot.findById(link.sourceId()), today));
  }

  /** Peaches don't become walnuts. */
  private static void requireSameGoods(List<Lot> sources, List<Output> outputs) {
    for (Output output : outputs) {
      if (output.product() == null
          || sources.stream()
              .noneMatch(s -> s.product().categoryCode().equals(output.product().categoryCode()))) {
        throw new InvalidInput(
            "outputs", "做出来的要和用掉的是同一类产品。", "What comes out is of the same kind as what went in.");
      }
    }
  }

  private void requireDay(LocalDate day, List<Lot> sources) {
    boolean tooEarly = sources.stream().anyMatch(s -> day.isBefore(s.harvestedOn()));
    if (tooEarly || day.isAfter(Times.today(clock))) {
      throw new InvalidInput(
          "day", "日期要在采收以后，到今天为止。", "The day lies between the harvest and today.");
    }
  }

  /** One event for all, and a step in the life of each. */
  private void record(
      LotStep step, List<Portion> portions, List<Lot> sources, List<Lot> targets, Actor actor) {
    String id = Ids.toText(step.id());
    String kind = step.kind().name();
    List<String> into = targets.stream().map(LineageService::name).toList();
    List<Map<String, Object>> from = new ArrayList<>();
    LotEvent event = words.say(step, portions, sources, targets);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Lot source = sources.get(i);
      long grams = portions.get(i).grams();
      from.add(Map.of("lot", name(source), "grams", grams));
      Map<String, ?> facts = Map.of("id", id, "kind", kind, "grams", grams, "into", into);
      steps.add(part(step, source, TraceEventType.PASSED_ON, actor, facts).in(event));
    }
    Map<String, ?> facts = Map.of("id", id, "kind", kind, "from", from);
    for (Lot target : targets) {
      steps.add(part(step, target, TraceEventType.MADE, actor, facts).in(event));
    }
    history.record(steps);
  }

  private static Step part(
      LotStep step, Lot lot, TraceEventType type, Actor actor, Map<String, ?> facts) {
    Actor by = behalf(actor, lot.producer());
    return Step.of(lot, type, step.happenedAt(), by, null, Map.of("step", facts));
  }

  private static String name(Lot lot) {
    return lot.gtin() + "/" + lot.code();
  }

  /** For a producer somebody else's hand is recorded as such. */
  private static Actor behalf(Actor actor, Producer producer) {
    Long forWhom = producer.isOwnedBy(actor.accountId()) ? null : producer.id();
    return new Actor(actor.accountId(), actor.name(), actor.role(), forWhom);
  }
}
