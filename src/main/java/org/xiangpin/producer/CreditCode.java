package org.xiangpin.producer;

import java.util.Locale;
import org.xiangpin.shared.InvalidInput;

/** The unified social credit code (统一社会信用代码) of a legal person, GB 32100-2015. */
final class CreditCode {

  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  /**
   * @param typed as printed on the licence; spaces and small letters are taken
   * @throws InvalidInput for field {@code creditCode} unless it has 18 characters and the last one
   *     checks the others
   */
  static String acceptable(String typed) {
    String code = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH || check(code) != code.charAt(LENGTH - 1)) {
      throw new InvalidInput(
          "creditCode",
          "统一社会信用代码不对：一共 18 位，请照营业执照再看一遍。",
          "The credit code is not right: 18 characters, as on the licence.");
    }
    return code;
  }

  /** The check character: weights are the powers of 3 modulo 31. */
  private static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = DIGITS.indexOf(code.charAt(i));
      if (digit < 0) {
        return 0;
      }
      sum += digit * weight;
      weight = weight * 3 % 31;
    }
    return DIGITS.charAt((31 - sum % 31) % 31);
  }
}
