package org.xiangpin.traceability.gs1;

/** The content rules by their names in the AI table. */
enum ContentRule {
  CSUM(Gs1Rule.CHECK_DIGIT, "check digit is wrong", CheckRules::digit),
  CSUMALPHA(Gs1Rule.CHECK_CHARACTERS, "check characters are wrong", CheckRules::characters),
  IBAN(Gs1Rule.IBAN, "not a bank account number of ISO 13616", CheckRules::iban),
  GCPPOS1(Gs1Rule.COMPANY_PREFIX, "does not begin with a company prefix", TextRules::prefix),
  GCPPOS2(
      Gs1Rule.COMPANY_PREFIX,
      "does not hold a company prefix after its first digit",
      (value, from, to) -> TextRules.prefix(value, from + 1, to)),
  YYMMD0(Gs1Rule.DATE, "not a date YYMMDD, where DD may be 00", DateRules::shortDateOrMonth),
  YYMMDD(Gs1Rule.DATE, "not a date YYMMDD", DateRules::shortDate),
  YYYYMMDD(Gs1Rule.DATE, "not a date YYYYMMDD", DateRules::longDate),
  HH(Gs1Rule.TIME, "not an hour from 00 to 23", DateRules::hour),
  MI(Gs1Rule.TIME, "not a minute from 00 to 59", DateRules::sixtieth),
  SS(Gs1Rule.TIME, "not a second from 00 to 59", DateRules::sixtieth),
  HHMI(Gs1Rule.TIME, "not a time HHMM", DateRules::hourAndMinute),
  NONZERO(Gs1Rule.NON_ZERO, "number is zero", NumberRules::nonZero),
  ZERO(Gs1Rule.ZERO, "digit should be 0", NumberRules.oneOf("0")),
  NOZEROPREFIX(Gs1Rule.ZERO_PREFIX, "number has a leading zero", NumberRules::noZeroPrefix),
  HASNONDIGIT(Gs1Rule.NON_DIGIT, "value holds digits only", TextRules::hasNonDigit),
  ISO3166(Gs1Rule.COUNTRY, "not a country number of ISO 3166", CodeList.COUNTRY),
  ISO3166999(
      Gs1Rule.COUNTRY,
      "neither a country number of ISO 3166 nor 999",
      (value, from, to) ->
          value.startsWith("999", from) ? -1 : CodeList.COUNTRY.find(value, from, to)),
  ISO3166ALPHA2(
      Gs1Rule.COUNTRY, "not a two-letter country code of ISO 3166", CodeList.COUNTRY_ALPHA2),
  ISO4217(Gs1Rule.CURRENCY, "not a currency number of ISO 4217", CodeList.CURRENCY),
  ISO5218(Gs1Rule.SEX, "digit is none of 0, 1, 2, 9", NumberRules.oneOf("0129")),
  LATITUDE(Gs1Rule.LATITUDE, "latitude is above 1800000000", NumberRules.atMost("1800000000")),
  LONGITUDE(Gs1Rule.LONGITUDE, "longitude is above 3600000000", NumberRules.atMost("3600000000")),
  PCENC(Gs1Rule.PERCENT_ENCODING, "percent encoding in the value is wrong", TextRules::percent),
  YESNO(Gs1Rule.YES_NO, "digit is neither 0 nor 1", NumberRules.oneOf("01")),
  WINDING(Gs1Rule.WINDING, "digit is none of 0, 1, 9", NumberRules.oneOf("019")),
  PIECEOFTOTAL(Gs1Rule.PIECE_OF_TOTAL, "not a piece number and a count", NumberRules::pieceOfTotal),
  POSINSEQSLASH(
      Gs1Rule.POSITION_IN_SEQUENCE,
      "not a position, a slash and a count",
      NumberRules::positionInSequence),
  MEDIATYPE(Gs1Rule.MEDIA_TYPE, "not a media type of GS1", CodeList.MEDIA),
  PACKAGETYPE(Gs1Rule.PACKAGE_TYPE, "not a package type", CodeList.PACKAGE),
  IMPORTERIDX(Gs1Rule.IMPORTER_INDEX, "not an importer index", TextRules::importerIndex),
  HYPHEN(Gs1Rule.HYPHEN, "character should be a hyphen", NumberRules.oneOf("-")),
  COUPONCODE(Gs1Rule.COUPON, "coupon field is missing or wrong", CouponRules::couponCode),
  COUPONPOSOFFER(Gs1Rule.COUPON, "coupon field is missing or wrong", CouponRules::positiveOffer);

  /** Looks for the fault. */
  @FunctionalInterface
  interface Finder {
    /** Returns the index of the first character at fault between two indexes, or -1. */
    int find(String value, int from, int to);
  }

  private final Gs1Rule rule;
  private final String what;
  private final Finder finder;

  ContentRule(Gs1Rule rule, String what, Finder finder) {
    this.rule = rule;
    this.what = what;
    this.finder = finder;
  }

  Gs1Rule rule() {
    return rule;
  }

  String what() {
    return what;
  }

  int find(String value, int from, int to) {
    return finder.find(value, from, to);
  }
}
