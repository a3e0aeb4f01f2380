package org.xiangpin.ledger;

import java.util.regex.Pattern;

/**
 * What an account counts: fen of yuan, or grams or pieces of one good. Amounts of different units
 * are never added up.
 *
 * @param code {@code CNY}; {@code g.} or {@code pc.} and the good's GTIN of 14 digits
 */
public record LedgerUnit(String code) implements Comparable<LedgerUnit> {

  // before CNY, which it judges
  private static final Pattern CODE = Pattern.compile("CNY|(g|pc)\\.\\d{14}");

  /** Fen (分, 0.01 yuan). */
  public static final LedgerUnit CNY = new LedgerUnit("CNY");

  /**
   * @throws IllegalArgumentException for another code, such as that of a foreign currency
   */
  public LedgerUnit {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("no unit of the books: " + code);
    }
  }

  /**
   * @param gtin 14 digits
   */
  public static LedgerUnit gramsOf(String gtin) {
    return new LedgerUnit("g." + gtin);
  }

  /**
   * @param gtin 14 digits
   */
  public static LedgerUnit piecesOf(String gtin) {
    return new LedgerUnit("pc." + gtin);
  }

  @Override
  public int compareTo(LedgerUnit other) {
    return code.compareTo(other.code);
  }
}
