package org.xiangpin.region;

import org.xiangpin.region.Region.Level;

/** The arithmetic of 12-digit codes. */
final class RegionCode {

  private static final String ZEROS = "000000000000";

  private RegionCode() {}

  static boolean isWellFormed(String code) {
    if (code == null || code.length() != 12) {
      return false;
    }
    for (int i = 0; i < 12; i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The leading digits that say something: 43, 4307, 430722, 430722111 or all twelve. */
  static String significant(String code) {
    for (Level level : Level.values()) {
      if (ZEROS.startsWith(code.substring(level.digits()))) {
        return code.substring(0, level.digits());
      }
    }
    return code;
  }

  /** The leading digits of a level, filled up with zeros to twelve. */
  static String cut(String code, Level level) {
    return padded(code.substring(0, level.digits()));
  }

  static String padded(String digits) {
    return digits + ZEROS.substring(digits.length());
  }
}
