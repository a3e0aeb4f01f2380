package org.xiangpin.shared;

import java.math.BigDecimal;

/** Weights and areas as people type them, made into grams and square metres. */
public final class Quantity {

  /** Ten thousand tons; beyond it somebody's finger slipped. */
  public static final long MOST_GRAMS = 10_000_000_000L;

  private static final BigDecimal MU_TO_SQUARE_METRES = new BigDecimal("666.6666667");

  /** Units of weight in forms: 斤 = 500 g, 公斤 = 1,000 g. */
  public enum Unit {
    JIN(500),
    KG(1000);

    private final long grams;

    Unit(long grams) {
      this.grams = grams;
    }

    public long grams() {
      return grams;
    }
  }

  private Quantity() {}

  /**
   * Grams from a typed number, which may hold thousands separators and full-width digits.
   *
   * @param field the form field to name when it is wrong
   * @throws InvalidInput unless the weight is above 0 and at most {@link #MOST_GRAMS}, in whole
   *     grams
   */
  public static long grams(String typed, Unit unit, String field) {
    BigDecimal grams = number(typed, field).multiply(BigDecimal.valueOf(unit.grams()));
    if (grams.signum() <= 0) {
      throw new InvalidInput(field, "重量要大于零。", "The weight must be above zero.");
    }
    if (grams.compareTo(BigDecimal.valueOf(MOST_GRAMS)) > 0) {
      throw new InvalidInput(
          field, "重量太大了：一批最多一万吨。请检查单位。", "Too heavy: a lot is at most 10,000 t. Check the unit.");
    }
    try {
      return grams.longValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidInput(field, "重量要精确到克。", "The weight must be in whole grams.");
    }
  }

  /**
   * Square metres from a typed number of 亩, rounded to the metre.
   *
   * @throws InvalidInput unless the area is above 0 and at most 100,000 mu
   */
  public static long squareMetres(String typedMu, String field) {
    BigDecimal mu = number(typedMu, field);
    if (mu.signum() <= 0 || mu.compareTo(BigDecimal.valueOf(100_000)) > 0) {
      throw new InvalidInput(
          field, "面积要大于零，不超过十万亩。", "The area must be above 0 and at most 100,000 mu.");
    }
    return Math.max(
        1,
        mu.multiply(MU_TO_SQUARE_METRES).setScale(0, java.math.RoundingMode.HALF_UP).longValue());
  }

  /** 分 from a typed number of yuan with at most two decimals. */
  public static long fen(String typedYuan, String field) {
    BigDecimal fen = number(typedYuan, field).movePointRight(2);
    if (fen.signum() <= 0 || fen.compareTo(BigDecimal.valueOf(100_000_000L)) > 0) {
      throw new InvalidInput(
          field, "价格要大于零，不超过一百万元。", "The price must be above 0 and at most 1,000,000 yuan.");
    }
    try {
      return fen.longValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidInput(field, "价格最多精确到分。", "The price has at most two decimals.");
    }
  }

  /**
   * A count from a typed number.
   *
   * @throws InvalidInput unless it is whole and from 1 to {@code most}
   */
  public static int pieces(String typed, String field, int most) {
    BigDecimal pieces = number(typed, field);
    if (pieces.signum() <= 0
        || pieces.compareTo(BigDecimal.valueOf(most)) > 0
        || pieces.stripTrailingZeros().scale() > 0) {
      throw new InvalidInput(
          field,
          "请填 1 到 " + Lang.ZH.number(most) + " 的整数。",
          "Enter a whole number from 1 to " + Lang.EN.number(most) + ".");
    }
    return pieces.intValueExact();
  }

  /**
   * A typed number in units of its last allowed decimal: 1.5 with three decimals is 1500.
   *
   * @param least smallest value that is taken, in those units
   * @param most largest one
   * @throws InvalidInput for what is no number, out of range, or has more decimals
   */
  public static long decimal(String typed, String field, int decimals, long least, long most) {
    BigDecimal value = number(typed, field).movePointRight(decimals);
    if (value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      String from = Lang.grouped(BigDecimal.valueOf(least, decimals));
      String to = Lang.grouped(BigDecimal.valueOf(most, decimals));
      throw new InvalidInput(
          field,
          "请填 " + from + " 到 " + to + " 的数。",
          "Enter a number from " + from + " to " + to + ".");
    }
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidInput(
          field, "小数太多了，最多 " + decimals + " 位。", "At most " + decimals + " decimals.");
    }
  }

  /** A comma parts thousands and nothing else: 1,5 might be 1.5 or 15, and nobody may guess. */
  private static BigDecimal number(String typed, String field) {
    String plain =
        typed == null ? "" : java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC);
    plain = plain.replaceAll("\\s", "");
    if (plain.matches("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?")) {
      plain = plain.replace(",", "");
    }
    if (plain.indexOf(',') >= 0 && plain.matches("[-0-9.,]+")) {
      throw new InvalidInput(
          field,
          "小数请用点，比如 1.5。逗号只隔开千位。",
          "Write decimals with a point: 1.5. A comma parts thousands.");
    }
    if (!plain.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
      throw new InvalidInput(field, "请填一个数字。", "Enter a number.");
    }
    return new BigDecimal(plain);
  }
}
