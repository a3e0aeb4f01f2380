package org.xiangpin.traceability.gs1;

/** Check digits and check characters. All find the index at fault, or -1. */
final class CheckRules {
  /** The check characters' own set: no 0, 1, I, O. */
  private static final String CSET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int[] PRIMES = {
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
  };

  private static final int PRIME_MODULUS = 1021;
  private static final int SHORTEST_IBAN = 11;

  private CheckRules() {}

  /** GS1 General Specifications §7.9.1: modulo 10, weights 3 and 1 from the right. */
  static int digit(String value, int from, int to) {
    int sum = 0;
    int weight = 3;
    for (int i = to - 2; i >= from; i--) {
      sum += (value.charAt(i) - '0') * weight;
      weight = 4 - weight;
    }
    return value.charAt(to - 1) - '0' == (10 - sum % 10) % 10 ? -1 : to - 1;
  }

  /**
   * GS1 General Specifications §7.9.5: prime weights from the right, modulo 1021, two times 5 bits.
   */
  static int characters(String value, int from, int to) {
    int last = to - 3;
    if (last - from >= PRIMES.length || to - from < 2) {
      return from;
    }
    int sum = 0;
    for (int i = from; i <= last; i++) {
      sum += CharacterSet.X.characters().indexOf(value.charAt(i)) * PRIMES[last - i];
    }
    sum %= PRIME_MODULUS;
    if (value.charAt(to - 2) != CSET_32.charAt(sum >> 5)) {
      return to - 2;
    }
    return value.charAt(to - 1) == CSET_32.charAt(sum & 31) ? -1 : to - 1;
  }

  /** ISO 13616: country, then modulo 97 over the rotated number, letters being 10 to 35. */
  static int iban(String value, int from, int to) {
    if (to - from < SHORTEST_IBAN) {
      return from;
    }
    int country = CodeList.COUNTRY_ALPHA2.find(value, from, from + 2);
    if (country >= 0) {
      return country;
    }
    int remainder = 0;
    for (int i = 0; i < to - from; i++) {
      int at = from + (i + 4) % (to - from);
      char c = value.charAt(at);
      if (c >= '0' && c <= '9') {
        remainder = (remainder * 10 + c - '0') % 97;
      } else if (c >= 'A' && c <= 'Z') {
        remainder = (remainder * 100 + c - 'A' + 10) % 97;
      } else {
        return at;
      }
    }
    return remainder == 1 ? -1 : from + 2;
  }
}
