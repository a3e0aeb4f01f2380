package org.xiangpin.traceability;

/**
 * The penalty of a masked QR matrix (ISO/IEC 18004 §7.8.3) as ZXing counts it, 64 modules at a
 * time.
 *
 * <p>Row y is one long, bit x being set for a dark module. What a loop over modules asks of one
 * place, a shift and an AND ask of a whole row; down a column it is the same with rows for shifts.
 */
final class MaskPenalty {
  private MaskPenalty() {}

  /** Returns the penalty of a square of at most 64 modules a side. */
  static int of(long[] rows) {
    int size = rows.length;
    long all = size == Long.SIZE ? -1L : (1L << size) - 1;
    int runs = 0;
    int blocks = 0;
    int finders = 0;
    int dark = 0;
    long lastWindow = 0;
    for (int y = 0; y < size; y++) {
      long row = rows[y];
      dark += Long.bitCount(row);
      // Bit x: the modules x and x+1 are alike. The last module has no right neighbour.
      long alike = ~(row ^ row >>> 1) & all >>> 1;
      long window = alike & alike >>> 1 & alike >>> 2 & alike >>> 3;
      runs += runPenalty(window, window << 1);
      finders += Long.bitCount(finder(row, all));
      if (y + 1 < size) {
        long next = rows[y + 1];
        blocks += Long.bitCount(alike & ~(next ^ next >>> 1) & ~(row ^ next));
      }
      long down = y + 4 < size ? downWindow(rows, y, all) : 0;
      runs += runPenalty(down, lastWindow);
      lastWindow = down;
      if (y + 6 < size) {
        finders += Long.bitCount(downFinder(rows, y));
      }
    }
    int total = size * size;
    int tenthsFromHalf = Math.abs(dark * 2 - total) * 10 / total;
    return runs + 3 * blocks + 40 * finders + 10 * tenthsFromHalf;
  }

  /** A run of L ≥ 5 costs L - 2: one for each window of five in it, and two for being one. */
  private static int runPenalty(long windows, long precedingWindows) {
    return Long.bitCount(windows) + 2 * Long.bitCount(windows & ~precedingWindows);
  }

  private static long downWindow(long[] rows, int y, long all) {
    long first = rows[y];
    return ~((first ^ rows[y + 1])
            | (first ^ rows[y + 2])
            | (first ^ rows[y + 3])
            | (first ^ rows[y + 4]))
        & all;
  }

  /** Bit x: dark-light-dark-dark-dark-light-dark begins at x, with four light ones on one side. */
  private static long finder(long row, long all) {
    long pattern =
        row & ~(row >>> 1) & row >>> 2 & row >>> 3 & row >>> 4 & ~(row >>> 5) & row >>> 6;
    long light = ~row & all;
    long fourLight = light & light >>> 1 & light >>> 2 & light >>> 3;
    return pattern & (fourLight << 4 | fourLight >>> 7);
  }

  private static long downFinder(long[] rows, int y) {
    long pattern =
        rows[y]
            & ~rows[y + 1]
            & rows[y + 2]
            & rows[y + 3]
            & rows[y + 4]
            & ~rows[y + 5]
            & rows[y + 6];
    return pattern & (fourLight(rows, y - 4) | fourLight(rows, y + 7));
  }

  private static long fourLight(long[] rows, int y) {
    return y < 0 || y + 4 > rows.length ? 0 : ~(rows[y] | rows[y + 1] | rows[y + 2] | rows[y + 3]);
  }
}
