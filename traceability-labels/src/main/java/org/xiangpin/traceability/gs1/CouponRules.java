package org.xiangpin.traceability.gs1;

/**
 * North American coupons: AI 8110 (Coupon Application Guideline Using GS1 DataBar Expanded) and AI
 * 8112 (GS1 AI (8112) Coupon Data Specification). Many fields begin with a digit for their length.
 */
final class CouponRules {
  private static final String ANY = "0123456789";
  private static final String REQUIREMENT_CODES = "012349";

  private final String value;
  private final int to;
  private int at;
  private int fault = -1;

  private CouponRules(String value, int from, int to) {
    this.value = value;
    this.at = from;
    this.to = to;
  }

  static int couponCode(String value, int from, int to) {
    CouponRules coupon = new CouponRules(value, from, to);
    coupon.sized("0123456", 6); // company prefix
    coupon.take(6); // offer code
    coupon.sized("12345", 0); // save value
    coupon.purchase();
    if (coupon.field('1')) {
      coupon.digit("0123"); // additional purchase rules
      coupon.purchase();
      coupon.prefixOrSame();
    }
    if (coupon.field('2')) {
      coupon.purchase();
      coupon.prefixOrSame();
    }
    int expiry = coupon.field('3') ? coupon.date() : -1;
    int start = coupon.field('4') ? coupon.date() : -1;
    if (coupon.fault < 0 && expiry >= 0 && start >= 0) {
      String last = value.substring(expiry, expiry + 6);
      coupon.failIf(value.substring(start, start + 6).compareTo(last) > 0, start);
    }
    if (coupon.field('5')) {
      coupon.sized(ANY, 6); // serial number
    }
    if (coupon.field('6')) {
      coupon.sized("1234567", 6); // retailer
    }
    if (coupon.field('9')) {
      coupon.digit("01256"); // save value code
      coupon.digit("012"); // item that the save value applies to
      coupon.digit(ANY); // store coupon
      coupon.digit("01"); // not to be multiplied
    }
    return coupon.end();
  }

  static int positiveOffer(String value, int from, int to) {
    CouponRules coupon = new CouponRules(value, from, to);
    coupon.digit("01"); // format
    coupon.sized("0123456", 6); // funder
    coupon.take(6); // offer code
    coupon.sized(ANY, 6); // serial number
    return coupon.end();
  }

  private void purchase() {
    sized("12345", 0); // requirement
    digit(REQUIREMENT_CODES);
    take(3); // family code
  }

  /** 9 stands for the company prefix named first. */
  private void prefixOrSame() {
    if (at < to && value.charAt(at) == '9') {
      at++;
    } else {
      sized("0123456", 6);
    }
  }

  private int date() {
    int from = at;
    take(6);
    if (fault < 0) {
      failIf(DateRules.shortDate(value, from, at) >= 0, from);
    }
    return from;
  }

  private boolean field(char number) {
    boolean present = fault < 0 && at < to && value.charAt(at) == number;
    if (present) {
      at++;
    }
    return present;
  }

  private void sized(String lengthDigits, int more) {
    int length = digit(lengthDigits);
    if (fault < 0) {
      take(length + more);
    }
  }

  private int digit(String allowed) {
    failIf(at >= to || allowed.indexOf(value.charAt(at)) < 0, Math.min(at, to - 1));
    return fault < 0 ? value.charAt(at++) - '0' : 0;
  }

  private void take(int digits) {
    for (int i = 0; i < digits && fault < 0; i++) {
      digit(ANY);
    }
  }

  private int end() {
    failIf(at < to, at);
    return fault;
  }

  private void failIf(boolean wrong, int index) {
    if (wrong && fault < 0) {
      fault = index;
    }
  }
}
