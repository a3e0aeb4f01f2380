package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScratchCodesTest {

  private static final Gtin GTIN = Gtin.parse("06901234567892");
  private static final LabelPosition LABEL = new LabelPosition(1, 7);

  private final ScratchCodes codes = new ScratchCodes(new byte[32]);

  @Test
  void aCodeHasEightCharactersOfOurAlphabetAndIsAlwaysTheSame() {
    String code = codes.code(GTIN, "26080K7M3X", LABEL);
    assertEquals(8, code.length());
    assertTrue(Base32.isValid(code));
    assertEquals(code, new ScratchCodes(new byte[32]).code(GTIN, "26080K7M3X", LABEL));
  }

  /** What is printed stays printed. */
  @Test
  void theConstructionNeverChanges() {
    assertEquals("E6XPHAHY", codes.code(GTIN, "26080K7M3X", LABEL));
  }

  @Test
  void everyLabelHasAnotherCode() {
    Set<String> seen = new HashSet<>();
    for (int roll = 0; roll < 10; roll++) {
      for (int index = 1; index <= 1_000; index++) {
        assertTrue(seen.add(codes.code(GTIN, "26080K7M3X", new LabelPosition(roll, index))));
      }
    }
    assertTrue(seen.add(codes.code(GTIN, "26080K7M3Y", LABEL)));
    byte[] other = new byte[32];
    other[31] = 1;
    assertTrue(seen.add(new ScratchCodes(other).code(GTIN, "26080K7M3X", LABEL)));
  }

  @Test
  void onlyTheWholeCodeIsTaken() {
    String code = codes.code(GTIN, "26080K7M3X", LABEL);
    assertTrue(codes.isCodeOf(GTIN, "26080K7M3X", LABEL, code));
    for (int i = 0; i < code.length(); i++) {
      char other = code.charAt(i) == '7' ? '8' : '7';
      String wrong = code.substring(0, i) + other + code.substring(i + 1);
      assertFalse(codes.isCodeOf(GTIN, "26080K7M3X", LABEL, wrong), wrong);
    }
    for (String wrong : new String[] {"", code.substring(1), code + "0", "桃".repeat(8)}) {
      assertFalse(codes.isCodeOf(GTIN, "26080K7M3X", LABEL, wrong), wrong);
    }
    assertFalse(codes.isCodeOf(GTIN, "26080K7M3X", new LabelPosition(1, 8), code));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ScratchCodes(new byte[31]));
  }
}
