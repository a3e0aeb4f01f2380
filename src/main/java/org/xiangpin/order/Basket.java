package org.xiangpin.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.xiangpin.listing.Offer;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal.Detail;
import org.xiangpin.stock.Holding;

/** The lines of a request, each with the offer that it means, in the request's order. */
record Basket(List<OrderForm.Line> wanted, List<Offer> offers) {

  /**
   * Finds the offers and judges the lines by them, all at once.
   *
   * @param find where the offers come from: memory, or the database
   * @throws InvalidInput for products that this storefront does not see, and for weights that are
   *     not multiples of the step
   * @throws NotOnSale for goods that were on sale once
   */
  static Basket of(OrderForm form, LongFunction<Optional<Offer>> find, LocalDate today) {
    List<Offer> offers = new ArrayList<>();
    List<Detail> wrong = new ArrayList<>();
    List<Detail> ended = new ArrayList<>();
    for (int i = 0; i < form.lines().size(); i++) {
      OrderForm.Line line = form.lines().get(i);
      Optional<Offer> found =
          Ids.parse(line.product())
              .flatMap(find::apply)
              .filter(o -> form.countyCodes().contains(o.countyCode()));
      found.ifPresent(offers::add);
      if (found.isEmpty()) {
        wrong.add(new Detail("/lines/" + i + "/product", "没有这件货。", "There is no such product."));
      } else if (line.grams() % found.get().stepGrams() != 0) {
        String step = Lang.ZH.exactWeight(found.get().stepGrams());
        wrong.add(
            new Detail(
                "/lines/" + i + "/grams",
                "要按 " + step + " 的倍数买。",
                "Must be a multiple of " + found.get().stepGrams() + " g."));
      } else if (!found.get().isOnSale(today)) {
        ended.add(new Detail("/lines/" + i + "/product", "这件货现在不卖。", "Not on sale at present."));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    if (!ended.isEmpty()) {
      throw new NotOnSale(ended);
    }
    return new Basket(form.lines(), offers);
  }

  /** As they will be kept. */
  List<OrderLine> lines() {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      lines.add(OrderLine.of(offers.get(i), wanted.get(i).grams()));
    }
    return lines;
  }

  /** Lines of one lot are taken together: each alone might be there, and both not. */
  List<Holding> holdings() {
    Map<Long, Holding> byLot = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      Holding one = Holding.of(offers.get(i), wanted.get(i).grams());
      byLot.merge(one.lotId(), one, Holding::plus);
    }
    return List.copyOf(byLot.values());
  }

  /** Names every line of these lots, with what is left of each. */
  OutOfStock shortOf(Map<Long, Long> availableByLot) {
    List<Detail> details = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Long left = availableByLot.get(offers.get(i).lotId());
      if (left != null) {
        details.add(
            new Detail(
                "/lines/" + i + "/grams",
                left == 0 ? "卖完了。" : "只剩 " + Lang.ZH.weight(left) + "。",
                left == 0 ? "Sold out." : "Only " + Lang.EN.weight(left) + " left.",
                Map.of("availableGrams", left)));
      }
    }
    return new OutOfStock(details);
  }
}
