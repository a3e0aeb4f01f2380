package org.xiangpin.listing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;

/** One lot put up for sale (上架), at a price for a weight. A lot has at most one listing. */
@Entity
@Table(name = "listing")
public class Listing extends PanacheEntityBase {

  @Id Long id;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "lot_id")
  Lot lot;

  @Column(name = "county_code")
  String countyCode;

  String title;
  String description;

  @Column(name = "price_fen")
  long priceFen;

  @Column(name = "price_unit_grams")
  long priceUnitGrams;

  @Column(name = "step_grams")
  long stepGrams;

  @Enumerated(EnumType.STRING)
  ListingState state;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @Version int version;

  protected Listing() {}

  /**
   * A draft for a lot.
   *
   * @throws LotNotOnSale for a lot that may not be sold today
   * @throws InvalidInput for a lot that has a listing
   */
  public Listing(Lot lot, ListingTerms terms, Clock clock) {
    if (!lot.isOnSale(Times.today(clock))) {
      throw new LotNotOnSale();
    }
    if (count("lot", lot) > 0) {
      throw new InvalidInput("lot", "这批货已经上架过了。", "The lot has a listing already.");
    }
    this.id = Ids.next();
    this.lot = lot;
    this.countyCode = lot.countyCode();
    this.state = ListingState.DRAFT;
    this.createdAt = Times.now(clock);
    edit(terms, clock);
  }

  /** The row, locked until the transaction ends: changes follow each other. */
  public static Listing lock(Long id) {
    Listing listing = findById(id);
    if (listing == null) {
      throw new NotFound();
    }
    // read again under the lock: who came first has changed it since the page looked
    getEntityManager().refresh(listing, LockModeType.PESSIMISTIC_WRITE);
    return listing;
  }

  /** The listing, if this person may see its producer; otherwise as if it were not there. */
  public static Listing require(String idText, CurrentAccount me) {
    return Ids.parse(idText)
        .flatMap(Listing::findWithLot)
        .filter(listing -> listing.lot.producer().isSeenBy(me))
        .orElseThrow(NotFound::new);
  }

  private static Optional<Listing> findWithLot(Long id) {
    return find(
            "from Listing i join fetch i.lot l join fetch l.producer join fetch l.product"
                + " where i.id = ?1",
            id)
        .firstResultOptional();
  }

  public static Optional<Listing> ofLot(Long lotId) {
    return find("lot.id", lotId).firstResultOptional();
  }

  /** Sets price and words; what was ordered before keeps its own. */
  public void edit(ListingTerms terms, Clock clock) {
    this.title = terms.title();
    this.description = terms.description();
    this.priceFen = terms.priceFen();
    this.priceUnitGrams = terms.priceUnitGrams();
    this.stepGrams = terms.stepGrams();
    this.changedAt = Times.now(clock);
  }

  /**
   * Puts it on sale, for the first time or again.
   *
   * @throws LotNotOnSale for a lot that may not be sold today
   */
  public void publish(Clock clock) {
    if (!lot.isOnSale(Times.today(clock))) {
      throw new LotNotOnSale();
    }
    become(ListingState.PUBLISHED, clock);
    publishedAt = Times.now(clock);
  }

  /** Takes it off sale for a while; what is ordered stays ordered. */
  public void pause(Clock clock) {
    become(ListingState.PAUSED, clock);
  }

  /**
   * Puts a paused one back on sale.
   *
   * @throws LotNotOnSale for a lot that may not be sold today
   */
  public void resume(Clock clock) {
    publish(clock);
  }

  /** Takes it off sale for good; what is ordered stays ordered. */
  public void withdraw(Clock clock) {
    become(ListingState.WITHDRAWN, clock);
  }

  private void become(ListingState next, Clock clock) {
    if (!state.canBecome(next)) {
      throw new WrongState(
          "这件货现在是“" + state.label(Lang.ZH) + "”，不能这样做。",
          "The listing is \"" + state.label(Lang.EN) + "\" now; this step does not follow.");
    }
    state = next;
    changedAt = Times.now(clock);
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public Lot lot() {
    return lot;
  }

  public String title() {
    return title;
  }

  /** Null when there is none. */
  public String description() {
    return description;
  }

  public long priceFen() {
    return priceFen;
  }

  public long priceUnitGrams() {
    return priceUnitGrams;
  }

  public long stepGrams() {
    return stepGrams;
  }

  public ListingState state() {
    return state;
  }

  /** Counts the changes. */
  public int version() {
    return version;
  }
}
