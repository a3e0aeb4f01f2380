package org.xiangpin.lotevent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.List;
import org.xiangpin.traceability.DigitalLink;

/**
 * Goods of one lot.
 *
 * @param lot the lot's link, GTIN and lot number
 * @param grams how much; null for what there is of it, however much that may be
 */
public record Goods(DigitalLink lot, Long grams) {

  private static final String CANONICAL = "https://id.gs1.org";

  /** UN/ECE Recommendation 20 for the kilogram, as EPCIS asks for units. */
  private static final String KILOGRAM = "KGM";

  /** What names a lot in events: its Digital Link in the canonical form. */
  public static String name(DigitalLink lot) {
    return lot.on(CANONICAL);
  }

  static void write(List<Goods> goods, ArrayNode list) {
    for (Goods some : goods) {
      var element = list.addObject().put("epcClass", name(some.lot));
      if (some.grams != null) {
        element.put("quantity", kilograms(some.grams)).put("uom", KILOGRAM);
      }
    }
  }

  /** Exact, and without an exponent. */
  private static BigDecimal kilograms(long grams) {
    BigDecimal exact = BigDecimal.valueOf(grams, 3).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
