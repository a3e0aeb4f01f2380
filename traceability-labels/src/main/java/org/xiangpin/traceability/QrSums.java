package org.xiangpin.traceability;

import com.google.zxing.WriterException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * ZXing's matrices of mask 0 by addition, for many texts of one length.
 *
 * <p>A QR code is linear: every module, error correction included, is a sum without carry (XOR) of
 * some bits of the text. So a bit of the character in some place turns the same modules over in
 * every text of byte mode and of that version. Once a length came up often, ZXing is asked once for
 * each of its bits; after that a matrix costs a tenth.
 *
 * <p>What was learned never changes; for all versions together it takes 4 MB at most.
 */
final class QrSums {
  /** The bytes of version 11 at level M, the largest with rows of one long. */
  private static final int LONGEST = 251;

  /** Learning costs as much as some hundred codes, so a few codes are not worth it. */
  private static final int WORTH_LEARNING = 100;

  private static final int BITS = 7;
  private static final char BLANK = 'a';
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  /** By length: how often it came up until it was learned. */
  private static final AtomicIntegerArray SEEN = new AtomicIntegerArray(LONGEST + 1);

  /** By length: the matrix of a text of blanks, which is the sum's beginning. */
  private static final AtomicReferenceArray<long[]> BLANKS =
      new AtomicReferenceArray<>(LONGEST + 1);

  /** By size: the rows to XOR for bit b of character i, at 7 i + b. */
  private static final AtomicReferenceArray<long[][]> TURNS =
      new AtomicReferenceArray<>(Long.SIZE + 1);

  private QrSums() {}

  /** Returns the rows of a text's matrix of mask 0, or null when they are not known by addition. */
  static long[] rows(String text) throws WriterException {
    int length = text.length();
    if (length > LONGEST || !isByteMode(text)) {
      return null;
    }
    long[] blank = BLANKS.get(length);
    if (blank == null) {
      if (SEEN.incrementAndGet(length) < WORTH_LEARNING) {
        return null;
      }
      blank = learn(length);
    }
    long[][] turns = TURNS.get(blank.length);
    long[] rows = blank.clone();
    for (int i = 0; i < length; i++) {
      for (int bits = text.charAt(i) ^ BLANK; bits != 0; bits &= bits - 1) {
        add(rows, turns[BITS * i + Integer.numberOfTrailingZeros(bits)]);
      }
    }
    return rows;
  }

  /** Whether ZXing takes byte mode without naming a character set. */
  private static boolean isByteMode(String text) {
    boolean alphanumeric = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 1 << BITS) {
        return false;
      }
      alphanumeric = alphanumeric && ALPHANUMERIC.indexOf(c) >= 0;
    }
    // of a single character, no other keeps the mode when its bits are turned over
    return !alphanumeric && text.length() > 1;
  }

  private static void add(long[] rows, long[] other) {
    for (int y = 0; y < rows.length; y++) {
      rows[y] ^= other[y];
    }
  }

  private static synchronized long[] learn(int length) throws WriterException {
    char[] text = new char[length];
    Arrays.fill(text, BLANK);
    long[] blank = QrMatrix.zxing(new String(text));
    long[][] known = TURNS.get(blank.length);
    int from = known == null ? 0 : known.length;
    if (from < BITS * length) {
      long[][] turns =
          known == null ? new long[BITS * length][] : Arrays.copyOf(known, BITS * length);
      for (int i = from; i < turns.length; i++) {
        text[i / BITS] = (char) (BLANK ^ 1 << i % BITS);
        turns[i] = QrMatrix.zxing(new String(text));
        add(turns[i], blank);
        text[i / BITS] = BLANK;
      }
      TURNS.set(blank.length, turns);
    }
    BLANKS.set(length, blank);
    return blank;
  }
}
