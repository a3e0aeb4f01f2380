package org.xiangpin.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xiangpin.shared.InvalidInput;

/** The credit code: what is taken, and that everything else is refused by its field's name. */
class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String GOOD = "91350100M000100Y43";

  @Test
  void takesACodeHoweverItWasTyped() {
    assertEquals(GOOD, CreditCode.acceptable(GOOD));
    assertEquals(GOOD, CreditCode.acceptable(" 9135 0100 m000 100y 43\t"));
  }

  @Test
  void everySingleSlipIsFound() {
    for (int at = 0; at < GOOD.length(); at++) {
      for (char other : ALPHABET.toCharArray()) {
        if (other != GOOD.charAt(at)) {
          refused(GOOD.substring(0, at) + other + GOOD.substring(at + 1));
        }
      }
    }
  }

  @Test
  void garbageIsRefusedAndNothingElse() {
    Random random = new Random(20261125);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : 32 + n * 3));
      }
      refused(text.toString());
    }
    refused("ß".repeat(9));
    refused(GOOD.substring(0, 17) + "\u0000");
    refused("IOSVZ" + GOOD.substring(5));
  }

  private static void refused(String typed) {
    InvalidInput refusal =
        assertThrows(InvalidInput.class, () -> CreditCode.acceptable(typed), typed);
    assertTrue(refusal.details().stream().anyMatch(d -> d.pointer().equals("creditCode")));
  }
}
