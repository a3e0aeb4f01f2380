package org.xiangpin.trace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.spray.Harvest;
import org.xiangpin.traceability.Base32;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;

/** One harvest of one product by one producer (批次), in grams. */
@Entity
@Table(name = "lot")
public class Lot extends PanacheEntityBase {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final DateTimeFormatter CODE_DATE = DateTimeFormatter.ofPattern("yyMMdd");
  private static final int LONGEST_ORIGIN = 160;

  @Id Long id;

  String code;
  String gtin;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "product_id")
  Product product;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "producer_id")
  Producer producer;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "plot_id")
  Plot plot;

  @Column(name = "region_code")
  String regionCode;

  @Column(name = "quantity_grams")
  long quantityGrams;

  @Column(name = "harvested_on")
  LocalDate harvestedOn;

  @Enumerated(EnumType.STRING)
  LotState state;

  boolean made;
  boolean received;

  @Column(name = "outside_origin")
  String outsideOrigin;

  int holds;

  @Enumerated(EnumType.STRING)
  @Column(name = "held_from")
  LotState heldFrom;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  protected Lot() {}

  /** A new draft; its code is the harvest day and four random characters, no other lot's. */
  Lot(Producer producer, LotFacts facts, Clock clock) {
    this(producer, producer.regionCode(), facts, clock);
  }

  private Lot(Producer producer, String regionCode, LotFacts facts, Clock clock) {
    this.id = Ids.next();
    this.producer = producer;
    this.regionCode = regionCode;
    this.createdAt = Times.now(clock);
    this.state = LotState.DRAFT;
    state(facts, clock);
    touch(createdAt);
    do {
      this.code = CODE_DATE.format(harvestedOn) + Base32.encode(RANDOM.nextInt(1 << 20), 4);
    } while (count("gtin = ?1 and code = ?2", gtin, code) > 0);
  }

  /** A new draft of goods that were made of other lots; its facts can't be changed. */
  static Lot madeOf(List<Lot> sources, Producer producer, LotFacts facts, Clock clock) {
    Lot lot = new Lot(producer, facts, clock);
    lot.made = true;
    lot.outsideOrigin = outsideOrigins(sources);
    return lot;
  }

  /** Goods that a collector took over as they were: they grew where they grew. */
  static Lot receivedFrom(Lot source, Producer collector, long grams, Clock clock) {
    LotFacts facts = new LotFacts(source.product, null, source.harvestedOn, grams);
    Lot lot = new Lot(collector, source.regionCode, facts, clock);
    lot.made = true;
    lot.received = true;
    lot.outsideOrigin = source.outsideOrigin;
    return lot;
  }

  /**
   * Goods that a collector took in from a seller who has no lots here.
   *
   * @param origin 1 to 160 characters, the words of a place
   */
  static Lot receivedFromOutside(Producer collector, LotFacts facts, String origin, Clock clock) {
    if (origin == null
        || origin.isBlank()
        || !fits(origin.strip())
        || origin.codePoints().noneMatch(Character::isLetter)
        || origin.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "origin", "请填产地，写到县或乡镇，最多 160 个字。", "Enter where it grew, at most 160 characters.");
    }
    Lot lot = new Lot(collector, facts, clock);
    lot.made = true;
    lot.received = true;
    lot.outsideOrigin = origin.strip();
    return lot;
  }

  /** Each place once, as many as there is room for; null when all of it grew within. */
  private static String outsideOrigins(List<Lot> sources) {
    return sources.stream()
        .flatMap(source -> Stream.ofNullable(source.outsideOrigin))
        .flatMap(origin -> Stream.of(origin.split("、")))
        .distinct()
        .reduce((all, place) -> fits(all + "、" + place) ? all + "、" + place : all)
        .orElse(null);
  }

  private static boolean fits(String places) {
    return places.length() <= LONGEST_ORIGIN;
  }

  /** The lot, if this person may see its producer; otherwise as if it were not there. */
  public static Lot require(Long id, CurrentAccount me) {
    return Optional.ofNullable(id)
        .map(i -> Lot.<Lot>findById(i))
        .filter(lot -> lot.producer.isSeenBy(me))
        .orElseThrow(NotFound::new);
  }

  /** The lot of these two numbers, whoever asks. */
  public static Optional<Lot> findBy(String gtin, String code) {
    return find("gtin = ?1 and code = ?2", gtin, code).firstResultOptional();
  }

  /**
   * The lot, if this person judges it; outside one's township or county as if it were not there.
   *
   * @throws org.xiangpin.shared.NotAllowed for who judges no lots
   */
  public static Lot requireJudged(Long id, CurrentAccount me) {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return Optional.of(require(id, me)).filter(l -> l.isJudgedBy(me)).orElseThrow(NotFound::new);
  }

  /** The row, locked until the transaction ends: steps of one lot follow each other. */
  public static Lot lock(Long id) {
    Lot lot = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (lot == null) {
      throw new NotFound();
    }
    return lot;
  }

  /** Sets the facts that the producer's side states, after checking them. */
  void state(LotFacts facts, Clock clock) {
    if (!state.isEditable()) {
      throw new WrongState(
          "这批已经提交，不能再改。", "The lot has been submitted and can no longer be changed.");
    }
    if (made) {
      throw new WrongState(
          "这批是收来的或用别的批次做成的，产品、重量和日期不能改。",
          "The lot was taken in or made of others; product, weight and day can't be changed.");
    }
    facts.requireOf(producer, Times.today(clock));
    if (!facts.product().gtin().equals(gtin) && gtin != null) {
      throw new InvalidInput(
          "product", "产品不能再换；请另建一批。", "The product can't be changed; enter another lot.");
    }
    this.product = facts.product();
    this.gtin = product.gtin();
    this.plot = facts.plot();
    this.harvestedOn = facts.harvestedOn();
    this.quantityGrams = facts.grams();
  }

  /** The one way from state to state, but for what a recall does. */
  void take(TraceEventType step) {
    this.state =
        state
            .after(step)
            .orElseThrow(
                () ->
                    new WrongState(
                        "这批现在是“" + state.label(Lang.ZH) + "”，不能这样做。",
                        "The lot is \""
                            + state.label(Lang.EN)
                            + "\" now; this step does not follow."));
  }

  /** One recall more holds it; what is stopped for good stays as it is. */
  void hold() {
    holds++;
    if (state != LotState.HELD && !state.isStoppedForGood()) {
      heldFrom = state;
      state = LotState.HELD;
    }
  }

  /** One recall less holds it; without any it is again what it was. */
  void release() {
    holds--;
    if (holds == 0 && state == LotState.HELD) {
      state = heldFrom;
      heldFrom = null;
    }
  }

  void recall() {
    state = LotState.RECALLED;
    heldFrom = null;
  }

  /** A step was recorded; every such time differs from all before, even if a clock went back. */
  void touch(Instant now) {
    this.changedAt =
        changedAt == null || now.isAfter(changedAt) ? now : changedAt.plus(1, ChronoUnit.MICROS);
  }

  /** Whether its producer must issue a 承诺达标合格证 first: by the law, or as goods are not its own. */
  public boolean mustCommit() {
    return made || producer.kind().mustCommit();
  }

  /** Whether it is not a harvest: taken in, or graded, split, merged or repacked. */
  public boolean isMade() {
    return made;
  }

  /** Whether a collector took it in as it was, from a producer or from outside. */
  public boolean isReceived() {
    return received;
  }

  /** Taken in and not handed to the township: its papers were looked at when it came. */
  public boolean isInStore() {
    return received && state == LotState.DRAFT;
  }

  /** Where it, or a part of it, grew outside the system; null when all of it grew within. */
  public String outsideOrigin() {
    return outsideOrigin;
  }

  /** Where it grew, as a certificate tells it. */
  public String origin() {
    if (outsideOrigin == null) {
      return Region.fullName(regionCode);
    }
    return received ? outsideOrigin : Region.fullName(regionCode) + "、" + outsideOrigin;
  }

  /** Whether this person certifies and stops it: the township's inspector or the county's admin. */
  public boolean isJudgedBy(CurrentAccount me) {
    return me.covers(Role.TOWNSHIP_INSPECTOR, regionCode)
        || me.covers(Role.COUNTY_ADMIN, regionCode);
  }

  /** Who judges it, for the record: the township's inspector, or the county's admin. */
  public Actor judge(CurrentAccount me) {
    return me.covers(Role.TOWNSHIP_INSPECTOR, regionCode)
        ? me.actor(Role.TOWNSHIP_INSPECTOR)
        : me.actor(Role.COUNTY_ADMIN);
  }

  /** Whether it may be listed and sold today. */
  public boolean isOnSale(LocalDate today) {
    return state == LotState.CERTIFIED
        && Certification.ofLot(id).map(c -> !c.isExpired(today)).orElse(false);
  }

  /** The harvest as the records of sprays see it. */
  public Harvest harvest() {
    return new Harvest(
        producer.id(), plot == null ? null : plot.id(), product.categoryCode(), harvestedOn);
  }

  public DigitalLink link() {
    return DigitalLink.ofLot(Gtin.parse(gtin), code);
  }

  /** Where the world reads about this lot. */
  public String traceUrl(String publicUrl) {
    return link().on(publicUrl);
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  /** 10 characters of [0-9A-Z] without I, L, O, U; unique within the GTIN. */
  public String code() {
    return code;
  }

  public String gtin() {
    return gtin;
  }

  public Product product() {
    return product;
  }

  public Producer producer() {
    return producer;
  }

  public Long producerId() {
    return producer.id();
  }

  /** May be null: an animal has no plot. */
  public Plot plot() {
    return plot;
  }

  /** Village where it grew, 12 digits. */
  public String regionCode() {
    return regionCode;
  }

  public String townshipCode() {
    return Region.townshipOf(regionCode);
  }

  public String countyCode() {
    return Region.countyOf(regionCode);
  }

  public long quantityGrams() {
    return quantityGrams;
  }

  public LocalDate harvestedOn() {
    return harvestedOn;
  }

  public LotState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
