package org.xiangpin.storefront.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price for a weight. An amount is fen × grams ÷ perGrams, rounded half up to the fen. */
@Schema(
    description =
        "A price for a weight. A line's amount is `fen` × grams ÷ `perGrams`, rounded half up to"
            + " the fen",
    requiredProperties = {"fen", "currency", "perGrams", "text"})
public record Price(
    @Schema(description = "Hundredths of a yuan", examples = "680") long fen,
    @Schema(description = "ISO 4217", examples = "CNY") String currency,
    @Schema(description = "The weight that the price is for: 500 (斤) or 1000", examples = "500")
        long perGrams,
    @Schema(description = "The same for people", examples = "¥6.80 / 斤") String text) {}
