package org.xiangpin.account;

import java.text.Normalizer;
import java.util.Optional;
import org.xiangpin.shared.InvalidInput;

/** Chinese mobile numbers as people type them: with spaces, +86, or full-width digits. */
public final class Phone {

  private Phone() {}

  /** Eleven digits, or empty for anything that is no mobile number. */
  public static Optional<String> find(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s()-]", "");
    plain = plain.replaceFirst("^(\\+86|0086|86(?=1\\d{10}$))", "");
    return plain.matches("1[3-9][0-9]{9}") ? Optional.of(plain) : Optional.empty();
  }

  /**
   * @throws InvalidInput for anything that is no mobile number
   */
  public static String normalise(String typed) {
    return find(typed)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "phone",
                    "手机号是 11 位数字，以 1 开头。",
                    "A mobile number has 11 digits and begins with 1."));
  }

  /** 199****1234: enough to recognise, too little to call. */
  public static String masked(String phone) {
    return phone.substring(0, 3) + "****" + phone.substring(7);
  }
}
