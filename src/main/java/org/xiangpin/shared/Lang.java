package org.xiangpin.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The language of a page, and how numbers are said in it. Both languages stand side by side in the
 * templates: {@code {t.of('登录', 'Sign in')}}.
 */
public enum Lang {
  ZH,
  EN;

  /** Dates are judged and shown as in all of China. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int LONGEST_HEADER = 1000;
  private static final BigDecimal SQUARE_METRES_PER_MU = new BigDecimal("666.6666667");
  private static final DateTimeFormatter ZH_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter EN_DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("M月d日");
  private static final DateTimeFormatter EN_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter ZH_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final DateTimeFormatter EN_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  /** The first language of an Accept-Language header that is one of ours; Chinese otherwise. */
  public static Lang accepted(String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return ZH;
    }
    // what browsers send: the wanted language first, without a weight
    int comma = header.indexOf(',');
    if (header.lastIndexOf(';', comma < 0 ? header.length() : comma) < 0) {
      if (header.startsWith("zh")) {
        return ZH;
      }
      if (header.startsWith("en")) {
        return EN;
      }
    }
    for (Locale.LanguageRange range : ranges(header)) {
      if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
        return ZH;
      }
      if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
        return EN;
      }
    }
    return ZH;
  }

  /** What an Accept-Language header takes, the most wanted first; nothing of one that is none. */
  public static List<Locale.LanguageRange> ranges(String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // the second for nothing but commas
      return List.of();
    }
  }

  /** The language that a link asks for by {@code lang=}, else {@code otherwise}. */
  public static Lang named(String name, Lang otherwise) {
    return "zh".equals(name) ? ZH : "en".equals(name) ? EN : otherwise;
  }

  public String of(String chinese, String english) {
    return this == ZH ? chinese : english;
  }

  /** For the html element's lang attribute. */
  public String tag() {
    return this == ZH ? "zh-CN" : "en";
  }

  public String code() {
    return this == ZH ? "zh" : "en";
  }

  public Lang other() {
    return this == ZH ? EN : ZH;
  }

  /** 30,000 斤, or 15,000 kg: as buyers and farmers say it. */
  public String weight(long grams) {
    return this == ZH ? jin(grams) + " 斤" : kilograms(grams) + " kg";
  }

  /** The weight in kilograms, exactly. */
  public String exactWeight(long grams) {
    return kilograms(grams) + of(" 公斤", " kg");
  }

  /** The weight in 斤 (500 g), without a unit; exact. */
  public String jin(long grams) {
    return grouped(BigDecimal.valueOf(grams).divide(BigDecimal.valueOf(500)));
  }

  private static String kilograms(long grams) {
    return grouped(BigDecimal.valueOf(grams, 3));
  }

  /** ¥12.50 from 1250 分. */
  public String money(long fen) {
    return "¥" + plain(fen);
  }

  /** 12.50 from 1250 分. */
  public String plain(long fen) {
    return String.format(Locale.ROOT, "%,d.%02d", fen / 100, Math.abs(fen % 100));
  }

  /** A price for a unit of 500 g or 1000 g: ¥6.80 / 斤. */
  public String price(long fen, long unitGrams) {
    String unit = unitGrams == 500 ? of("斤", "500 g") : of("公斤", "kg");
    return money(fen) + " / " + unit;
  }

  /** 20 亩 from 13,333 m²; rounded to a tenth. */
  public String area(long squareMetres) {
    BigDecimal mu =
        BigDecimal.valueOf(squareMetres).divide(SQUARE_METRES_PER_MU, 1, RoundingMode.HALF_UP);
    return grouped(mu) + of(" 亩", " mu");
  }

  public String date(LocalDate date) {
    return date == null ? "" : (this == ZH ? ZH_DATE : EN_DATE).format(date);
  }

  public String date(Instant instant) {
    return instant == null ? "" : date(LocalDate.ofInstant(instant, CHINA));
  }

  /** 8月7日; with the year unless it is the year of {@code today}. */
  public String day(LocalDate date, LocalDate today) {
    return date != null && date.getYear() == today.getYear()
        ? (this == ZH ? ZH_DAY : EN_DAY).format(date)
        : date(date);
  }

  /** The same of a moment's day in China. */
  public String day(Instant instant, LocalDate today) {
    return instant == null ? "" : day(LocalDate.ofInstant(instant, CHINA), today);
  }

  /** 8月7日 09:30; with the year unless it is the year of {@code today}. */
  public String moment(Instant instant, LocalDate today) {
    return instant == null ? "" : day(instant, today) + " " + CLOCK.format(instant.atZone(CHINA));
  }

  public String time(Instant instant) {
    return instant == null ? "" : (this == ZH ? ZH_TIME : EN_TIME).format(instant.atZone(CHINA));
  }

  /** 30,000; takes any whole number, as templates have int and long. */
  public String number(Number value) {
    return String.format(Locale.ROOT, "%,d", value.longValue());
  }

  static String grouped(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, bare.scale()) + "f", bare);
  }
}
