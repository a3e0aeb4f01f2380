package org.xiangpin.traceability;

import com.google.zxing.WriterException;

/**
 * A QR code (ISO/IEC 18004) of error correction level M: a square of dark and light modules.
 *
 * <p>It is module for module the code that ZXing makes of the same text: the smallest version that
 * holds it, numeric, alphanumeric or byte mode as the text allows, mask by least penalty. Text
 * beyond ASCII is written as UTF-8 and says so (ECI 26). Immutable.
 */
public final class QrCode {
  /** Light modules that a reader needs on every side (ISO/IEC 18004 §6.3.8). */
  static final int QUIET_ZONE = 4;

  private static final int MAX_DOTS = 100;

  private final int size;
  private final int stride;
  private final long[] rows;

  private QrCode(QrMatrix matrix) {
    this.size = matrix.size();
    this.stride = matrix.stride();
    this.rows = matrix.rows();
  }

  /**
   * Makes the code of a text.
   *
   * @param text 1 or more characters; level M holds at most 2,331 bytes or 3,391 alphanumeric ones
   * @return its code
   * @throws IllegalArgumentException when the text is empty or too long
   */
  public static QrCode encode(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text has no QR code");
    }
    try {
      return new QrCode(QrMatrix.encode(text));
    } catch (WriterException e) {
      throw new IllegalArgumentException("text does not fit a QR code: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the modules of a side, without quiet zone.
   *
   * @return 21 to 177
   */
  public int size() {
    return size;
  }

  /**
   * Tells a module's colour.
   *
   * @param x column from the left, 0 to size - 1
   * @param y row from the top, 0 to size - 1
   * @return true for a dark module
   * @throws IndexOutOfBoundsException outside the square
   */
  public boolean dark(int x, int y) {
    if (x < 0 || x >= size || y < 0 || y >= size) {
      throw new IndexOutOfBoundsException("module " + x + ", " + y + " of a code of " + size);
    }
    return isDark(x, y);
  }

  private boolean isDark(int x, int y) {
    return (rows[y * stride + (x >> 6)] >>> x & 1) != 0;
  }

  /** Takes a run of dark modules in a row. */
  interface Run {
    void accept(int x, int y, int length);
  }

  /** Hands out all dark modules as runs, row by row. */
  void forEachRun(Run run) {
    for (int y = 0; y < size; y++) {
      int start = next(y, 0, 0);
      while (start < size) {
        int end = next(y, start, -1);
        run.accept(start, y, end - start);
        start = next(y, end, 0);
      }
    }
  }

  /** Returns the next dark column of a row, or for a flip of -1 the next light one, or the size. */
  private int next(int y, int from, long flip) {
    long wanted = -1L << from;
    for (int word = from >> 6; word < stride; word++) {
      long bits = (rows[y * stride + word] ^ flip) & wanted;
      if (bits != 0) {
        return Math.min(size, (word << 6) + Long.numberOfTrailingZeros(bits));
      }
      wanted = -1;
    }
    return size;
  }

  /**
   * Draws the code as SVG, one unit a module, white quiet zone of 4 modules included.
   *
   * <p>It carries no width and height: the page gives the size. The ground is white even on a dark
   * page, for readers refuse a code of light on dark.
   *
   * @return an {@code svg} element without XML declaration, fit for a file or for a page
   */
  public String svg() {
    int side = size + 2 * QUIET_ZONE;
    StringBuilder svg = new StringBuilder(4096);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg.append(side).append(' ').append(side).append("\" shape-rendering=\"crispEdges\">");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"");
    forEachRun(
        (x, y, length) ->
            svg.append('M')
                .append(x + QUIET_ZONE)
                .append(' ')
                .append(y + QUIET_ZONE)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length)
                .append('z'));
    return svg.append("\"/></svg>").toString();
  }

  /**
   * Draws the code as PNG of 1 bit a dot, white quiet zone of 4 modules included.
   *
   * @param dotsPerModule side of a module in dots, 1 to 100
   * @return a PNG file; its side is {@code (size + 8) * dotsPerModule} dots
   * @throws IllegalArgumentException when {@code dotsPerModule} is out of range
   */
  public byte[] png(int dotsPerModule) {
    if (dotsPerModule < 1 || dotsPerModule > MAX_DOTS) {
      throw new IllegalArgumentException("dots per module should be 1 to 100: " + dotsPerModule);
    }
    int side = (size + 2 * QUIET_ZONE) * dotsPerModule;
    DotImage image = new DotImage(side, side);
    image.draw(this, QUIET_ZONE * dotsPerModule, QUIET_ZONE * dotsPerModule, dotsPerModule);
    return DotPng.of(image);
  }
}
