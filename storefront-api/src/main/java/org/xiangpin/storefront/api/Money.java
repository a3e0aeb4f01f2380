package org.xiangpin.storefront.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of money. */
@Schema(
    description = "An amount: whole fen (分, 0.01 yuan) and their currency",
    requiredProperties = {"fen", "currency"})
public record Money(
    @Schema(description = "Hundredths of a yuan", examples = "1360") long fen,
    @Schema(description = "ISO 4217", examples = "CNY") String currency) {

  public static Money ofFen(long fen) {
    return new Money(fen, "CNY");
  }
}
