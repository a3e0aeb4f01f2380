package org.xiangpin.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.listing.Listing;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Slice;

/** A listing with what is left of its lot. */
public record ListingView(Listing listing, long availableGrams, long heldGrams, long soldGrams) {

  static ListingView of(Listing listing) {
    return of(List.of(listing)).get(0);
  }

  private static List<ListingView> of(List<Listing> listings) {
    Map<Long, Stock> stocks =
        Stock.<Stock>list("lotId in ?1", listings.stream().map(i -> i.lot().id()).toList()).stream()
            .collect(Collectors.toMap(s -> s.lotId, s -> s));
    return listings.stream()
        .map(
            listing ->
                Optional.ofNullable(stocks.get(listing.lot().id()))
                    .map(
                        s ->
                            new ListingView(
                                listing, s.availableGrams(), s.heldGrams(), s.soldGrams()))
                    .orElseGet(() -> new ListingView(listing, 0, 0, 0)))
        .toList();
  }

  /**
   * A page of what this person may see, the newest first.
   *
   * @param words a part of the title's or the producer's name, or a whole lot code; empty for all
   */
  static Slice<ListingView> seenBy(CurrentAccount me, String words, String after) {
    ProducerScope scope = ProducerScope.seenBy(me).with("before", Slice.before(after));
    String named = "";
    if (!words.isBlank()) {
      scope = scope.with("words", Slice.holding(words)).with("code", Slice.code(words));
      named =
          " and (i.title like :words escape '!' or p.name like :words escape '!' or l.code = :code)";
    }
    List<Listing> found =
        Listing.<Listing>find(
                "from Listing i join fetch i.lot l join fetch l.product join fetch l.producer p"
                    + " where i.id < :before and "
                    + scope.where()
                    + named
                    + " order by i.id desc",
                scope.values())
            .page(0, Slice.ASKED)
            .list();
    return Slice.of(found, Listing::id).of(ListingView::of);
  }

  public boolean isState(String name) {
    return listing.state().name().equals(name);
  }
}
