package org.xiangpin.listing;

import java.util.Set;
import org.xiangpin.shared.InvalidInput;

/**
 * What the seller says of a listing.
 *
 * @param title headline, at most 96 characters
 * @param description null or at most 2,000 characters
 * @param priceFen 1 to 100,000,000 fen for {@code priceUnitGrams}
 * @param priceUnitGrams 500 (斤) or 1000 (公斤)
 * @param stepGrams 1 to 1,000,000; ordered weights are multiples of it
 */
public record ListingTerms(
    String title, String description, long priceFen, long priceUnitGrams, long stepGrams) {

  private static final long MOST_FEN = 100_000_000;
  private static final long MOST_STEP = 1_000_000;

  /**
   * @throws InvalidInput naming the form field
   */
  public ListingTerms {
    title = title == null ? "" : title.strip();
    description = description == null || description.isBlank() ? null : description.strip();
    if (title.isEmpty() || title.length() > 96 || title.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("title", "请填标题，最多 96 个字。", "Enter a title of at most 96 characters.");
    }
    if (description != null && description.length() > 2000) {
      throw new InvalidInput(
          "description", "介绍最多两千字。", "The description is at most 2,000 characters.");
    }
    if (priceFen < 1 || priceFen > MOST_FEN) {
      throw new InvalidInput(
          "price", "价格要大于零，不超过一百万元。", "The price must be above 0 and at most 1,000,000 yuan.");
    }
    if (!Set.of(500L, 1000L).contains(priceUnitGrams)) {
      throw new InvalidInput("unit", "价格按斤或公斤。", "The price is for 500 g or for 1 kg.");
    }
    if (stepGrams < 1 || stepGrams > MOST_STEP) {
      throw new InvalidInput(
          "step", "每份要大于零，最多一吨。", "The step must be above 0 and at most 1,000 kg.");
    }
  }
}
