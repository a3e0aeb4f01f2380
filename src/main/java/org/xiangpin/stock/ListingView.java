package org.xiangpin.stock;

import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.listing.Listing;
import org.xiangpin.producer.Producer;

/** A listing with what is left of its lot. */
public record ListingView(Listing listing, long availableGrams, long heldGrams, long soldGrams) {

  private static final int MOST_LISTED = 500;

  static ListingView of(Listing listing) {
    return Stock.ofLot(listing.lot().id())
        .map(s -> new ListingView(listing, s.availableGrams(), s.heldGrams(), s.soldGrams()))
        .orElseGet(() -> new ListingView(listing, 0, 0, 0));
  }

  /** The newest that this person may see. */
  static List<ListingView> seenBy(CurrentAccount me) {
    List<Long> producers = Producer.seenBy(me).stream().map(Producer::id).toList();
    if (producers.isEmpty()) {
      return List.of();
    }
    List<Listing> listings =
        Listing.find(
                "from Listing i join fetch i.lot l join fetch l.product join fetch l.producer p"
                    + " where p.id in ?1 order by i.id desc",
                producers)
            .page(0, MOST_LISTED)
            .list();
    return listings.stream().map(ListingView::of).toList();
  }

  public boolean isState(String name) {
    return listing.state().name().equals(name);
  }
}
