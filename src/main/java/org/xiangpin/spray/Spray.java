package org.xiangpin.spray;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.xiangpin.account.Actor;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.Words;
import org.xiangpin.shared.WrongState;

/**
 * One use of a pesticide (用药记录), with two clocks. Never changed: a wrong record is followed by one
 * that names it, and the latter holds. It counts for what is harvested afterwards, however late it
 * was written down.
 */
@Entity
@Immutable
@Table(name = "spray")
public class Spray extends PanacheEntityBase {

  /** A hundred million ml or g; beyond it somebody's finger slipped. In thousandths of the unit. */
  public static final long MOST_DOSE = 100_000_000_000L;

  /** How long a spray is asked for, before a harvest and when it is written down. */
  static final int YEARS_BACK = 2;

  private static final int LONGEST_REASON = 500;
  private static final String HOLDS =
      "s.withdrawn = false and not exists (select 1 from Spray c where c.correctsId = s.id)";

  @Id Long id;

  @Column(name = "producer_id")
  Long producerId;

  @Column(name = "plot_id")
  Long plotId;

  @Column(name = "pesticide_id")
  Long pesticideId;

  @Column(name = "category_code")
  String categoryCode;

  @Column(name = "trade_name")
  String tradeName;

  @Column(name = "registration_number")
  String registrationNumber;

  @Column(name = "active_ingredient")
  String activeIngredient;

  @Column(name = "interval_days")
  int intervalDays;

  boolean banned;

  @Column(name = "dose_thousandths")
  long doseThousandths;

  @Enumerated(EnumType.STRING)
  @Column(name = "dose_unit")
  DoseUnit doseUnit;

  @Column(name = "sprayed_on")
  LocalDate sprayedOn;

  @Column(name = "safe_from")
  LocalDate safeFrom;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Embedded Actor actor;

  @Column(name = "corrects_id")
  Long correctsId;

  boolean withdrawn;
  String reason;

  protected Spray() {}

  /**
   * @throws NotFound for a plot of another producer or a pesticide of another county
   */
  Spray(Producer producer, SprayFacts facts, Actor actor, Clock clock) {
    facts.requireOf(producer, Times.today(clock));
    Pesticide pesticide = facts.pesticide();
    this.id = Ids.next();
    this.producerId = producer.id();
    this.plotId = facts.plot() == null ? null : facts.plot().id();
    this.pesticideId = pesticide.id();
    this.categoryCode = pesticide.categoryCode();
    this.tradeName = pesticide.tradeName();
    this.registrationNumber = pesticide.registrationNumber();
    this.activeIngredient = pesticide.activeIngredient();
    this.intervalDays = pesticide.intervalDays();
    this.banned = pesticide.isBanned(facts.sprayedOn());
    this.doseThousandths = facts.doseThousandths();
    this.doseUnit = facts.doseUnit();
    this.sprayedOn = facts.sprayedOn();
    this.safeFrom = sprayedOn.plusDays(intervalDays);
    this.recordedAt = Times.now(clock);
    this.actor = actor;
  }

  /** What really was, in the place of this record. */
  Spray correctedBy(Producer producer, SprayFacts facts, String why, Actor actor, Clock clock) {
    Spray right = new Spray(producer, facts, actor, clock);
    right.correctsId = id;
    right.reason = Words.required(why, "reason", LONGEST_REASON);
    return right;
  }

  /** There was no such spray. */
  Spray withdrawnBy(String why, Actor actor, Clock clock) {
    Spray none = new Spray();
    none.id = Ids.next();
    none.producerId = producerId;
    none.plotId = plotId;
    none.pesticideId = pesticideId;
    none.categoryCode = categoryCode;
    none.tradeName = tradeName;
    none.registrationNumber = registrationNumber;
    none.activeIngredient = activeIngredient;
    none.intervalDays = intervalDays;
    none.banned = banned;
    none.doseThousandths = doseThousandths;
    none.doseUnit = doseUnit;
    none.sprayedOn = sprayedOn;
    none.safeFrom = safeFrom;
    none.recordedAt = Times.now(clock);
    none.actor = actor;
    none.correctsId = id;
    none.withdrawn = true;
    none.reason = Words.required(why, "reason", LONGEST_REASON);
    return none;
  }

