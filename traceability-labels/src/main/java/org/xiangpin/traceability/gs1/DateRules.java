package org.xiangpin.traceability.gs1;

/** Dates and times. The digits are checked already; all find the index at fault, or -1. */
final class DateRules {
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private DateRules() {}

  static int shortDateOrMonth(String value, int from, int to) {
    return "00".regionMatches(0, value, from + 4, 2)
        ? month(value, from + 2)
        : shortDate(value, from, to);
  }

  /**
   * The century of YY follows from today (GS1 General Specifications §7.12), which is not known
   * here; of the years meant, those that four divides are leap years, 2000 among them.
   */
  static int shortDate(String value, int from, int to) {
    return date(value, from + 2, number(value, from) % 4 == 0);
  }

  static int longDate(String value, int from, int to) {
    int year = number(value, from) * 100 + number(value, from + 2);
    return date(value, from + 4, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  }

  static int hour(String value, int from, int to) {
    return number(value, from) < 24 ? -1 : from;
  }

  static int sixtieth(String value, int from, int to) {
    return number(value, from) < 60 ? -1 : from;
  }

  static int hourAndMinute(String value, int from, int to) {
    int hour = hour(value, from, to);
    return hour >= 0 ? hour : sixtieth(value, from + 2, to);
  }

  private static int date(String value, int from, boolean leapYear) {
    int month = month(value, from);
    if (month >= 0) {
      return month;
    }
    int days = DAYS[number(value, from) - 1];
    if (days == 29 && !leapYear) {
      days = 28;
    }
    int day = number(value, from + 2);
    return day >= 1 && day <= days ? -1 : from + 2;
  }

  private static int month(String value, int from) {
    int month = number(value, from);
    return month >= 1 && month <= DAYS.length ? -1 : from;
  }

  private static int number(String value, int from) {
    return (value.charAt(from) - '0') * 10 + value.charAt(from + 1) - '0';
  }
}
