package org.xiangpin.sampling;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.xiangpin.account.Actor;
import org.xiangpin.account.Recorder;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotState;

/** A sampling plan (抽检计划) of a county or township: the lots of a period that are to be tested. */
@Entity
@Immutable
@Table(name = "sampling_plan")
public class SamplingPlan extends PanacheEntityBase {

  static final int MOST_LOTS = 200;
  private static final int MOST_DAYS = 366;

  @Id Long id;

  @Column(name = "region_code")
  String regionCode;

  @Column(name = "period_from")
  LocalDate periodFrom;

  @Column(name = "period_to")
  LocalDate periodTo;

  int asked;
  long seed;

  @Column(name = "drawn_at")
  Instant drawnAt;

  @Embedded Recorder recorder;

  @ElementCollection
  @CollectionTable(name = "sampling_pick", joinColumns = @JoinColumn(name = "plan_id"))
  @OrderColumn(name = "position")
  List<LotRisk> picks;

  protected SamplingPlan() {}

  /**
   * Draws it from what is recorded now: the same seed and the same records give the same plan.
   *
   * @param regionCode a county or township
   * @param from first day of harvest, {@code to} the last one, at most a year apart
   * @param asked 1 to 200 lots; fewer come when there are fewer
   * @throws WrongState when no lot of the period waits for a test
   */
  SamplingPlan(
      String regionCode,
      LocalDate from,
      LocalDate to,
      int asked,
      long seed,
      Actor actor,
      Clock clock) {
    if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new InvalidInput(
          "to", "结束日期要在开始之后，最多一年。", "The last day lies after the first, at most a year.");
    }
    if (asked < 1 || asked > MOST_LOTS) {
      throw new InvalidInput("asked", "一次抽 1 到 200 批。", "1 to 200 lots at a time.");
    }
    this.id = Ids.next();
    this.regionCode = regionCode;
    this.periodFrom = from;
    this.periodTo = to;
    this.asked = asked;
    this.seed = seed;
    this.drawnAt = Times.now(clock);
    this.recorder = Recorder.of(actor);
    this.picks = draw(clock);
    if (picks.isEmpty()) {
      throw new WrongState("这段时间没有还没检测的批次。", "No lot of this period is still without a test.");
    }
  }

  private List<LotRisk> draw(Clock clock) {
    List<Lot> lots =
        Lot.list(
            "from Lot l join fetch l.product join fetch l.producer where l.regionCode like ?1"
                + " and l.harvestedOn between ?2 and ?3 and l.state in ?4"
                + " and not exists (select 1 from RapidTest t where t.lotId = l.id)"
                + " and not exists (select 1 from LabReport r where r.lotId = l.id)",
            Region.codesWithin(regionCode),
            periodFrom,
            periodTo,
            List.of(LotState.SUBMITTED, LotState.CERTIFIED));
    if (lots.isEmpty()) {
      return List.of();
    }
    Map<Long, ProducerHistory> histories =
        ProducerHistory.of(lots.stream().map(Lot::producerId).collect(Collectors.toSet()), clock);
    List<Drawn> drawn =
        lots.stream()
            .map(l -> new Drawn(l, LotRisk.of(l, histories.get(l.producerId()), seed), 0))
            .sorted(Drawn.RISKIEST)
            .toList();
    Map<Long, Integer> ofProducer = new HashMap<>();
    return drawn.stream()
        .map(d -> d.inTurn(ofProducer.merge(d.lot().producerId(), 1, Integer::sum)))
        .sorted(Comparator.comparingInt(Drawn::turn).thenComparing(Drawn.RISKIEST))
        .limit(asked)
        .map(Drawn::risk)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * @param turn how many lots of its producer come with it, itself included: nobody's second lot is
   *     tested before everybody's first
   */
  private record Drawn(Lot lot, LotRisk risk, int turn) {

    static final Comparator<Drawn> RISKIEST =
        Comparator.comparingInt((Drawn d) -> -d.risk().score()).thenComparing(d -> d.lot().id());

    Drawn inTurn(int n) {
      return new Drawn(lot, risk, n);
    }
  }

  /** Those of a region and below it, the newest first. */
  static List<SamplingPlan> within(String regionCode, int limit) {
    return SamplingPlan.<SamplingPlan>find(
            "regionCode like ?1 order by id desc", Region.codesWithin(regionCode))
        .page(0, limit)
        .list();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public String regionCode() {
    return regionCode;
  }

  public String regionName() {
    return Region.shortName(regionCode);
  }

  public LocalDate periodFrom() {
    return periodFrom;
  }

  public LocalDate periodTo() {
    return periodTo;
  }

  public int asked() {
    return asked;
  }

  /** With it the plan can be drawn again. */
  public long seed() {
    return seed;
  }

  public Instant drawnAt() {
    return drawnAt;
  }

  public String actorName() {
    return recorder.name();
  }

  /** In the order in which they are to be tested. */
  public List<LotRisk> picks() {
    return picks;
  }
}
