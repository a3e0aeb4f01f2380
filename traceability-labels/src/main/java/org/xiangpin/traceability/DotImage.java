package org.xiangpin.traceability;

import java.util.Arrays;

/** A picture of black and white dots, as thermal printers take it. Not shared between threads. */
final class DotImage {
  private final int width;
  private final int height;
  private final int stride;
  private final byte[] bits;

  /** All white. */
  DotImage(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = (width + 7) / 8;
    this.bits = new byte[stride * height];
  }

  DotImage(DotImage other) {
    this.width = other.width;
    this.height = other.height;
    this.stride = other.stride;
    this.bits = other.bits.clone();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Bytes of a row: eight dots each, the leftmost in the highest bit, set for black. */
  int stride() {
    return stride;
  }

  byte[] row(int y) {
    return Arrays.copyOfRange(bits, y * stride, (y + 1) * stride);
  }

  void blacken(int x, int y) {
    bits[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
  }

  /** Draws the black dots of an image of the same width, from a row on. */
  void draw(DotImage other, int top) {
    for (int i = 0; i < other.bits.length; i++) {
      bits[top * stride + i] |= other.bits[i];
    }
  }

  /**
   * Draws a code, each module a square of whole dots.
   *
   * @param left column of its first module, the quiet zone being left of it
   */
  void draw(QrCode code, int left, int top, int dotsPerModule) {
    code.forEachRun(
        (x, y, length) -> {
          for (int down = 0; down < dotsPerModule; down++) {
            for (int across = 0; across < length * dotsPerModule; across++) {
              blacken(left + x * dotsPerModule + across, top + y * dotsPerModule + down);
            }
          }
        });
  }
}
