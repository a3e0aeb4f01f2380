package org.xiangpin.trace;

import java.time.LocalDate;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Quantity;

/**
 * What the producer's side states about a lot.
 *
 * @param plot may be null
 * @param harvestedOn day in China
 * @param grams above 0, at most 10^10
 */
public record LotFacts(Product product, Plot plot, LocalDate harvestedOn, long grams) {

  private static final int YEARS_BACK = 2;

  /**
   * @throws InvalidInput for what can't be true of a lot of this producer
   */
  void requireOf(Producer producer, LocalDate today) {
    if (harvestedOn == null) {
      throw new InvalidInput("harvestedOn", "请填采收日期。", "Enter the day of harvest.");
    }
    if (harvestedOn.isAfter(today)) {
      throw new InvalidInput(
          "harvestedOn", "采收日期在今天之后，请改正。", "The day of harvest lies in the future.");
    }
    if (harvestedOn.isBefore(today.minusYears(YEARS_BACK))) {
      throw new InvalidInput(
          "harvestedOn", "采收日期太早，超过两年。", "The day of harvest lies more than two years back.");
    }
    if (grams <= 0 || grams > Quantity.MOST_GRAMS) {
      throw new InvalidInput(
          "quantity", "重量要大于零，最多一万吨。", "The weight must be above 0 and at most 10,000 t.");
    }
    if (product == null || !product.countyCode().equals(Region.countyOf(producer.regionCode()))) {
      throw new InvalidInput("product", "请选择本县的产品。", "Choose a product of the county.");
    }
    if (plot != null && !plot.producerId().equals(producer.id())) {
      throw new InvalidInput("plot", "这块地不是他的。", "The plot belongs to another producer.");
    }
    if (plot != null && plot.isBeforeItsTime(harvestedOn)) {
      throw new InvalidInput(
          "harvestedOn", "那时还没种这块地，请检查日期。", "The plot was not worked then; check the day.");
    }
  }
}
