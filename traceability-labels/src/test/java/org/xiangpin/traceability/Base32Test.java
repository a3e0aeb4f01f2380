package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "31, 1, Z",
    "32, 2, 10",
    "1, 4, 0001",
    "32767, 3, ZZZ",
    "1000000, 4, YGJ0",
    "9223372036854775807, 13, 7ZZZZZZZZZZZZ"
  })
  void writesAndReads(long value, int length, String text) {
    assertEquals(text, Base32.encode(value, length));
    assertEquals(value, Base32.decode(text));
  }

  @Test
  void readsBackWhateverItWrites() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long value = random.nextLong() >>> 1 + random.nextInt(62);
      assertEquals(value, Base32.decode(Base32.encode(value, 13)));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "32768, 3", "0, 0", "0, 14", "32, 1", "1152921504606846976, 12"})
  void refusesToWriteWhatDoesNotFit(long value, int length) {
    assertThrows(IllegalArgumentException.class, () -> Base32.encode(value, length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I",
        "L",
        "O",
        "U",
        "a",
        " 1",
        "1 ",
        "-1",
        "０",
        "00000000000000",
        "8000000000000"
      })
  void refusesToReadAnythingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> Base32.decode(text));
  }

  @Test
  void knowsItsAlphabet() {
    assertEquals(32, Base32.ALPHABET.length());
    assertTrue(Base32.isValid(Base32.ALPHABET));
    assertFalse(Base32.isValid(""));
    for (char c : "ILOUilou乡~\u0000".toCharArray()) {
      assertFalse(Base32.isValid("A" + c));
    }
  }
}
