package org.xiangpin.traceability;

import com.lowagie.text.pdf.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the runs of a code as rectangles of a PDF path, digit by digit: a sheet has millions of
 * them. Not shared between threads.
 */
final class ModulePath {
  private static final byte[] ONE_HIGH = "1 re\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FILL = "f\n".getBytes(StandardCharsets.US_ASCII);

  /** Three numbers of at most three digits with their spaces. */
  private static final int LONGEST = 3 * 4 + ONE_HIGH.length;

  private byte[] bytes = new byte[16_384];
  private int length;

  void run(int x, int y, int modules) {
    if (bytes.length - length < LONGEST) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    number(x);
    number(y);
    number(modules);
    System.arraycopy(ONE_HIGH, 0, bytes, length, ONE_HIGH.length);
    length += ONE_HIGH.length;
  }

  private void number(int value) {
    if (value >= 100) {
      bytes[length++] = (byte) ('0' + value / 100);
    }
    if (value >= 10) {
      bytes[length++] = (byte) ('0' + value / 10 % 10);
    }
    bytes[length++] = (byte) ('0' + value % 10);
    bytes[length++] = ' ';
  }

  /** Hands the path over, to be filled, and begins a new one. */
  void fill(ByteBuffer page) {
    page.append(bytes, 0, length).append(FILL);
    length = 0;
  }
}
