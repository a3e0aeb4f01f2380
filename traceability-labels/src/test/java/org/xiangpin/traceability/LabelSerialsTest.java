package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

class LabelSerialsTest {
  private static final Gtin GTIN = Gtin.parse("09520001000010");
  private static final String LOT = "A26112100001";

  private enum Key {
    COUNTING(counting()),
    PHRASE("county of the test vectors, forever".getBytes(StandardCharsets.US_ASCII));

    private final LabelSerials serials;

    Key(byte[] key) {
      serials = new LabelSerials(key);
    }

    /** The bytes 0, 1, 2 … 31. */
    private static byte[] counting() {
      byte[] key = new byte[32];
      for (int i = 0; i < key.length; i++) {
        key[i] = (byte) i;
      }
      return key;
    }
  }

  private final LabelSerials serials = Key.COUNTING.serials;

  /**
   * These serials must never change: labels that carry their like hang on goods and cannot be
   * called back. They were computed by another program in another language.
   */
  @ParameterizedTest
  @CsvSource({
    "COUNTING, 09520001000010, A26112100001, 0, 1, 00000019XGZHCQQHTFCQ",
    "COUNTING, 09520001000010, A26112100001, 1, 24, 001000RRRZFKHSBK0J38",
    "COUNTING, 09520001000010, A26112100001, 32767, 1000000, ZZZYGJ02V8ZFRQ91BWHS",
    "COUNTING, 06901234567892, L1, 7, 65536, 0072000GZW2KB3ZM0GGG",
    "COUNTING, 00000000000000, ZZZZZZZZZZZZZZZZZZZZ, 16384, 999999, G00YGHZ9S739Z3BKYP2W",
    "COUNTING, 09520001000010, a-b_c/d%, 3, 5, 0030005X5TVHBEDEAP3B",
    "PHRASE, 09520001000010, A26112100001, 0, 1, 00000011ECWR0E9D7HFB",
    "PHRASE, 09520001000010, A26112100001, 1, 24, 001000RKP87Q36CBN3A1",
    "PHRASE, 09520001000010, A26112100001, 32767, 1000000, ZZZYGJ0HX611SF0P7KN8",
    "PHRASE, 06901234567892, L1, 7, 65536, 0072000DBN0W27BXCEB3",
    "PHRASE, 00000000000000, ZZZZZZZZZZZZZZZZZZZZ, 16384, 999999, G00YGHZ9YDQNZEKYRXE8",
    "PHRASE, 09520001000010, a-b_c/d%, 3, 5, 00300051KN7VFG8ST2D7",
  })
  void keepsTheVectorsForever(
      Key key, String gtin, String lot, int roll, int index, String serial) {
    assertEquals(serial, key.serials.serial(Gtin.parse(gtin), lot, roll, index));
    assertEquals(
        Optional.of(new LabelPosition(roll, index)),
        key.serials.verify(Gtin.parse(gtin), lot, serial));
  }

  @Test
  void recognisesWhatItIssued() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      int roll = random.nextInt(LabelSerials.MAX_ROLL + 1);
      int index = 1 + random.nextInt(LabelSerials.MAX_INDEX);
      String serial = serials.serial(GTIN, LOT, roll, index);
      assertEquals(LabelSerials.LENGTH, serial.length());
      assertTrue(Base32.isValid(serial));
      assertEquals(Optional.of(new LabelPosition(roll, index)), serials.verify(GTIN, LOT, serial));
    }
  }

  @Test
  void refusesEveryChangeOfOneCharacter() {
    String serial = serials.serial(GTIN, LOT, 12, 345);
    for (int i = 0; i < serial.length(); i++) {
      for (char c = 0; c < 256; c++) {
        if (c != serial.charAt(i)) {
          assertRefused(LOT, serial.substring(0, i) + c + serial.substring(i + 1));
        }
      }
    }
  }

  @Test
  void refusesASerialOfAnotherLotProductOrCounty() {
    String serial = serials.serial(GTIN, LOT, 1, 1);
    assertRefused("A26112100002", serial);
    assertRefused("a26112100001", serial);
    assertRefused("", serial);
    assertRefused("批次", serial);
    assertEquals(Optional.empty(), serials.verify(Gtin.parse("06901234567892"), LOT, serial));
    assertEquals(Optional.empty(), Key.PHRASE.serials.verify(GTIN, LOT, serial));
  }

  @Test
  void doesNotTakeOtherCharactersOfALotForQuestionMarks() {
    String serial = serials.serial(GTIN, "A?", 1, 1);
    assertTrue(serials.verify(GTIN, "A?", serial).isPresent());
    assertRefused("A乡", serial);
    assertRefused("A\u00e9", serial);
  }

  @Test
  void refusesAnotherLengthOrSpelling() {
    String serial = serials.serial(GTIN, LOT, 1, 1);
    assertRefused(LOT, "");
    assertRefused(LOT, serial.substring(1));
    assertRefused(LOT, serial + "0");
    assertRefused(LOT, serial.toLowerCase(Locale.ROOT));
    assertRefused(LOT, " " + serial.substring(1));
  }

  /** The MACs are right; yet no label has the index 0, 1,000,001 or 1,048,575. */
  @ParameterizedTest
  @ValueSource(strings = {"00000003FE21Q2BMD1XZ", "000YGJ1YBSNZYDP1Y3NQ", "000ZZZZ8GD2RRR5H56V6"})
  void refusesAnIndexThatIsNeverIssued(String serial) {
    assertRefused(LOT, serial);
  }

  @Test
  void isNotGuessedInTwoHundredThousandTries() {
    Random random = new Random(2);
    long hits = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder guess = new StringBuilder("0010");
      while (guess.length() < LabelSerials.LENGTH) {
        guess.append(Base32.ALPHABET.charAt(random.nextInt(32)));
      }
      hits += serials.verify(GTIN, LOT, guess.toString()).stream().count();
    }
    assertEquals(0, hits);
  }

  @Test
  void isSharedByThreads() {
    long recognised =
        IntStream.rangeClosed(1, 20_000)
            .parallel()
            .filter(
                i ->
                    serials
                        .verify(GTIN, LOT, serials.serial(GTIN, LOT, 3, i))
                        .equals(Optional.of(new LabelPosition(3, i))))
            .count();
    assertEquals(20_000, recognised);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "32768, 1", "0, 0", "0, -1", "0, 1000001"})
  void refusesToIssueOutsideTheRanges(int roll, int index) {
    assertThrows(IllegalArgumentException.class, () -> serials.serial(GTIN, LOT, roll, index));
    assertThrows(IllegalArgumentException.class, () -> new LabelPosition(roll, index));
  }

  @Test
  void refusesToIssueForALotThatNoLinkHolds() {
    assertThrows(InvalidGs1Data.class, () -> serials.serial(GTIN, "A|B", 1, 1));
    assertThrows(InvalidGs1Data.class, () -> serials.serial(GTIN, "", 1, 1));
  }

  @Test
  void refusesAShortKey() {
    assertThrows(IllegalArgumentException.class, () -> new LabelSerials(new byte[31]));
  }

  @Test
  void keepsItsOwnCopyOfTheKey() {
    byte[] key = new byte[32];
    LabelSerials mine = new LabelSerials(key);
    String serial = mine.serial(GTIN, LOT, 1, 1);
    key[0] = 1;
    assertEquals(serial, mine.serial(GTIN, LOT, 1, 1));
  }

  private void assertRefused(String lot, String serial) {
    assertEquals(Optional.empty(), serials.verify(GTIN, lot, serial), serial);
  }
}