  /** The record, locked, so that it is corrected once. */
  static Spray lockHolding(Long id) {
    Spray spray =
        Optional.ofNullable(id)
            .map(i -> Spray.<Spray>findById(i, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(NotFound::new);
    boolean corrected =
        find("correctsId", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult() != null;
    if (corrected || spray.withdrawn) {
      throw new WrongState(
          "这条记录已经更正过了，请看更正后的那条。", "The record has been corrected already; look at the later one.");
    }
    return spray;
  }

  /** All records of a producer, corrected ones too, the last written first. */
  static Slice<Spray> of(Producer producer, String after) {
    return Slice.of(
        Spray.<Spray>find(
                "producerId = ?1 and id < ?2 order by id desc", producer.id(), Slice.before(after))
            .page(0, Slice.ASKED)
            .list(),
        spray -> spray.id);
  }

  /** What holds of these records: neither corrected nor a withdrawal. */
  static List<Long> holding(List<Spray> sprays) {
    return sprays.isEmpty()
        ? List.of()
        : Spray.<Spray>list(
                "from Spray s where s.id in ?1 and " + HOLDS,
                sprays.stream().map(s -> s.id).toList())
            .stream()
            .map(s -> s.id)
            .toList();
  }

  /** The sprays that hold and count for one of these harvests, the earliest first. */
  public static List<Spray> before(Collection<Harvest> harvests) {
    Map<Long, List<Harvest>> byProducer =
        harvests.stream().collect(Collectors.groupingBy(Harvest::producerId));
    return holdingOf(harvests).stream()
        .filter(s -> byProducer.get(s.producerId).stream().anyMatch(s::countsFor))
        .toList();
  }

  /**
   * The first thing that speaks against selling what was harvested: a banned active, or an interval
   * that was not kept.
   */
  public static Optional<Refusal> against(Collection<Harvest> harvests) {
    Map<Long, List<Harvest>> byProducer =
        harvests.stream().collect(Collectors.groupingBy(Harvest::producerId));
    return holdingOf(harvests).stream()
        .flatMap(s -> byProducer.get(s.producerId).stream().flatMap(h -> s.against(h).stream()))
        .findFirst();
  }

  /** One statement, however many harvests. */
  private static List<Spray> holdingOf(Collection<Harvest> harvests) {
    return harvests.isEmpty()
        ? List.of()
        : list(
            "from Spray s where s.producerId in ?1 and s.sprayedOn <= ?2 and "
                + HOLDS
                + " order by s.sprayedOn, s.id",
            harvests.stream().map(Harvest::producerId).collect(Collectors.toSet()),
            harvests.stream().map(Harvest::day).max(Comparator.naturalOrder()).orElseThrow());
  }

  /** Whether it was used where this was harvested, up to two years before. */
  private boolean countsFor(Harvest harvest) {
    boolean samePlace =
        plotId != null && harvest.plotId() != null
            ? plotId.equals(harvest.plotId())
            : harvest.categoryCode().startsWith(categoryCode);
    return samePlace
        && producerId.equals(harvest.producerId())
        && !sprayedOn.isAfter(harvest.day())
        && !sprayedOn.isBefore(harvest.day().minusYears(YEARS_BACK));
  }

  /** Whether it speaks against none of these harvests. */
  public boolean allows(Collection<Harvest> harvests) {
    return harvests.stream().allMatch(harvest -> against(harvest).isEmpty());
  }

  private Optional<Refusal> against(Harvest harvest) {
    return !countsFor(harvest)
        ? Optional.empty()
        : banned
            ? Optional.of(new BannedActiveUsed(this))
            : harvest.day().isBefore(safeFrom)
                ? Optional.of(new HarvestTooSoon(this))
                : Optional.empty();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Long producerId() {
    return producerId;
  }

  public Long plotId() {
    return plotId;
  }

  public Long pesticideId() {
    return pesticideId;
  }

  /** “后山桃园”, with a word that leads up to it; or all plots. */
  public String place(Lang lang) {
    Plot plot = plotId == null ? null : Plot.findById(plotId);
    return plot == null
        ? lang.of("", "on all plots")
        : lang.of("“" + plot.name() + "”", "on “" + plot.name() + "”");
  }

  public String tradeName() {
    return tradeName;
  }

  public String registrationNumber() {
    return registrationNumber;
  }

  public String activeIngredient() {
    return activeIngredient;
  }

  public int intervalDays() {
    return intervalDays;
  }

  /** Whether its active is banned on this crop. */
  public boolean isBanned() {
    return banned;
  }

  /** The number of the dose, without its unit: 1.5. */
  public String doseText() {
    return BigDecimal.valueOf(doseThousandths, 3).stripTrailingZeros().toPlainString();
  }

  public DoseUnit doseUnit() {
    return doseUnit;
  }

  public LocalDate sprayedOn() {
    return sprayedOn;
  }

  /** The first day on which the crop may be harvested. */
  public LocalDate safeFrom() {
    return safeFrom;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  /** How many days after the spray it was written down. */
  public long daysLate() {
    return LocalDate.ofInstant(recordedAt, Lang.CHINA).toEpochDay() - sprayedOn.toEpochDay();
  }

  public String actorName() {
    return actor.name();
  }

  public Long onBehalfOfProducerId() {
    return actor.onBehalfOfProducerId();
  }

  /** The record in whose place this one stands; null for a first one. */
  public Long correctsId() {
    return correctsId;
  }

  public boolean isWithdrawn() {
    return withdrawn;
  }

  /** Why a record was corrected; null for a first one. */
  public String reason() {
    return reason;
  }
}
