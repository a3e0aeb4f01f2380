package org.xiangpin.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in 分 (0.01 yuan), always whole. */
public final class Money {

  private Money() {}

  /**
   * What a weight costs: price × grams ÷ unit, rounded half up to 分. The one rounding rule; a line
   * stores the result.
   *
   * @throws ArithmeticException when the amount exceeds a long
   */
  public static long amount(long priceFen, long unitGrams, long grams) {
    return BigDecimal.valueOf(priceFen)
        .multiply(BigDecimal.valueOf(grams))
        .divide(BigDecimal.valueOf(unitGrams), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
